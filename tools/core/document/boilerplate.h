#pragma once

#include <string_view>

namespace proclint {

/// Whether a line is furniture of a web page and no word of the procedure: "Back to top", "Home >
/// Codes", "Page 2 of 7", a cookie or copyright notice, an invitation to search, share or
/// subscribe (handbook 5, boilerplate-line). Decided by the whole line, so that "Share your worries
/// with the nurse." is text. Lines of more than 200 bytes are text.
bool is_boilerplate(std::string_view line);
/// The same, when has_boilerplate_inside() of the line, or of a text that it is a part of, is
/// known.
bool is_boilerplate(std::string_view line, bool has_inside);

/// Whether `text` has a mark that stands inside of such lines: a cookie, reserved rights, an arrow.
bool has_boilerplate_inside(std::string_view text);

/// False for almost every line that is no boilerplate, at the cost of a look at its first letters.
/// `has_inside`: has_boilerplate_inside() of the line, or of a text that the line is a part of.
bool may_be_boilerplate(std::string_view line, bool has_inside);

}  // namespace proclint
