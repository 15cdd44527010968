#include "core/print/markdown_text.h"

#include <algorithm>
#include <cstddef>

#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::size_t kMostDigits = 9;   // of a list's number
constexpr std::size_t kMostHeading = 6;  // number signs

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_space(char c) { return is_blank(c) || c == '\n' || c == '\r'; }
// What is beyond ASCII counts as a letter between two others ("año_nuevo").
bool is_word(char c) {
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool ends_or_blank(std::string_view line, std::size_t at) {
  return at >= line.size() || is_space(line[at]);
}

// "***", "- - -": a rule, or the underline of a heading ("=", "-").
bool is_rule(std::string_view line) {
  const char sign = line[0];
  if (sign != '*' && sign != '-' && sign != '_' && sign != '=') return false;
  return std::all_of(line.begin(), line.end(), [sign](char c) { return c == sign || is_space(c); });
}

// Where the sign stands that makes a list, heading or the like of `line`; npos: there is none.
std::size_t block_sign(std::string_view line) {
  constexpr std::size_t kNone = std::string_view::npos;
  if (line.empty()) return kNone;
  const char c = line[0];
  if (c == '>' || is_rule(line)) return 0;
  if (c == '#') {
    const std::size_t end = std::min(line.find_first_not_of('#'), line.size());
    return end <= kMostHeading && ends_or_blank(line, end) ? 0 : kNone;
  }
  if (c == '-' || c == '+' || c == '*') return ends_or_blank(line, 1) ? 0 : kNone;
  if (c == '~') return line.starts_with("~~~") ? 0 : kNone;
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  if (digits == 0 || digits > kMostDigits || digits == line.size()) return kNone;
  const bool is_number =
      (line[digits] == '.' || line[digits] == ')') && ends_or_blank(line, digits + 1);
  return is_number ? digits : kNone;
}

// "&amp;", "&#10;": whether a character reference begins at `at`, a known one or not.
bool is_reference(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]) || text[end] == '#')) {
    ++end;
  }
  return end > at + 1 && end < text.size() && text[end] == ';';
}

// Whether the sign at `at` would be read as anything but itself inside of a text.
bool needs_escape(std::string_view text, std::size_t at) {
  const char before = at == 0 ? ' ' : text[at - 1];
  const char behind = at + 1 == text.size() ? ' ' : text[at + 1];
  switch (text[at]) {
    case '\\':
    case '`':
      return true;
    case '*':
      return !is_space(before) || !is_space(behind);
    case '_':
      if (is_space(before) && is_space(behind)) return false;
      return !is_word(before) || !is_word(behind);
    case ']':
      return behind == '(' || behind == ':' || behind == '[';
    case '<':
      return is_letter(behind) || behind == '/' || behind == '!' || behind == '?';
    case '&':
      return is_reference(text, at);
    default:
      return false;
  }
}

void append_reference(char c, std::string& out) {
  ((out += "&#") += std::to_string(static_cast<int>(c))) += ';';
}

}  // namespace

bool begins_markdown_block(std::string_view line) {
  return block_sign(line) != std::string_view::npos || line.starts_with("```") ||
         line.starts_with('<');
}

void append_markdown(std::string_view text, MarkdownPlace place, std::string& out) {
  std::string repaired;
  if (utf8::find_invalid(text) != std::string_view::npos) {
    repaired = utf8::repaired(text);
    text = repaired;
  }
  const bool is_block = place == MarkdownPlace::block;
  const std::size_t sign = is_block ? block_sign(text) : std::string_view::npos;
  // A heading may end in number signs that are no part of it.
  const std::size_t closing = is_block || !text.ends_with('#') ? text.size() : text.size() - 1;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool is_at_edge = at == 0 || at + 1 == text.size();
    if (c == '\n' || c == '\r' || c == '\t' || (c == ' ' && is_at_edge)) {
      append_reference(c, out);
      continue;
    }
    if (at == sign || at == closing || needs_escape(text, at)) out += '\\';
    out += c;
  }
}

}  // namespace proclint
