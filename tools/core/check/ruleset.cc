#include "core/check/ruleset.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/check/rule_reader.h"

namespace proclint {
namespace {

std::string text_of(Value entry, std::string_view member) {
  const Value text = entry.find(member);
  return text ? std::string(text.text()) : std::string();
}

}  // namespace

void Ruleset::add(Value root, const Vocabulary& vocabulary, std::vector<Diagnostic>& diagnostics) {
  if (!root) return;  // the reader has said why
  Mistakes mistakes("ruleset-invalid", diagnostics);
  if (!root.is(Kind::map) || !root.find("rules")) {
    mistakes.at(root, "a rules file is a map with \"rules\"");
    return;
  }
  for (const Value member : root.children()) {
    const std::string_view name = member.key().text();
    if (name == "name" || name == "$schema") {
      if (!member.is(Kind::string)) mistakes.at(member, '"' + std::string(name) + "\" is a text");
      continue;
    }
    if (name != "rules") {
      mistakes.at(member.key(), "a rules file has no \"" + std::string(name) +
                                    "\"; it has $schema, name and rules");
      continue;
    }
    if (!member.is(Kind::map)) {
      mistakes.at(member, "\"rules\" is a map from the id of a rule to the rule");
      continue;
    }
    for (const Value entry : member.children()) {
      if (find(entry.key().text())) {
        mistakes.at(entry.key(), "there is already a rule with this id; choose another");
        continue;
      }
      auto read = read_rule(entry, vocabulary, mistakes);
      if (!read) continue;
      const auto index = static_cast<std::uint32_t>(rules_.size());
      has_file_limits_ = has_file_limits_ || !read->rule.files.empty();
      rules_.push_back(std::move(read->rule));
      for (ReadRule::Given& given : read->given) {
        const std::string_view text = given.text.text();
        auto selector = std::find_if(selectors_.begin(), selectors_.end(),
                                     [text](const Selector& each) { return each.text == text; });
        if (selector == selectors_.end()) {
          selector = selectors_.insert(selector, Selector{text, std::move(given.path), {}});
        }
        // The same path twice in one rule is one path.
        if (selector->rules.empty() || selector->rules.back() != index) {
          selector->rules.push_back(index);
        }
      }
    }
  }
}

std::optional<std::size_t> Ruleset::find(std::string_view id) const {
  const auto rule =
      std::find_if(rules_.begin(), rules_.end(), [id](const Rule& each) { return each.id == id; });
  if (rule == rules_.end()) return std::nullopt;
  return static_cast<std::size_t>(rule - rules_.begin());
}

RuleInfo Ruleset::info(std::size_t rule, const Settings& settings) const {
  const Value entry = rules_[rule].entry;
  RuleInfo out;
  out.id = rules_[rule].id;
  out.severity = settings.severities[rule].value_or(Severity::info);
  out.category = text_of(entry, "category");
  out.summary = text_of(entry, "summary");
  out.why = text_of(entry, "why");
  out.help = text_of(entry, "help");
  if (const Value sources = entry.find("sources")) {
    if (sources.is(Kind::string)) out.sources.emplace_back(sources.text());
    for (const Value source : sources.children()) out.sources.emplace_back(source.text());
  }
  return out;
}

Settings Ruleset::defaults() const {
  Settings out;
  out.severities.reserve(rules_.size());
  for (const Rule& rule : rules_) out.severities.push_back(rule.severity);
  out.rebound.resize(rules_.size());
  return out;
}

void Ruleset::limit_to(std::string_view path, Settings& settings) const {
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    const auto& files = rules_[i].files;
    const auto matches = [path](const Glob& glob) { return glob.matches(path); };
    if (!files.empty() && std::none_of(files.begin(), files.end(), matches)) {
      settings.severities[i].reset();
    }
  }
}

}  // namespace proclint
