#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace proclint {

/// A JSON number as written, compared exactly: no digit is lost, however long it is. A view: the
/// text must outlive it.
class Number {
 public:
  explicit Number(std::string_view text);

  /// Whether the value has no fractional part; 1.0 and 1e2 have none.
  bool is_integer() const { return exponent_ >= digit_count_; }
  /// Below 0, 0 or above 0, as the value is less than, equal to or greater than `other`.
  int compare(const Number& other) const;
  /// Whether `divisor` times some integer is the value. True for divisor 0, which no schema may
  /// have, and where more digits than any real number has would need too long to decide.
  bool is_multiple_of(const Number& divisor) const;
  /// Equal for equal values.
  std::uint64_t hash() const;

 private:
  // The value is sign * 0.d1d2d3... * 10^exponent, d1 and the last digit not 0; zero has no digits.
  std::string_view digits_;  // from the first to the last significant digit, perhaps with a point
  std::int64_t digit_count_ = 0;
  std::int64_t exponent_ = 0;
  bool is_negative_ = false;
};

/// Below 0, 0 or above 0 for two numbers as YAML or JSON writes them, 0x1F included. None if one of
/// them has no place among numbers: .inf, .nan.
std::optional<int> compare_numbers(std::string_view a, std::string_view b);

}  // namespace proclint
