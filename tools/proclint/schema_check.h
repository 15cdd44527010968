#pragma once

#include "proclint/options.h"

namespace proclint {

/// Checks the schemas that `options` name, each by the configuration that is nearest to it, and
/// writes the reports. Returns the exit code (see rules.md: 0, 1, 2).
int schema_check(const Options& options);

}  // namespace proclint
