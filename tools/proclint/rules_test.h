#pragma once

#include "proclint/options.h"

namespace proclint {

/// Runs the examples of rules files, then damages documents and tells which parts of them no rule
/// guards. Without a file: the rules files that apply in the working directory, else those built
/// in. Returns the exit code: 1 if an example does not behave, 2 if a file has other mistakes.
int rules_test(const Options& options);

}  // namespace proclint
