#include "core/read/json_scalar.h"

#include <optional>

#include "core/read/text_runs.h"

namespace proclint {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

char at_or_nul(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The code unit of the escape "\uXXXX" at `at`.
std::optional<std::uint32_t> code_unit(std::string_view text, std::size_t at) {
  if (at_or_nul(text, at) != '\\' || at_or_nul(text, at + 1) != 'u') return std::nullopt;
  std::uint32_t value = 0;
  for (std::size_t i = 2; i < 6; ++i) {
    const int digit = hex_value(at_or_nul(text, at + i));
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<std::uint32_t>(digit);
  }
  return value;
}

std::uint32_t skip_digits(std::string_view text, std::uint32_t at) {
  while (is_digit(at_or_nul(text, at))) ++at;
  return at;
}

}  // namespace

JsonUnit json_unit(std::string_view text, std::uint32_t at) {
  if (text[at] != '\\') return {};
  const char letter = at_or_nul(text, at + 1);
  if (letter != 'u') {
    static constexpr std::string_view kEscapes = "\"\\/bfnrt";
    static constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    const std::size_t i = letter == '\0' ? std::string_view::npos : kEscapes.find(letter);
    if (i == std::string_view::npos) return {1, 1, false};
    return {2, 1, true, static_cast<char32_t>(kMeanings[i])};
  }
  const std::optional<std::uint32_t> first = code_unit(text, at);
  if (!first) {
    std::uint32_t size = 2;
    while (hex_value(at_or_nul(text, at + size)) >= 0) ++size;
    return {size, 1, false};
  }
  if (*first < 0x80) return {6, 1, true, *first};
  if (*first < 0x800) return {6, 2, true, *first};
  if (*first < 0xD800 || *first > 0xDFFF) return {6, 3, true, *first};
  if (*first > 0xDBFF) return {6, 3, false};
  const std::optional<std::uint32_t> second = code_unit(text, at + 6);
  if (!second || *second < 0xDC00 || *second > 0xDFFF) return {6, 3, false};
  return {12, 4, true, 0x10000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00)};
}

void add_json_runs(std::string_view text, Span content, Span decoded, std::vector<TextRun>& runs) {
  if (decoded.size() <= kLongText || decoded.size() > kLongestText) return;
  TextRuns writer(runs, decoded.begin);
  for (std::uint32_t at = content.begin; at < content.end;) {
    const JsonUnit unit = json_unit(text, at);
    writer.add({at, at + unit.size}, unit.decoded_size);
    at += unit.size;
  }
}

std::uint32_t json_string_end(std::string_view text, std::uint32_t begin) {
  for (std::uint32_t at = begin; at < text.size();) {
    if (text[at] == '"') return at + 1;
    const JsonUnit unit = json_unit(text, at);
    if (!unit.is_valid) return 0;
    at += unit.size;
  }
  return 0;
}

std::uint32_t json_string_end(std::string_view text, std::uint32_t begin,
                              std::uint32_t decoded_size) {
  std::uint32_t at = begin;
  for (std::uint32_t left = decoded_size;;) {
    // Without a further escape the rest stands as it is.
    const std::size_t plain = text.substr(at, left).find('\\');
    if (plain == std::string_view::npos) return at + left + 1;
    at += static_cast<std::uint32_t>(plain);
    const JsonUnit unit = json_unit(text, at);
    if (!unit.is_valid) return 0;
    at += unit.size;
    left -= static_cast<std::uint32_t>(plain) + unit.decoded_size;
  }
}

std::uint32_t json_number_end(std::string_view text, std::uint32_t begin) {
  std::uint32_t at = begin;
  if (at_or_nul(text, at) == '-') ++at;
  if (!is_digit(at_or_nul(text, at))) return begin;
  at = text[at] == '0' ? at + 1 : skip_digits(text, at);
  if (at_or_nul(text, at) == '.' && is_digit(at_or_nul(text, at + 1))) {
    at = skip_digits(text, at + 1);
  }
  if (at_or_nul(text, at) == 'e' || at_or_nul(text, at) == 'E') {
    const char sign = at_or_nul(text, at + 1);
    const std::uint32_t digits = at + (sign == '+' || sign == '-' ? 2U : 1U);
    if (is_digit(at_or_nul(text, digits))) at = skip_digits(text, digits);
  }
  return at;
}

bool continues_json_number(std::string_view text, std::uint32_t at) {
  const char c = at_or_nul(text, at);
  return is_digit(c) || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
}

}  // namespace proclint
