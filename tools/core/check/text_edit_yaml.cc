#include "core/check/text_edit_yaml.h"

#include <algorithm>
#include <array>
#include <string>

namespace proclint {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Where the scalar begins behind its tag and anchor.
std::uint32_t content_begin(std::string_view source, Span node) {
  std::uint32_t at = node.begin;
  while (at < node.end && (source[at] == '!' || source[at] == '&')) {
    while (at < node.end && !is_space(source[at])) ++at;
    while (at < node.end && is_space(source[at])) ++at;
  }
  return at;
}

bool is_in_flow(Value node) {
  const std::string_view source = node.document().source->text();
  for (Value at = node.parent(); at; at = at.parent()) {
    const char first = at.span().empty() ? '\0' : source[at.span().begin];
    if (first == '[' || first == '{') return true;
  }
  return false;
}

// Whether some reader of YAML, 1.1 included, takes the word for no text.
bool is_word_of_yaml(std::string_view text) {
  constexpr std::array<std::string_view, 9> kWords{"null", "true", "false", "yes", "no",
                                                   "on",   "off",  "y",     "n"};
  return std::any_of(kWords.begin(), kWords.end(), [text](std::string_view word) {
    return std::equal(word.begin(), word.end(), text.begin(), text.end(),
                      [](char a, char b) { return a == b || (a >= 'a' && b == a - 'a' + 'A'); });
  });
}

// Whether it could be a number, a date or a time.
bool is_like_number(std::string_view text) {
  return text.find_first_not_of("0123456789+-._eExXoOabcdfABCDFinINT:Z ") == text.npos &&
         !is_letter(text.front());
}

// YAML 1.2.2, section 7.3.3. Says no sooner than it must: quotes are never wrong.
bool may_be_plain(std::string_view text, bool is_flow) {
  if (text.empty() || is_space(text.front()) || is_space(text.back())) return false;
  if (!is_letter(text.front()) && !is_digit(text.front()) && text.front() != '(') return false;
  if (is_word_of_yaml(text) || is_like_number(text) || text.back() == ':') return false;
  if (is_flow && text.find_first_of(",[]{}") != std::string_view::npos) return false;
  for (std::size_t at = 0; (at = text.find_first_of(":#", at)) != std::string_view::npos; ++at) {
    if (text[at] == ':' && (is_flow || is_space(text[at + 1]))) return false;
    if (text[at] == '#' && is_space(text[at - 1])) return false;
  }
  return true;
}

std::string escaped(std::string_view text, char quote) {
  std::string out;
  for (const char c : text) {
    if (quote == '"' && (c == '"' || c == '\\')) out += '\\';
    if (quote == '\'' && c == '\'') out += '\'';
    out += c;
  }
  return out;
}

// Controls in double quotes; line ends are escapes too, so that the line goes on.
std::optional<std::string> double_quoted(std::string_view text) {
  std::string out;
  for (const char c : escaped(text, '"')) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      out += c;
    }
  }
  if (has_control(out)) return std::nullopt;
  return out;
}

// Inside one line only: at its begin stands the indentation, which is no text, and how a line end
// reads depends on the lines on both sides.
std::optional<Edit> edit_block(const TextChange& change) {
  const std::string_view lines =
      change.source.substr(change.span.begin - 1, change.span.end - change.span.begin + 1);
  if (has_control(change.by) || lines.find_first_of("\r\n") != std::string_view::npos) {
    return std::nullopt;
  }
  // Blanks beyond the indentation keep a folded line from being joined.
  if (change.begins_line() && is_space(change.source[change.span.begin])) return std::nullopt;
  return Edit{change.span, std::string(change.by)};
}

std::optional<Edit> edit_plain(const TextChange& change, Span content) {
  constexpr std::uint32_t kLongest = 4096;  // it is looked through for each change
  if (has_control(change.by) || content.size() > kLongest) return std::nullopt;
  // A line that begins so is a comment, or nearly something else.
  const bool is_sign = std::string_view("#-?:%@`|>").find(change.next()) != std::string_view::npos;
  if (change.span.begin > content.begin && change.begins_line() && is_sign) return std::nullopt;
  const std::string changed = change.text();
  if (may_be_plain(changed, is_in_flow(change.node))) {
    return Edit{change.span, std::string(change.by)};
  }
  const bool is_single =
      changed.find_first_of("\"\\") != std::string::npos && changed.find('\'') == std::string::npos;
  const char quote = is_single ? '\'' : '"';
  const std::string_view before =
      change.source.substr(content.begin, change.span.begin - content.begin);
  const std::string_view behind =
      change.source.substr(change.span.end, content.end - change.span.end);
  std::string text(1, quote);
  text += escaped(before, quote) + escaped(change.by, quote) + escaped(behind, quote) + quote;
  return Edit{content, std::move(text)};
}

}  // namespace

std::optional<Edit> edit_yaml(const TextChange& change) {
  const Span span = change.node.span();
  const Span content{content_begin(change.source, span), span.end};
  if (content.empty() || !change.keeps_lines()) return std::nullopt;
  switch (change.source[content.begin]) {
    case '"': {
      std::optional<std::string> text = double_quoted(change.by);
      if (!text) return std::nullopt;
      return Edit{change.span, *std::move(text)};
    }
    case '\'':
      if (has_control(change.by)) return std::nullopt;
      return Edit{change.span, escaped(change.by, '\'')};
    case '|':
    case '>':
      return edit_block(change);
    default:
      return edit_plain(change, content);
  }
}

}  // namespace proclint
