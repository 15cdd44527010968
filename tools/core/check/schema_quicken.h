#pragma once

#include "core/check/schema_program.h"

namespace proclint {

/// Prepares a program so that evaluation asks for less:
/// - An `anyOf` is no longer asked about a kind of scalar if its first branch that can be valid for
///   the kind is valid for all of it.
/// - Branches that only ask for members are answered by the pass over the members.
void quicken(Program& program);

}  // namespace proclint
