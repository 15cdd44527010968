#pragma once

#include <vector>

#include "core/check/schema.h"
#include "core/document/value.h"
#include "core/source/diagnostic.h"

namespace proclint {

/// What Schema::compile() reports of the schema that `root` is (rule schema-invalid, errors), and
/// what a schema most likely does not mean, though it can be used (rule schema-suspect, warnings):
/// keywords that its dialect does not know and that do not begin with "x-", keywords beside a
/// `$ref` that hides them, keys written twice, anchors that clash, definitions that nothing refers
/// to, and mistakes in parts that no document is checked against. In the order of the text.
void lint_schema(Value root, const SchemaOptions& options, std::vector<Diagnostic>& diagnostics);

}  // namespace proclint
