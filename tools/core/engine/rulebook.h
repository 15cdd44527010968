#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/ruleset.h"
#include "core/check/vocabulary.h"
#include "core/engine/config.h"
#include "core/engine/our_file.h"
#include "core/source/result.h"

namespace proclint {

/// The rules that hold where no configuration and no command line names others.
inline constexpr std::string_view kDefaultRules = "builtin:recommended";

/// The rules for the documents of a configuration, the words that they and the readers look up, and
/// the files that all this was read from. Not changed once it is made, and shared by threads.
struct Rulebook {
  Vocabulary vocabulary;
  Ruleset ruleset;
  std::vector<std::unique_ptr<OurFile>> files;  ///< those with mistakes have diagnostics
  std::vector<std::size_t> limited_rules;       ///< rules that name the files that they are for

  bool is_broken() const;
};

/// What a rulebook is made of.
struct RulebookOrder {
  const Config* config = nullptr;  ///< gives `extends` and `headings`; null: as built in
  std::string
      rules;  ///< of the command line: a path, a builtin ruleset or "none"; "": no word of it
  Documentation documentation = Documentation::present;  ///< of builtin rules: absent loads faster
};

/// Whether a configuration asks for a rulebook of its own.
bool needs_own_rulebook(const Config& config, const std::string& rules);

/// Reads the rulesets and all that they extend, each file once and the extended ones first.
/// Mistakes are diagnostics of the rulebook's files; those in what the configuration names, of its
/// file. Error: the file that the command line names cannot be read.
Result<std::unique_ptr<Rulebook>> make_rulebook(const RulebookOrder& order);

/// What is said of "builtin:NAME" where no ruleset has that name.
std::string no_builtin_ruleset(std::string_view name);

}  // namespace proclint
