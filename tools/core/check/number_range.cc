#include "core/check/number_range.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace proclint {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_number_byte(char c) { return is_digit(c) || c == '.' || c == ','; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr std::string_view kBlank = " \t\r\n";

struct Number {
  std::uint64_t thousandths = 0;
  std::size_t digits = 0;  // before the decimal point
  bool is_plain = true;    // digits only
};

// "15", "2.5", "1,500"; none for what no number of a sentence looks like.
std::optional<Number> parse(std::string_view text) {
  constexpr std::size_t kMost = 9;
  Number out;
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (whole.empty() || whole.size() > kMost || !is_digit(whole[0])) return std::nullopt;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (whole[i] == ',') {
      if ((whole.size() - i) % 4 != 0) return std::nullopt;
      out.is_plain = false;
      continue;
    }
    out.thousandths = out.thousandths * 10 + static_cast<std::uint64_t>(whole[i] - '0');
    ++out.digits;
  }
  if (whole.size() > 1 && whole[0] == '0') return std::nullopt;
  out.thousandths *= 1000;
  if (point == std::string_view::npos) return out;
  out.is_plain = false;
  const std::string_view fraction = text.substr(point + 1);
  if (fraction.empty() || fraction.size() > 3) return std::nullopt;
  std::uint64_t worth = 100;
  for (const char c : fraction) {
    if (!is_digit(c)) return std::nullopt;
    out.thousandths += static_cast<std::uint64_t>(c - '0') * worth;
    worth /= 10;
  }
  return out;
}

// Years, the two parts of a phone number, and codes.
bool is_something_else(const Number& first, const Number& second) {
  constexpr std::uint64_t kFirstYear = 1800000;
  constexpr std::uint64_t kLastYear = 2199000;
  const auto is_year = [](const Number& number) {
    return number.is_plain && number.thousandths >= kFirstYear && number.thousandths <= kLastYear;
  };
  if (is_year(first) && is_year(second)) return true;
  if (!first.is_plain || !second.is_plain) return false;
  return (first.digits == 3 && second.digits == 4) || first.digits > 4 || second.digits > 4;
}

// Whether the word around the place is an address.
bool is_in_address(std::string_view text, std::size_t at) {
  const std::size_t before = text.find_last_of(kBlank, at);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = std::min(text.find_first_of(kBlank, at), text.size());
  const std::string_view word = text.substr(begin, end - begin);
  return word.find_first_of("/@\\#=_") != std::string_view::npos || word.starts_with("www.");
}

bool is_dose_behind(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 26> kUnits{
      "mg",    "mcg",  "ug",    "µg",     "μg",      "g",    "kg",    "ml",  "l",
      "iu",    "unit", "units", "mmol",   "meq",     "cc",   "gy",    "mgy", "drop",
      "drops", "puff", "puffs", "tablet", "tablets", "dose", "doses", "%"};
  at = std::min(text.find_first_not_of(kBlank, at), text.size());
  if (text.substr(at).starts_with('%')) return true;
  std::array<char, 8> word{};
  std::size_t size = 0;
  while (at + size < text.size() && size < word.size()) {
    const char c = text[at + size];
    if (!is_letter(c) && static_cast<unsigned char>(c) < 0x80) break;
    word[size] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    ++size;
  }
  return std::find(kUnits.begin(), kUnits.end(), std::string_view(word.data(), size)) !=
         kUnits.end();
}

}  // namespace

std::optional<NumberRange> number_range_at(std::string_view text, std::size_t hyphen) {
  NumberRange out{hyphen, hyphen, hyphen + 1, false};
  while (out.begin > 0 && is_number_byte(text[out.begin - 1])) --out.begin;
  while (out.end < text.size() && is_number_byte(text[out.end])) ++out.end;
  while (out.end > hyphen + 1 && !is_digit(text[out.end - 1])) --out.end;
  const char before = out.begin == 0 ? ' ' : text[out.begin - 1];
  const char behind = out.end == text.size() ? ' ' : text[out.end];
  if (std::string_view(" \t\r\n([\"'").find(before) == std::string_view::npos) return std::nullopt;
  if (std::string_view(" \t\r\n)].,;:!?%\"'\xC2").find(behind) == std::string_view::npos) {
    return std::nullopt;
  }
  const auto first = parse(text.substr(out.begin, hyphen - out.begin));
  const auto second = parse(text.substr(hyphen + 1, out.end - hyphen - 1));
  if (!first || !second || first->thousandths >= second->thousandths) return std::nullopt;
  if (is_something_else(*first, *second) || is_in_address(text, hyphen)) return std::nullopt;
  out.is_dose = is_dose_behind(text, out.end);
  return out;
}

}  // namespace proclint
