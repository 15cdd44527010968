#include <string>

#include "core/check/rebound.h"
#include "core/check/rule_reader.h"
#include "core/check/ruleset.h"

namespace proclint {
namespace {

void change_rule(const Rule& rule, std::size_t index, Value change, const Vocabulary& vocabulary,
                 Settings& settings, Mistakes& mistakes) {
  if (!change.is(Kind::map)) {
    if (const auto severity = read_severity(change, mistakes))
      settings.severities[index] = *severity;
    return;
  }
  for (const Value member : change.children()) {
    const std::string_view name = member.key().text();
    if (name == "severity") {
      if (const auto severity = read_severity(member, mistakes)) {
        settings.severities[index] = *severity;
      }
    } else if (name == "options") {
      if (auto rebound =
              rebind(rule, settings.rebound[index].get(), member, vocabulary, mistakes)) {
        settings.rebound[index] = std::move(rebound);
      }
    } else {
      mistakes.at(member.key(), "a rule is changed by \"severity\" and \"options\", not by \"" +
                                    std::string(name) + '"');
    }
  }
}

}  // namespace

void Ruleset::configure(Value changes, const Vocabulary& vocabulary, Settings& settings,
                        std::vector<Diagnostic>& diagnostics) const {
  Mistakes mistakes("config-invalid", diagnostics);
  if (!changes.is(Kind::map)) {
    mistakes.at(changes, "\"rules\" is a map from the id of a rule to its severity");
    return;
  }
  for (const Value change : changes.children()) {
    const Value id = change.key();
    if (const auto index = find(id.text())) {
      change_rule(rules_[*index], *index, change, vocabulary, settings, mistakes);
    } else {
      mistakes.at(id, "there is no rule \"" + std::string(id.text()) +
                          "\"; \"proclint rules list\" names them all");
    }
  }
}

}  // namespace proclint
