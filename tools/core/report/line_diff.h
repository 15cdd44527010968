#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace proclint {

/// Elements [before_begin, before_end) give way to [after_begin, after_end) of the other list.
struct Change {
  std::uint32_t before_begin = 0;
  std::uint32_t before_end = 0;
  std::uint32_t after_begin = 0;
  std::uint32_t after_end = 0;

  friend constexpr bool operator==(Change, Change) = default;
};

/// What turns `before` into `after`, in order, with equal elements between any two changes. Lines
/// stand as numbers, equal ones with the same. Elements that both have once are matched first
/// (patience), what is between them by Myers, "An O(ND) Difference Algorithm" (1986); a part whose
/// search takes too long is one change, so the time is linear but for sorting.
std::vector<Change> line_diff(std::span<const std::uint32_t> before,
                              std::span<const std::uint32_t> after);

}  // namespace proclint
