#pragma once

#include <cstddef>
#include <optional>

#include "core/pattern/syntax.h"
#include "core/pattern/syntax_text.h"

namespace proclint {

// What stands for one character of a pattern. Each function reads from `in.at` on; where it gives
// nothing and `in` has an error, the pattern is malformed.

/// \d \D \s \S \w \W \p{} \P{}; the "\" has been read. None without an error: something else.
std::optional<CharacterClass> read_class_escape(PatternText& in);
/// After "\u" at `start`.
std::optional<char32_t> read_unicode_escape(PatternText& in, std::size_t start);
/// One character written as an escape; the "\" at `start` has been read.
std::optional<char32_t> read_character_escape(PatternText& in, std::size_t start);
/// From "[" to its "]".
std::optional<CharacterClass> read_bracketed_class(PatternText& in);

}  // namespace proclint
