#pragma once

#include "proclint/options.h"

namespace proclint {

/// Prints all that is known of one rule: what it asks, why, how to mend it, examples, sources,
/// options, and how to switch it off.
int explain(const Options& options);

}  // namespace proclint
