#include "core/read/yaml_scalar.h"

#include <algorithm>
#include <cstddef>

namespace proclint {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_octal(char c) { return c >= '0' && c <= '7'; }

bool is_hexadecimal(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

std::string_view without_sign(std::string_view text) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  return text;
}

// One of three spellings: lower case, capitalized, upper case.
bool is_word(std::string_view text, std::string_view lower, std::string_view capitalized,
             std::string_view upper) {
  return text == lower || text == capitalized || text == upper;
}

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

template <class Predicate>
bool is_all(std::string_view text, Predicate predicate) {
  return !text.empty() && std::all_of(text.begin(), text.end(), predicate);
}

}  // namespace

bool is_yaml_null(std::string_view text) {
  return text.empty() || text == "~" || is_word(text, "null", "Null", "NULL");
}

bool is_yaml_boolean(std::string_view text) {
  return is_word(text, "true", "True", "TRUE") || is_word(text, "false", "False", "FALSE");
}

bool is_yaml_integer(std::string_view text) {
  if (text.starts_with("0o")) return is_all(text.substr(2), is_octal);
  if (text.starts_with("0x")) return is_all(text.substr(2), is_hexadecimal);
  return is_all(without_sign(text), is_digit);
}

bool is_yaml_float(std::string_view text) {
  if (is_word(text, ".nan", ".NaN", ".NAN")) return true;
  const std::string_view number = without_sign(text);
  if (is_word(number, ".inf", ".Inf", ".INF")) return true;
  std::size_t at = digits_end(number, 0);
  std::size_t digits = at;
  if (at < number.size() && number[at] == '.') {
    const std::size_t end = digits_end(number, at + 1);
    digits += end - at - 1;
    at = end;
  }
  if (digits == 0) return false;
  if (at < number.size() && (number[at] == 'e' || number[at] == 'E')) {
    ++at;
    if (at < number.size() && (number[at] == '-' || number[at] == '+')) ++at;
    const std::size_t end = digits_end(number, at);
    if (end == at) return false;
    at = end;
  }
  return at == number.size();
}

Kind yaml_kind(std::string_view plain) {
  if (plain.empty()) return Kind::null;
  const char c = plain[0];
  // Most texts begin with a letter that begins no word of the schema.
  if (is_digit(c) || c == '-' || c == '+' || c == '.') {
    return is_yaml_float(plain) || is_yaml_integer(plain) ? Kind::number : Kind::string;
  }
  if (plain.size() <= 5) {
    if (is_yaml_null(plain)) return Kind::null;
    if (is_yaml_boolean(plain)) return Kind::boolean;
  }
  return Kind::string;
}

}  // namespace proclint
