#pragma once

#include <string_view>

namespace proclint {

/// What of a text calls for a closer look by quote-dash-style.
struct TypographicSigns {
  bool has_curly_quote = false;  ///< one of “ ” ‘ ’
  bool has_hyphens = false;      ///< two hyphens, or one between digits
};

/// One pass over the bytes; cheap where there is nothing.
TypographicSigns find_typographic_signs(std::string_view text);

}  // namespace proclint
