#pragma once

#include <span>
#include <string_view>

namespace proclint {

/// Whether a line is furniture of a web page and no word of the procedure: "Back to top", "Home >
/// Codes", "Page 2 of 7", a cookie or copyright notice, an invitation to search, share or
/// subscribe (handbook 5, boilerplate-line). Decided by the whole line, so that "Share your worries
/// with the nurse." is text. Lines of more than 200 bytes are text.
bool is_boilerplate(std::string_view line);

/// Such a line begins with one of these words, in small letters, or with a sign, or has inside one
/// of boilerplate_inner_words(), an arrow or a quote.
std::span<const std::string_view> boilerplate_first_words();
std::span<const std::string_view> boilerplate_inner_words();

}  // namespace proclint
