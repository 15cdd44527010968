#pragma once

#include <optional>
#include <string>

#include "core/pattern/syntax.h"

namespace proclint {

/// The pattern in RE2's syntax, or nothing if it needs what RE2 does not have: look-around,
/// back-references, \B between characters, repeats over 1,000, some Unicode properties. Groups
/// capture nothing: whether a text matches does not depend on them.
std::optional<std::string> to_re2(const Syntax& syntax);

/// The pattern in PCRE2's syntax; only groups that a back-reference needs are captured. Error: what
/// PCRE2 does not have either: look-behind without a greatest length, repeats over 65,535.
Result<std::string> to_pcre2(const Syntax& syntax);

}  // namespace proclint
