#include "core/document/json_number.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace proclint {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::uint32_t digit_value(char c) {
  if (is_digit(c)) return static_cast<std::uint32_t>(c - '0');
  return static_cast<std::uint32_t>((c | 0x20) - 'a') + 10;
}

// Digits that are read to the last one; a longer number is no number that anybody wrote, and the
// conversion takes their square.
constexpr std::size_t kMaxDigits = 1000;

// Digits of base 8 or 16 in base 10, without limit of size.
std::string decimal(std::string_view digits, std::uint32_t base) {
  constexpr std::uint64_t kLimb = 1'000'000'000;
  std::vector<std::uint64_t> limbs{0};  // base 10^9, the last first
  for (const char c : digits) {
    std::uint64_t carry = digit_value(c);
    for (std::uint64_t& limb : limbs) {
      const std::uint64_t sum = limb * base + carry;
      limb = sum % kLimb;
      carry = sum / kLimb;
    }
    if (carry != 0) limbs.push_back(carry);
  }
  std::string out = std::to_string(limbs.back());
  for (std::size_t i = limbs.size() - 1; i-- > 0;) {
    const std::string limb = std::to_string(limbs[i]);
    out.append(9 - limb.size(), '0');
    out += limb;
  }
  return out;
}

std::string_view take_digits(std::string_view& text) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  const std::string_view digits = text.substr(0, size);
  text.remove_prefix(size);
  return digits;
}

}  // namespace

std::string json_number(std::string_view written) {
  if (written.size() > 2 && written.size() <= kMaxDigits + 2 && written[0] == '0') {
    if (written[1] == 'x') return decimal(written.substr(2), 16);
    if (written[1] == 'o') return decimal(written.substr(2), 8);
  }
  std::string out;
  std::string_view rest = written;
  if (!rest.empty() && (rest[0] == '-' || rest[0] == '+')) {
    if (rest[0] == '-') out = "-";
    rest.remove_prefix(1);
  }
  std::string_view whole = take_digits(rest);
  while (whole.size() > 1 && whole[0] == '0') whole.remove_prefix(1);
  std::string_view fraction;
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    fraction = take_digits(rest);
  }
  if (whole.empty() && fraction.empty()) return {};
  out += whole.empty() ? "0" : whole;
  if (!fraction.empty()) {
    out += '.';
    out += fraction;
  }
  if (rest.empty()) return out;
  if (rest[0] != 'e' && rest[0] != 'E') return {};
  std::string_view exponent = rest.substr(1);
  if (exponent.starts_with('-') || exponent.starts_with('+')) exponent.remove_prefix(1);
  if (exponent.empty() || take_digits(exponent).empty() || !exponent.empty()) return {};
  out += rest;
  return out;
}

}  // namespace proclint
