#pragma once

#include "proclint/options.h"

namespace proclint {

/// Prints a document's nodes and marks, one a line; what is wrong with its syntax goes to standard
/// error.
int tree(const Options& options);

}  // namespace proclint
