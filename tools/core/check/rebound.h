#pragma once

#include <memory>
#include <vector>

#include "core/check/mistakes.h"
#include "core/check/ruleset.h"

namespace proclint {

/// The checks of a rule, bound to options that were changed.
struct Settings::Rebound {
  /// The options of one function with the changes, which its check looks into.
  struct Options {
    Document document;
    std::vector<Value> origin;  ///< per node of the document: where it comes from
  };

  std::vector<std::shared_ptr<const Options>> options;  ///< a function each; null: as in the rule
  std::vector<Check> checks;                            ///< a function each
};

/// Binds the functions of `rule` anew, with the members of `changes` in place of those of `before`:
/// an earlier change, or null for the rule's own options. Of a rule with several functions
/// `changes` is a map from function to options. Null after a mistake, which is reported at its
/// place.
std::shared_ptr<const Settings::Rebound> rebind(const Rule& rule, const Settings::Rebound* before,
                                                Value changes, const Vocabulary& vocabulary,
                                                Mistakes& mistakes);

}  // namespace proclint
