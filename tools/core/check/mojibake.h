#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace proclint {

/// Characters that were written as UTF-8 and read as Windows-1252, as "â€™" for "’".
struct Mojibake {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string meant;  ///< empty: what was meant is lost
};

/// The first of them at or after `from`. Also what was read wrongly twice or thrice, the rest of a
/// closing quote whose last byte Windows-1252 does not have, and "Â" before a blank. Letters that
/// some language may have side by side are left alone.
std::optional<Mojibake> find_mojibake(std::string_view text, std::size_t from);

/// Whether the byte at `at` belongs to some.
bool is_in_mojibake(std::string_view text, std::size_t at);

}  // namespace proclint
