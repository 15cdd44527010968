#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace proclint {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

namespace utf8 {

/// One step over a text. `size` is the number of bytes read, at least 1 unless the text is empty.
/// Bytes that are no well-formed UTF-8 (Unicode 15, table 3-7) give U+FFFD with `valid` false; the
/// size is then that of the maximal subpart, as Unicode recommends (chapter 3, "U+FFFD Substitution
/// of Maximal Subparts").
struct Step {
  char32_t codepoint = 0xFFFD;
  std::uint8_t size = 0;
  bool valid = false;
};
Step decode(std::string_view text);

/// Offset of the first byte at or after `from` that is not well-formed UTF-8; npos if there is
/// none.
std::size_t find_invalid(std::string_view text, std::size_t from = 0);

/// Number of code points; each maximal undecodable subpart counts as one.
std::size_t count_codepoints(std::string_view text);
/// Number of UTF-16 code units; each maximal undecodable subpart counts as one.
std::size_t count_utf16(std::string_view text);

void append(std::string& out, char32_t codepoint);

/// The text with every undecodable subpart replaced by U+FFFD.
std::string repaired(std::string_view text);

}  // namespace utf8
}  // namespace proclint
