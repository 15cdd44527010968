#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/check/schema.h"
#include "core/check/sink.h"

namespace proclint {

/// The message of a rule, in two wordings, with gaps in braces: {value} the text found, {key} the
/// nearest key, {path} the JSON Pointer, {expected} and other names what the function offers. Empty
/// texts: the function's own message.
struct MessageTemplate {
  std::string_view author;
  std::string_view engineer;
};

/// A mistake in a template, at its byte.
struct TemplateError {
  std::size_t offset = 0;
  std::string reason;
};

/// The first brace that is not part of a {name}.
std::optional<TemplateError> find_template_error(std::string_view text);

/// What is said of a finding. The author's wording never names a pointer; the engineer's does: in
/// its template, else behind the message. A gap that nothing fills stays as it is.
std::string compose(const MessageTemplate& message, const Sink::Found& found,
                    std::string_view pointer, Wording wording);

/// A value as a message shows it: its first 60 characters.
std::string excerpt(std::string_view text);

}  // namespace proclint
