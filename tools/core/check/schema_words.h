#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/document/positions.h"
#include "core/document/value.h"

namespace proclint {

/// `"text"`, shortened in its middle if it is long, line ends and undecodable bytes made harmless.
std::string in_quotes(std::string_view text);

/// A scalar as a reader sees it: a text in quotes, others as written; of a list or map its kind.
std::string shown(Value value);

/// What a value is: "a text", "a list", "a group of fields".
std::string words_for_kind(Value value);
/// What types (see Op::type) ask for: "a text or a number".
std::string words_for_types(std::uint32_t types);

/// The same in the words of JSON Schema: "object", "string or integer".
std::string_view type_name(Value value);
std::string type_names(std::uint32_t types);

/// "a, b or c", with `last` before the last one. More than a dozen are cut short.
std::string joined(std::span<const std::string> parts, std::string_view last);

/// How an author calls a value: `the document`, `"title"`, `item 2 of "codes"`, with the section
/// that it is in: `item 1 of "items" in the section "risks"`.
std::string name_of(Value value, Positions& positions);

/// Whether the value is the map of a document's sections.
bool is_section_map(Value value);

/// A schema's title, if it is written to fit into "should be ...": if it begins with an article.
std::string_view phrase(Value schema);
/// The thing that such a title speaks of: "block" for "a block with text or items"; else empty.
std::string_view noun(Value schema);

}  // namespace proclint
