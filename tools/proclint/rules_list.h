#pragma once

#include "proclint/options.h"

namespace proclint {

/// Prints the rules that apply in the working directory, one a line: severity, category, what its
/// fixes touch, what holds when it is content. With --format markdown the page rules/README.md: the
/// rules that are built in, whatever applies here.
int rules_list(const Options& options);

}  // namespace proclint
