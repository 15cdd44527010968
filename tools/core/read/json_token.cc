#include "core/read/json_token.h"

#include <algorithm>

#include "core/read/json_scalar.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Typographic quotes and what else a word processor or keyboard gives for a quote.
bool is_quote(char32_t c) {
  return (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A || c == 0xAB || c == 0xBB ||
         c == 0xB4 || c == '`' || c == 0x2032 || c == 0x2033 || c == 0xFF02;
}
bool is_blank(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}
bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

// The kind of a character that begins no token; `word` for what may stand in a word.
JsonLexeme kind_of(const utf8::Step& step) {
  if (!step.valid) return JsonLexeme::undecodable;
  if (is_control(step.codepoint)) return JsonLexeme::control;
  if (is_quote(step.codepoint)) return JsonLexeme::typographic_quote;
  if (is_blank(step.codepoint)) return JsonLexeme::blank;
  if (is_invisible(step.codepoint)) return JsonLexeme::invisible;
  if (step.codepoint >= 0x80) return JsonLexeme::word;
  const char c = static_cast<char>(step.codepoint);
  return is_letter(c) || c == '_' || c == '$' || c == '@' ? JsonLexeme::word : JsonLexeme::other;
}

// One past the run of what an author would take for one word or number.
std::uint32_t run_end(std::string_view text, std::uint32_t at) {
  while (at < text.size()) {
    const char c = text[at];
    if (is_digit(c) || c == '.' || c == '+' || c == '-') {
      ++at;
      continue;
    }
    const utf8::Step step = utf8::decode(text.substr(at));
    if (kind_of(step) != JsonLexeme::word) break;
    at += step.size;
  }
  return at;
}

std::uint32_t line_end(std::string_view text, std::uint32_t at) {
  return static_cast<std::uint32_t>(std::min(text.find_first_of("\r\n", at), text.size()));
}

// One past the second single quote of the line; one past the first if there is no other.
std::uint32_t single_quoted_end(std::string_view text, std::uint32_t at) {
  const std::uint32_t stop = line_end(text, at);
  for (std::uint32_t i = at + 1; i < stop; ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '\'') {
      return i + 1;
    }
  }
  return at + 1;
}

// One past the comment at `at`; `at` if there is none.
std::uint32_t comment_end(std::string_view text, std::uint32_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("//") || rest.starts_with('#')) return line_end(text, at);
  if (!rest.starts_with("/*")) return at;
  const std::size_t end = text.find("*/", at + 2);
  return static_cast<std::uint32_t>(end == std::string_view::npos ? text.size() : end + 2);
}

JsonToken number_or_word(std::string_view text, std::uint32_t at) {
  const std::uint32_t end = run_end(text, at);
  const std::string_view run = text.substr(at, end - at);
  const char first = run.front();
  if (is_digit(first) || first == '-' || first == '+' || first == '.') {
    const bool is_number = json_number_end(text, at) == end;
    return {is_number ? JsonLexeme::number : JsonLexeme::bad_number, {at, end}};
  }
  const bool is_literal = run == "true" || run == "false" || run == "null";
  return {is_literal ? JsonLexeme::literal : JsonLexeme::word, {at, end}};
}

}  // namespace

std::uint32_t json_string_fault(std::string_view text, std::uint32_t quote) {
  std::uint32_t at = quote + 1;
  while (at < text.size() && text[at] != '"' && static_cast<unsigned char>(text[at]) >= 0x20) {
    const JsonUnit unit = json_unit(text, at);
    if (!unit.is_valid) break;
    at += unit.size;
  }
  return at;
}

JsonToken next_json_token(std::string_view text, std::uint32_t at) {
  const std::uint32_t before = at;
  at = static_cast<std::uint32_t>(std::min(text.find_first_not_of(" \t\r\n", at), text.size()));
  if (at == text.size()) return {JsonLexeme::end, {before, before}};
  const auto token = [at](JsonLexeme kind, std::uint32_t end) {
    return JsonToken{kind, {at, end}};
  };
  switch (text[at]) {
    case '[':
    case '{':
      return token(JsonLexeme::open, at + 1);
    case ']':
    case '}':
      return token(JsonLexeme::close, at + 1);
    case ',':
      return token(JsonLexeme::comma, at + 1);
    case ':':
      return token(JsonLexeme::colon, at + 1);
    case '"': {
      const std::uint32_t stop = json_string_fault(text, at);
      const bool is_closed = stop < text.size() && text[stop] == '"';
      return is_closed ? token(JsonLexeme::string, stop + 1) : token(JsonLexeme::bad_string, stop);
    }
    case '\'':
      return token(JsonLexeme::single_quoted, single_quoted_end(text, at));
    default:
      break;
  }
  if (const std::uint32_t end = comment_end(text, at); end != at) {
    return token(JsonLexeme::comment, end);
  }
  if (run_end(text, at) != at) return number_or_word(text, at);
  const utf8::Step step = utf8::decode(text.substr(at));
  return token(kind_of(step), at + step.size);
}

}  // namespace proclint
