#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/source/span.h"

namespace proclint {

/// A piece of a scalar as written and the number of bytes that it gives: a character, an escape, a
/// fold between two lines, or what gives nothing, such as indentation.
struct YamlUnit {
  Span span;
  std::uint32_t decoded_size = 0;
};

/// A scalar taken apart.
struct YamlText {
  std::string decoded;
  std::vector<YamlUnit> units;  ///< in source order
};

/// Where the tag and anchor before a node end; `begin` if there is none.
std::uint32_t yaml_content_begin(std::string_view text, Span node);

/// Takes apart the scalar of `span` (a tag or anchor before it included), as YAML 1.2.2 says in
/// sections 7.3 and 8.1. `indent` is that of a block scalar's text; without it, as its first line
/// that is not blank.
YamlText yaml_text(std::string_view text, Span span, std::optional<std::uint32_t> indent = {});
/// Appends the same decoded text to `out`, faster.
void decode_yaml(std::string_view text, Span span, std::optional<std::uint32_t> indent,
                 std::string& out);

/// The digit in the header of a block scalar: how much further than what holds it its text is
/// indented. 0: there is none.
std::uint32_t yaml_indent_digit(std::string_view text, Span span);

}  // namespace proclint
