#pragma once

#include <cstdint>
#include <string_view>

#include "core/pattern/pattern.h"
#include "core/source/result.h"

namespace proclint {

/// What of a text an I-Regexp must match.
enum class Extent : std::uint8_t { whole, part };

/// A regular expression of RFC 9485 (I-Regexp), which is a small part of what Pattern knows. As its
/// section 5.3 maps them to ECMA-262, "." is any character but line feed and carriage return, and
/// "^" and "$" are the begin and the end of the text. Error: what is malformed and at which
/// character, counted from 1.
Result<Pattern> parse_i_regexp(std::string_view text, Extent extent);

}  // namespace proclint
