#pragma once

#include "core/check/schema_program.h"

namespace proclint {

/// Where a schema only refers to another, lets those who use it use the other at once. Leaves
/// programs with dynamic references alone: there the way to a schema matters.
void shorten(Program& program);

}  // namespace proclint
