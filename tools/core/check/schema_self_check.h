#pragma once

#include <vector>

#include "core/check/schema.h"
#include "core/document/document.h"
#include "core/source/diagnostic.h"

namespace proclint {

/// Checks a schema against the meta-schema of its dialect, and each part with an id and a dialect
/// of its own against that of the part. Mistakes become diagnostics (rule schema-invalid).
void check_against_meta_schema(Value root, const SchemaOptions& options,
                               std::vector<Diagnostic>& diagnostics);

}  // namespace proclint
