#pragma once

#include "proclint/options.h"

namespace proclint {

/// Prints what a JSONPath selects in a document: each match with its place, normalized path and
/// value, or all as one list in JSON. Returns the exit code: 0 with matches or without, 1 if the
/// document has syntax errors, 2 if the path is none, the file cannot be read or the path needs too
/// many steps.
int select(const Options& options);

}  // namespace proclint
