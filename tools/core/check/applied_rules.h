#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/check/ruleset.h"

namespace proclint {

/// The rules that are on for some files, ready for the walk over a document: what is called for a
/// node, without a look at the rules. The ruleset, which is not changed any more, outlives it.
class AppliedRules {
 public:
  /// A check of a rule that is on.
  struct Step {
    const Check* check = nullptr;
    std::uint32_t rule = 0;
  };

  /// What is called in documents of one form.
  class Steps {
   public:
    /// For a node that the selector (of Ruleset::selectors()) selects, in this order.
    std::span<const Step> of(std::uint32_t selector) const {
      return {steps_.data() + begins_[selector], steps_.data() + begins_[selector + 1]};
    }

   private:
    friend class AppliedRules;
    std::vector<Step> steps_;
    std::vector<std::uint32_t> begins_;  // of each selector's, and one behind them
  };

  /// `settings` are those of `ruleset`.
  AppliedRules(const Ruleset& ruleset, Settings settings);

  const Ruleset& ruleset() const { return *ruleset_; }
  const Settings& settings() const { return settings_; }

  const Steps& steps(Form form) const { return steps_[static_cast<std::size_t>(form)]; }

 private:
  Steps steps_for(Form form) const;

  const Ruleset* ruleset_;
  Settings settings_;
  std::array<Steps, 4> steps_;  // by Form
};

}  // namespace proclint
