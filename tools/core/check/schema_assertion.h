#pragma once

#include "core/check/schema_program.h"
#include "core/document/value.h"

namespace proclint {

/// Whether a scalar, or for `enum` and `const` any value, satisfies an assertion of a schema. Those
/// that take long or look at members are not among them: these are Evaluator's.
bool holds(const Program& program, const Program::Node& schema, const Instruction& in, Value at);

}  // namespace proclint
