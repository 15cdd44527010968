#include "core/check/configure.h"

#include "core/check/rebound.h"
#include "core/check/rule_reader.h"
#include "core/check/suggest.h"

namespace proclint {
namespace {

// A severity that somebody chose is for all findings of the rule.
void choose(Value value, std::size_t index, Settings& settings, Mistakes& mistakes) {
  const auto severity = read_severity(value, mistakes);
  if (!severity) return;
  settings.severities[index] = *severity;
  settings.raised[index] = Settings::kOverruled;
}

}  // namespace

void change_settings(const Rule& rule, std::size_t index, Value change,
                     const Vocabulary& vocabulary, Settings& settings, Mistakes& mistakes) {
  if (!change.is(Kind::map)) return choose(change, index, settings, mistakes);
  if (const Value severity = change.find("severity")) choose(severity, index, settings, mistakes);
  if (const Value options = change.find("options")) {
    auto rebound = rebind(rule, settings.rebound[index].get(), options, vocabulary, mistakes);
    if (rebound) settings.rebound[index] = std::move(rebound);
  }
}

std::string no_such_rule(const Ruleset& ruleset, std::string_view id, std::string otherwise) {
  std::vector<std::string_view> ids;
  for (const Rule& rule : ruleset.rules()) ids.push_back(rule.id);
  return "there is no rule \"" + std::string(id) + "\"; " +
         did_you_mean(id, ids, std::move(otherwise));
}

void Ruleset::configure(Value changes, const Vocabulary& vocabulary, Settings& settings,
                        std::vector<Diagnostic>& diagnostics) const {
  Mistakes mistakes("config-invalid", diagnostics);
  if (!changes.is(Kind::map)) {
    mistakes.at(changes, "\"rules\" is a map from the id of a rule to its severity");
    return;
  }
  for (const Value change : changes.children()) {
    const std::string_view id = change.key().text();
    const auto index = find(id);
    if (!index) {
      mistakes.at(change.key(), no_such_rule(*this, id, "\"proclint rules list\" names them all"));
      continue;
    }
    for (const Value member : change.children()) {
      const std::string_view name = member.key().text();
      if (name == "severity" || name == "options") continue;
      mistakes.at(member.key(), "a rule is changed by \"severity\" and \"options\", not by \"" +
                                    std::string(name) + '"');
    }
    change_settings(rules_[*index], *index, change, vocabulary, settings, mistakes);
  }
}

}  // namespace proclint
