#pragma once

#include <string>
#include <string_view>

#include "core/check/mistakes.h"
#include "core/check/ruleset.h"

namespace proclint {

/// Applies what a configuration, or a rules file that extends others, says of the rule at `index`:
/// a severity, or a map with `severity` and `options`. Mistakes are reported.
void change_settings(const Rule& rule, std::size_t index, Value change,
                     const Vocabulary& vocabulary, Settings& settings, Mistakes& mistakes);

/// What is said of an id that no rule has; `otherwise` if none is spelled nearly so.
std::string no_such_rule(const Ruleset& ruleset, std::string_view id, std::string otherwise);

}  // namespace proclint
