#include "core/read/markdown_syntax.h"

#include <algorithm>

#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::uint32_t kMostParentheses = 32;   // inside a destination, as cmark has it
constexpr std::uint32_t kLongestLabel = 1000;    // CommonMark, link labels
constexpr std::uint32_t kLongestReference = 33;  // no named character reference is longer
constexpr std::uint32_t kMostDecimals = 7;
constexpr std::uint32_t kMostHexadecimals = 6;
constexpr char32_t kMostCodepoint = 0x10FFFF;

std::uint32_t size_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

bool is_escape(std::string_view text, std::uint32_t at) {
  return text[at] == '\\' && at + 1 < text.size() && is_markdown_punctuation(text[at + 1]);
}

// "<...>", or a word with balanced parentheses; may be empty only in angle brackets.
std::uint32_t destination_end(std::string_view text, std::uint32_t at) {
  const std::uint32_t size = size_of(text);
  if (at < size && text[at] == '<') {
    for (++at; at < size; ++at) {
      if (text[at] == '>') return at + 1;
      if (text[at] == '<' || is_markdown_line_end(text[at])) return 0;
      if (text[at] == '\\') ++at;
    }
    return 0;
  }
  const std::uint32_t begin = at;
  std::uint32_t open = 0;
  while (at < size && !is_markdown_space(text[at])) {
    if (is_escape(text, at)) {
      ++at;
    } else if (text[at] == '(') {
      if (++open > kMostParentheses) return 0;
    } else if (text[at] == ')') {
      if (open == 0) break;
      --open;
    }
    ++at;
  }
  return at == begin || open != 0 ? 0 : at;
}

// cmark takes the longest title: a backslash before a quotation mark may escape it or be a letter.
std::uint32_t title_end(std::string_view text, std::uint32_t at) {
  const std::uint32_t size = size_of(text);
  if (at >= size) return 0;
  const char open = text[at];
  if (open != '"' && open != '\'' && open != '(') return 0;
  const char close = open == '(' ? ')' : open;
  const std::uint32_t begin = at;
  std::uint32_t end = 0;
  for (++at; at < size; ++at) {
    if (text[at] == close) end = at + 1;
    const bool may_be_escaped = at > begin + 1 && text[at - 1] == '\\';
    if ((text[at] == close || text[at] == open) && !may_be_escaped) break;
  }
  return end;
}

std::uint32_t skip_blanks(std::string_view text, std::uint32_t at) {
  while (at < text.size() && is_markdown_blank(text[at])) ++at;
  return at;
}

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 16;
}

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

CharacterReference numeric_reference(std::string_view text, std::uint32_t begin) {
  std::uint32_t at = begin + 2;
  const bool is_hexadecimal = at < text.size() && (text[at] == 'x' || text[at] == 'X');
  const int base = is_hexadecimal ? 16 : 10;
  if (is_hexadecimal) ++at;
  const std::uint32_t digits = at;
  const std::uint32_t most = is_hexadecimal ? kMostHexadecimals : kMostDecimals;
  char32_t codepoint = 0;
  while (at < text.size() && at - digits < most && digit_value(text[at]) < base) {
    codepoint =
        codepoint * static_cast<char32_t>(base) + static_cast<char32_t>(digit_value(text[at]));
    ++at;
  }
  if (at == digits || at >= text.size() || text[at] != ';') return {};
  const bool is_surrogate = codepoint >= 0xD800 && codepoint < 0xE000;
  if (codepoint == 0 || is_surrogate || codepoint > kMostCodepoint) codepoint = 0xFFFD;
  CharacterReference reference{at + 1 - begin, true, {}};
  utf8::append(reference.decoded, codepoint);
  return reference;
}

}  // namespace

std::uint32_t markdown_line_end(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return size_of(text);
  if (text[at] == '\r') return at + (at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1);
  return text[at] == '\n' ? at + 1 : 0;
}

std::uint32_t next_line_text(std::string_view text, std::uint32_t at) {
  const std::uint32_t next = markdown_line_end(text, at);
  return skip_blanks(text, next == 0 ? at : next);
}

std::uint32_t skip_markdown_space(std::string_view text, std::uint32_t at) {
  while (at < text.size() && is_markdown_space(text[at])) ++at;
  return at;
}

std::uint32_t link_tail_end(std::string_view text, std::uint32_t at) {
  if (at >= text.size() || text[at] != '(') return 0;
  const std::uint32_t begin = skip_markdown_space(text, at + 1);
  // An empty destination is right before the parenthesis.
  const bool is_empty = begin < text.size() && text[begin] == ')';
  std::uint32_t end = is_empty ? begin : destination_end(text, begin);
  if (end == 0) return 0;
  const std::uint32_t title = skip_markdown_space(text, end);
  if (title > end) end = std::max(title, title_end(text, title));
  end = skip_markdown_space(text, end);
  return end < text.size() && text[end] == ')' ? end + 1 : 0;
}

std::uint32_t link_label_end(std::string_view text, std::uint32_t at) {
  if (at >= text.size() || text[at] != '[') return 0;
  const std::uint32_t begin = ++at;
  for (; at < text.size() && at - begin <= kLongestLabel; ++at) {
    if (text[at] == ']') return at + 1;
    if (text[at] == '[') return 0;
    if (is_escape(text, at)) ++at;
  }
  return 0;
}

std::uint32_t link_definition_end(std::string_view text, std::uint32_t at) {
  const std::uint32_t label = link_label_end(text, at);
  if (label == 0 || label >= text.size() || text[label] != ':') return 0;
  if (skip_markdown_space(text, at + 1) == label - 1) return 0;  // blanks only
  const std::uint32_t begin = skip_markdown_space(text, label + 1);
  const std::uint32_t destination = destination_end(text, begin);
  if (destination == 0) return 0;
  const std::uint32_t title = skip_markdown_space(text, destination);
  const std::uint32_t end = title > destination ? title_end(text, title) : 0;
  if (end != 0) {
    if (const std::uint32_t next = markdown_line_end(text, skip_blanks(text, end))) return next;
  }
  return markdown_line_end(text, skip_blanks(text, destination));
}

std::uint32_t code_span_end(std::string_view text, std::uint32_t at) {
  const auto run_end = [text](std::uint32_t from) {
    return static_cast<std::uint32_t>(std::min(text.find_first_not_of('`', from), text.size()));
  };
  const std::uint32_t ticks = run_end(at) - at;
  std::size_t next = at + ticks;
  while ((next = text.find('`', next)) != std::string_view::npos) {
    const std::uint32_t end = run_end(static_cast<std::uint32_t>(next));
    if (end - next == ticks) return end;
    next = end;
  }
  return 0;
}

CharacterReference character_reference(std::string_view text, std::uint32_t at) {
  if (at + 1 < text.size() && text[at + 1] == '#') return numeric_reference(text, at);
  std::uint32_t end = at + 1;
  while (end < text.size() && end - at < kLongestReference && is_letter_or_digit(text[end])) ++end;
  const bool is_one = end > at + 1 && end < text.size() && text[end] == ';';
  return {is_one ? end + 1 - at : 0, false, {}};
}

}  // namespace proclint
