#pragma once

#include "proclint/options.h"

namespace proclint {

/// Checks the documents that `options` name and writes the reports. Returns the exit code (see
/// rules.md: 0, 1, 2).
int lint(const Options& options);

}  // namespace proclint
