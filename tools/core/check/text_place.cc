#include "core/check/text_place.h"

namespace proclint {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_line_end(char c) { return c == '\n' || c == '\r'; }

}  // namespace

TextSyntax text_syntax(Value node) {
  switch (node.document().form) {
    case Form::json:
      return TextSyntax::json;
    case Form::yaml:
      return TextSyntax::yaml;
    case Form::page:
      return TextSyntax::page;
    case Form::markdown:
      break;
  }
  if (!node.parent()) return TextSyntax::markdown;
  Value top = node;
  while (top.parent().parent()) top = top.parent();
  // Title and sections have no key that is written.
  const Span key = top.is(Kind::key) ? top.span() : top.key().span();
  const bool is_section = top.is(Kind::map) && top.key().text() == "sections";
  return key.empty() || is_section ? TextSyntax::markdown : TextSyntax::yaml;
}

bool is_alias_copy(Value node) {
  const Document& document = node.document();
  for (Value at = node; at.parent(); at = at.parent()) {
    // Nodes stand in the order of the text, and only what holds others begins where they do.
    const Span before = document.node(at.id() - 1).span;
    if (at.span().begin < before.begin) return true;
    const bool is_again = at.span() == before && !before.empty();
    if (is_again && at.parent().id() != at.id() - 1) return true;
  }
  return false;
}

std::string TextChange::text() const {
  return std::string(node.text()).replace(decoded.begin, decoded.size(), by);
}

bool TextChange::leaves_bare_end() const {
  const std::string_view before = node.text().substr(0, decoded.begin);
  const std::string_view behind = node.text().substr(decoded.end);
  if (before.empty() && by.empty() && behind.empty()) return true;
  const char first = !before.empty() ? before.front() : !by.empty() ? by.front() : behind.front();
  const char final = !behind.empty() ? behind.back() : !by.empty() ? by.back() : before.back();
  return first == ' ' || final == ' ';
}

bool TextChange::begins_line() const {
  std::uint32_t at = span.begin;
  while (at > 0 && is_blank(source[at - 1])) --at;
  return at == 0 || is_line_end(source[at - 1]);
}

bool TextChange::keeps_lines() const {
  if (is_blank(last()) && is_line_end(right())) return false;
  if (!begins_line()) return true;
  return !is_blank(next()) && !(by.empty() && is_line_end(right()));
}

bool has_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 || byte == 0x7F) return true;
    const std::string_view rest = text.substr(i, 3);
    if (byte == 0xC2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA0) return true;
    if (rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9" || rest == "\xEF\xBB\xBF") return true;
  }
  return false;
}

}  // namespace proclint
