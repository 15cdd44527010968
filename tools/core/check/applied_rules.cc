#include "core/check/applied_rules.h"

#include <utility>

#include "core/check/rebound.h"

namespace proclint {

AppliedRules::AppliedRules(const Ruleset& ruleset, Settings settings)
    : ruleset_(&ruleset), settings_(std::move(settings)) {
  for (std::size_t i = 0; i < steps_.size(); ++i) steps_[i] = steps_for(static_cast<Form>(i));
}

AppliedRules::Steps AppliedRules::steps_for(Form form) const {
  Steps out;
  out.begins_.reserve(ruleset_->selectors().size() + 1);
  out.steps_.reserve(ruleset_->rules().size());
  for (const Ruleset::Selector& selector : ruleset_->selectors()) {
    out.begins_.push_back(static_cast<std::uint32_t>(out.steps_.size()));
    for (const std::uint32_t index : selector.rules) {
      const Rule& rule = ruleset_->rules()[index];
      if (!settings_.severities[index] || !rule.applies_to(form)) continue;
      const auto& rebound = settings_.rebound[index];
      for (const Check& check : rebound ? rebound->checks : rule.checks) {
        out.steps_.push_back({&check, index});
      }
    }
  }
  out.begins_.push_back(static_cast<std::uint32_t>(out.steps_.size()));
  return out;
}

}  // namespace proclint
