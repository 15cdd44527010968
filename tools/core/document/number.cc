#include "core/document/number.h"

#include <algorithm>
#include <cassert>
#include <string>

#include "core/document/json_number.h"

namespace proclint {
namespace {

__extension__ typedef unsigned __int128 Wide;

// Far beyond any exponent that a text could need, far below overflow.
constexpr std::int64_t kMaxExponent = 1'000'000'000'000'000;
// Digits of a divisor that always fit into 64 bits.
constexpr std::int64_t kMaxSmallDigits = 19;
// Steps of a long division; a thousand digits by a thousand.
constexpr std::int64_t kMaxDivisionSteps = 1'000'000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::int64_t parse_exponent(std::string_view text) {
  bool is_negative = false;
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
    is_negative = text.front() == '-';
    text.remove_prefix(1);
  }
  std::int64_t value = 0;
  for (const char c : text) {
    if (!is_digit(c)) break;
    value = std::min(kMaxExponent, value * 10 + (c - '0'));
  }
  return is_negative ? -value : value;
}

std::uint64_t remainder(std::string_view digits, std::uint64_t divisor) {
  Wide rest = 0;
  for (const char c : digits) {
    if (is_digit(c)) rest = (rest * 10 + static_cast<unsigned>(c - '0')) % divisor;
  }
  return static_cast<std::uint64_t>(rest);
}

std::uint64_t power_of_ten(std::int64_t exponent, std::uint64_t modulus) {
  Wide result = 1 % modulus;
  for (Wide base = 10 % modulus; exponent > 0; exponent /= 2, base = base * base % modulus) {
    if (exponent % 2 == 1) result = result * base % modulus;
  }
  return static_cast<std::uint64_t>(result);
}

std::string plain_digits(std::string_view digits) {
  std::string out(digits);
  std::erase(out, '.');
  return out;
}

// Whether `divisor` divides `dividend`, both digits without a leading zero: long division, the
// remainder kept as digits.
bool divides(const std::string& divisor, const std::string& dividend) {
  std::string rest;
  const auto is_less = [&] {
    return rest.size() != divisor.size() ? rest.size() < divisor.size() : rest < divisor;
  };
  for (const char digit : dividend) {
    if (!rest.empty() || digit != '0') rest.push_back(digit);
    while (!is_less()) {  // at most nine times
      int borrow = 0;
      for (std::size_t i = 0; i < rest.size(); ++i) {
        char& at = rest[rest.size() - 1 - i];
        int value = at - '0' - borrow;
        if (i < divisor.size()) value -= divisor[divisor.size() - 1 - i] - '0';
        borrow = value < 0 ? 1 : 0;
        at = static_cast<char>('0' + value + 10 * borrow);
      }
      rest.erase(0, std::min(rest.find_first_not_of('0'), rest.size()));
    }
  }
  return rest.empty();
}

// Whether Number reads it: not one of YAML's 0x1F, 0o17, .inf, .nan.
bool is_plain(std::string_view text) {
  return text.find_first_not_of("0123456789+-.eE") == std::string_view::npos;
}

}  // namespace

Number::Number(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    is_negative_ = text.front() == '-';
    text.remove_prefix(1);
  }
  const std::size_t mark = std::min(text.find_first_of("eE"), text.size());
  const std::string_view mantissa = text.substr(0, mark);
  std::int64_t power = 0;
  if (mark < text.size()) power = parse_exponent(text.substr(mark + 1));

  const std::size_t first = mantissa.find_first_of("123456789");
  if (first == std::string_view::npos) {
    is_negative_ = false;
    return;
  }
  const std::size_t last = mantissa.find_last_of("123456789");
  digits_ = mantissa.substr(first, last - first + 1);
  const std::size_t point = mantissa.find('.');
  digit_count_ = static_cast<std::int64_t>(digits_.size());
  if (point != std::string_view::npos && point > first && point < last) --digit_count_;
  const auto whole = static_cast<std::int64_t>(std::min(point, mantissa.size()));
  const auto lead = static_cast<std::int64_t>(first);
  exponent_ = power + (lead < whole ? whole - lead : whole - lead + 1);
}

int Number::compare(const Number& other) const {
  if (digits_.empty() || other.digits_.empty()) {
    if (digits_.empty() && other.digits_.empty()) return 0;
    if (digits_.empty()) return other.is_negative_ ? 1 : -1;
    return is_negative_ ? -1 : 1;
  }
  if (is_negative_ != other.is_negative_) return is_negative_ ? -1 : 1;
  const int sign = is_negative_ ? -1 : 1;
  if (exponent_ != other.exponent_) return exponent_ < other.exponent_ ? -sign : sign;
  std::size_t i = 0;
  std::size_t j = 0;
  for (;;) {
    if (i < digits_.size() && digits_[i] == '.') ++i;
    if (j < other.digits_.size() && other.digits_[j] == '.') ++j;
    if (i == digits_.size() || j == other.digits_.size()) break;
    if (digits_[i] != other.digits_[j]) return digits_[i] < other.digits_[j] ? -sign : sign;
    ++i;
    ++j;
  }
  if (i == digits_.size() && j == other.digits_.size()) return 0;
  return i == digits_.size() ? -sign : sign;
}

bool Number::is_multiple_of(const Number& divisor) const {
  if (digits_.empty() || divisor.digits_.empty()) return true;
  // Both as an integer, not divisible by ten, times a power of ten.
  const std::int64_t shift =
      (exponent_ - digit_count_) - (divisor.exponent_ - divisor.digit_count_);
  if (shift < 0) return false;
  if (divisor.digit_count_ <= kMaxSmallDigits) {
    std::uint64_t small = 0;
    for (const char c : divisor.digits_) {
      if (is_digit(c)) small = small * 10 + static_cast<std::uint64_t>(c - '0');
    }
    assert(small > 0);
    const Wide product = static_cast<Wide>(remainder(digits_, small)) * power_of_ten(shift, small);
    return product % small == 0;
  }
  if (digit_count_ + shift > kMaxDivisionSteps / divisor.digit_count_) return true;
  return divides(plain_digits(divisor.digits_),
                 plain_digits(digits_).append(static_cast<std::size_t>(shift), '0'));
}

std::uint64_t Number::hash() const {
  std::uint64_t state = static_cast<std::uint64_t>(exponent_) * 2 + (is_negative_ ? 1 : 0);
  for (const char c : digits_) {
    if (c != '.') state = (state ^ static_cast<unsigned char>(c)) * 0x9E3779B97F4A7C15ULL;
  }
  return state ^ (state >> 32U);
}

std::optional<int> compare_numbers(std::string_view a, std::string_view b) {
  if (is_plain(a) && is_plain(b)) return Number(a).compare(Number(b));
  const std::string left = json_number(a);
  const std::string right = json_number(b);
  if (left.empty() || right.empty()) return std::nullopt;
  return Number(left).compare(Number(right));
}

}  // namespace proclint
