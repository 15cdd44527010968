#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace proclint {

/// Breaks `text` at blanks into lines of at most `room` columns (at least 1); a word that is wider
/// is broken between two signs. The blanks at a break are dropped. Always at least one line.
std::vector<std::string_view> fold(std::string_view text, std::size_t room);

}  // namespace proclint
