#pragma once

#include <span>
#include <string>
#include <string_view>

namespace proclint {

/// The candidate that `word` most likely means: the fewest letters added, left out, changed or
/// swapped, at most a third of its length; the first of equals. Empty if none is that near.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace proclint
