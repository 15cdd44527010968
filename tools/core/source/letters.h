#pragma once

namespace proclint {

/// What Unicode's general category (UAX #44) says of a character.
enum class Letter { none, upper, other };

/// upper: Lu, Lt; other: Ll, Lm, Lo; none: everything else.
Letter letter_of(char32_t codepoint);

}  // namespace proclint
