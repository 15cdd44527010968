#pragma once

#include <cstddef>
#include <string_view>

namespace proclint {

/// Size of the blanks that `text` begins with, when a line end is among them; else 0.
std::size_t line_end_size(std::string_view text);

/// Whether a line would be taken for a step: "3." or "3)".
bool begins_with_number(std::string_view line);

/// Whether a line would be taken for an item (handbook 1.2).
bool begins_with_bullet(std::string_view line);

}  // namespace proclint
