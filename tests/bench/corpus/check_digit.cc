#include "bench/corpus/check_digit.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace proclint::corpus {
namespace {

// The product of the dihedral group D5: digits below 5 are turns, the others mirrored turns.
int product(int left, int right) {
  if (left < 5) return right < 5 ? (left + right) % 5 : 5 + (left + right - 5) % 5;
  return right < 5 ? 5 + (left - right) % 5 : (left - right + 5) % 5;
}

// The permutation of a digit, applied `times` times.
int permuted(int digit, std::size_t times) {
  constexpr std::array<int, 10> kOnce = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
  for (; times > 0; --times) digit = kOnce[static_cast<std::size_t>(digit)];
  return digit;
}

}  // namespace

char verhoeff(std::string_view digits) {
  int check = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int digit = digits[digits.size() - 1 - i] - '0';
    check = product(check, permuted(digit, (i + 1) % 8));
  }
  // Turns are undone by the rest to five, mirrored turns by themselves.
  return static_cast<char>('0' + (check < 5 ? (5 - check) % 5 : check));
}

char loinc(std::string_view digits) {
  std::string odd;
  std::string joined;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    (i % 2 == 0 ? odd : joined) += digits[digits.size() - 1 - i];
  }
  joined += std::to_string(2 * std::stoul(odd));
  int sum = 0;
  for (const char digit : joined) sum += digit - '0';
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

}  // namespace proclint::corpus
