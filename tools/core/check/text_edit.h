#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/document/value.h"
#include "core/source/edit.h"

namespace proclint {

/// The edit after which the bytes `decoded` of the string's (or key's) text are `by`, and every
/// other text of the document is as before. An empty `decoded` inserts. `by` is escaped as the form
/// and the string's style need it; a plain YAML scalar that would be read as something else is put
/// in quotes. Nothing when that cannot be had: at the edge of emphasis in Markdown, across a line
/// end that would leave blanks beside it, where a line of a page would become a heading or an item,
/// in what an alias repeats (the anchor's text is the one to edit).
std::optional<Edit> replace_text(Value string, Span decoded, std::string_view by);

/// The same as a fix.
std::optional<Fix> replacement(Value string, Span decoded, std::string_view by, std::string title,
                               Safety safety);

}  // namespace proclint
