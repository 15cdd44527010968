#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "core/engine/engine.h"

namespace proclint {

/// What came of the examples of a rules file.
struct ExamplesRun {
  std::size_t rules = 0;
  std::size_t examples = 0;
  /// What the fixes of a rule touch, where an example shows one.
  std::map<std::string_view, std::set<Safety>> fixes;
  std::vector<Diagnostic> mistakes;  ///< in the rules file, in its order
};

/// Runs the examples of the rules of `plan.book` that `file` defines, each rule as the file has it,
/// whatever was changed since; see run_examples. Documents are checked by `plan.schema`. An example
/// of a rule about our own files (ruleset-invalid, config-invalid, schema-invalid, schema-suspect)
/// is such a file.
ExamplesRun run_file_examples(const Engine& engine, const Plan& plan, const Document& file);

}  // namespace proclint
