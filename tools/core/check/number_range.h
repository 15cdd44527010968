#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace proclint {

/// "15-30" in a text.
struct NumberRange {
  std::size_t begin = 0;
  std::size_t hyphen = 0;
  std::size_t end = 0;
  bool is_dose = false;  ///< a unit of drugs follows
};

/// The range whose hyphen stands at `hyphen`. None for what else has a hyphen between digits:
/// codes, dates, years, phone numbers, addresses of the web, page numbers behind a colon, and
/// numbers that do not rise.
std::optional<NumberRange> number_range_at(std::string_view text, std::size_t hyphen);

}  // namespace proclint
