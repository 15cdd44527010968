#include "core/check/check_digit.h"

#include <array>

namespace proclint {
namespace {

// Multiplication in the dihedral group D5, the permutations, and the inverses.
constexpr std::array<std::string_view, 10> kProduct{
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210"};
constexpr std::array<std::string_view, 8> kPermutation{"0123456789", "1576283094", "5803796142",
                                                       "8916043527", "9453126870", "4286573901",
                                                       "2793806415", "7046913258"};
constexpr std::string_view kInverse = "0432156789";

std::size_t digit(char c) { return static_cast<std::size_t>(c - '0'); }

// The sum over `digits`, the last of which stands at `first_place`.
std::size_t verhoeff_sum(std::string_view digits, std::size_t first_place) {
  std::size_t sum = 0;
  std::size_t place = first_place;
  for (std::size_t i = digits.size(); i-- > 0; ++place) {
    sum = digit(kProduct[sum][digit(kPermutation[place % 8][digit(digits[i])])]);
  }
  return sum;
}

}  // namespace

char verhoeff_digit(std::string_view digits) { return kInverse[verhoeff_sum(digits, 1)]; }

bool is_verhoeff(std::string_view digits) { return verhoeff_sum(digits, 0) == 0; }

char loinc_digit(std::string_view digits) {
  // The digits in odd places, read from the right, make a number; doubled, its digits and those in
  // even places are added. Doubling right to left with a carry gives the same digits.
  std::size_t sum = 0;
  for (std::size_t i = digits.size(); i-- > 0;) {
    if ((digits.size() - i) % 2 == 0) sum += digit(digits[i]);
  }
  // The number's last digit is the odd place furthest to the left.
  std::size_t carry = 0;
  for (std::size_t i = digits.size() % 2 == 0 ? 1 : 0; i < digits.size(); i += 2) {
    const std::size_t twice = 2 * digit(digits[i]) + carry;
    sum += twice % 10;
    carry = twice / 10;
  }
  sum += carry;
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

SnomedId snomed_id(std::string_view digits) {
  const char format = digits[digits.size() - 3];
  const char kind = digits[digits.size() - 2];
  if ((format != '0' && format != '1') || kind > '2') return {};
  return {static_cast<SnomedPartition>(kind - '0'), format == '1'};
}

}  // namespace proclint
