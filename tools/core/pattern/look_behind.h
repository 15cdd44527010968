#pragma once

#include "core/pattern/syntax.h"

namespace proclint {

/// What a look-behind looks for, as alternatives of one length each: PCRE2 looks behind only so.
/// Error: there is no greatest length, there are too many lengths, or a back-reference depends on
/// the length.
Result<PatternNode> split_by_length(const PatternNode& inside, const Syntax& syntax);

}  // namespace proclint
