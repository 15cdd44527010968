#pragma once

#include <optional>
#include <vector>

#include "core/check/schema_normalise.h"
#include "core/check/schema_program.h"
#include "core/source/diagnostic.h"

namespace proclint {

/// Has valijson's SchemaParser read the flat schema and turns its constraints into a program.
/// Nothing, and diagnostics, if a pattern is malformed. Node i of the program is node i of
/// `schema`.
std::optional<Program> compile_program(const NormalisedSchema& schema, bool assert_formats,
                                       std::vector<Diagnostic>& diagnostics);

}  // namespace proclint
