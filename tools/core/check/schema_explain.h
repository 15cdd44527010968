#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/check/schema.h"
#include "core/check/schema_evaluate.h"
#include "core/check/schema_normalise.h"
#include "core/check/schema_program.h"

namespace proclint {

/// A compiled schema with what its messages need.
struct CompiledSchema {
  NormalisedSchema source;
  Program program;

  /// The schema of a program's node, as written.
  Value schema(std::uint32_t node) const { return source.nodes[node].schema; }
  /// Absolute location of a keyword of a node: URI, "#", JSON Pointer.
  std::string location(std::uint32_t node, Keyword keyword) const;
};

/// Makes findings of what an evaluation collected: one for each mistake. Of alternatives, those
/// that the value was plainly not meant for are left out; if one is left, its failures are the
/// mistakes, else one finding tells of the nearest and its notes of the others. A misspelt name is
/// not also a missing one; a value of the wrong type is not also too short. `root`: what was
/// evaluated. Returns the value that each finding is about.
std::vector<Value> explain(const CompiledSchema& schema, Value root, const Evaluation& evaluation,
                           Wording wording, std::vector<Diagnostic>& diagnostics);

}  // namespace proclint
