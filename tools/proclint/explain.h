#pragma once

#include "proclint/options.h"

namespace proclint {

/// Prints all that is known of one rule: what it asks, why, how to mend it, examples, sources.
int explain(const Options& options);

/// Prints each rule with its severity and what it asks, one a line.
int list_rules(const Options& options);

}  // namespace proclint
