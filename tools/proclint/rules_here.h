#pragma once

#include <memory>
#include <string>

#include "core/engine/engine.h"
#include "proclint/options.h"

namespace proclint {

/// The rules that apply in the working directory, with their documentation: those of --rules, else
/// those of the nearest configuration, else those built in.
struct RulesHere {
  std::unique_ptr<Engine> engine;
  const Config* config = nullptr;
  Settings settings;  ///< as the configuration changes them
  Plan plan;          ///< for what has no place of its own, such as an example

  const Rulebook& book() const { return *plan.book; }
};

/// Error: something that they are made of cannot be read. A file with mistakes is reported on
/// standard output, one line a mistake; then the engine is null.
Result<RulesHere> find_rules_here(const EngineOptions& options);

/// Whether the rules file is one that the programs carry.
bool is_builtin(const OurFile& file);

/// Whether `file` holds rules, or extends others.
bool is_ruleset(const OurFile& file);

}  // namespace proclint
