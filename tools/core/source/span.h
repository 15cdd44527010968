#pragma once

#include <cstdint>

namespace proclint {

/// Bytes `begin` to `end`, half open, of a source: the only position that the engine knows.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }

  friend constexpr bool operator==(Span, Span) = default;
};

}  // namespace proclint
