#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace proclint {

// Pieces of CommonMark's inline syntax that stand between the texts of a parsed paragraph. Each
// function reads `text` from `at` on and returns one past the piece, or 0 if none begins there.
// Line ends, and the indentation behind them, are blanks: `text` is a whole paragraph as written.

constexpr bool is_markdown_blank(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_markdown_line_end(char c) { return c == '\n' || c == '\r'; }
/// What CommonMark drops around the content of a block.
constexpr bool is_markdown_space(char c) {
  return is_markdown_blank(c) || is_markdown_line_end(c) || c == '\v' || c == '\f';
}
/// The characters that a backslash can escape.
constexpr bool is_markdown_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

/// Behind the line end at `at`; the end of the text is one too. 0 if there is none.
std::uint32_t markdown_line_end(std::string_view text, std::uint32_t at);
/// The first byte behind the line end at `at` and the indentation of the next line.
std::uint32_t next_line_text(std::string_view text, std::uint32_t at);
/// `at` behind blanks and line ends.
std::uint32_t skip_markdown_space(std::string_view text, std::uint32_t at);

/// `(destination "title")` behind the text of a link.
std::uint32_t link_tail_end(std::string_view text, std::uint32_t at);
/// `[label]`
std::uint32_t link_label_end(std::string_view text, std::uint32_t at);
/// `[label]: destination "title"` with its line end.
std::uint32_t link_definition_end(std::string_view text, std::uint32_t at);
/// The code span that begins with the backticks at `at`.
std::uint32_t code_span_end(std::string_view text, std::uint32_t at);

/// A character reference: "&amp;", "&#38;", "&#x26;". Of a named one only the size is known.
struct CharacterReference {
  std::uint32_t size = 0;  ///< with "&" and ";"; 0 if there is none
  bool is_numeric = false;
  std::string decoded;  ///< of a numeric one
};
CharacterReference character_reference(std::string_view text, std::uint32_t at);

}  // namespace proclint
