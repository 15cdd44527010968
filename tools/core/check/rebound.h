#pragma once

#include <memory>
#include <vector>

#include "core/check/mistakes.h"
#include "core/check/ruleset.h"

namespace proclint {

/// The checks of a rule, bound to options that the configuration changed.
struct Settings::Rebound {
  Document options;           ///< the rule's options with the changes, which the checks look into
  std::vector<Value> origin;  ///< per node of `options`: where it comes from
  std::vector<Check> checks;
};

/// Binds the function of `rule` anew, with the members of `changes` in place of those of `before`:
/// an earlier change, or null for the rule's own options. Null after a mistake, which is reported
/// at its place.
std::shared_ptr<const Settings::Rebound> rebind(const Rule& rule, const Settings::Rebound* before,
                                                Value changes, const Vocabulary& vocabulary,
                                                Mistakes& mistakes);

}  // namespace proclint
