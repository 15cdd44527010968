#include "core/check/ruleset.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/check/configure.h"
#include "core/check/rule_reader.h"
#include "core/check/suggest.h"

namespace proclint {
namespace {

std::string text_of(Value entry, std::string_view member) {
  const Value text = entry.find(member);
  return text && text.is(Kind::string) ? std::string(text.text()) : std::string();
}

// A second rule of one name, or a change that is misspelt.
void refuse_second(Value entry, Mistakes& mistakes) {
  static constexpr std::array<std::string_view, 4> kChanges{"severity", "options", "files",
                                                            "forms"};
  if (!entry.is(Kind::map) || entry.find("then") || entry.size() == 0) {
    mistakes.at(entry.key(), "there is already a rule with this id; choose another");
    return;
  }
  for (const Value member : entry.children()) {
    const std::string_view name = member.key().text();
    if (std::find(kChanges.begin(), kChanges.end(), name) != kChanges.end()) continue;
    mistakes.at(member.key(),
                "an extended rule is not changed by \"" + std::string(name) + "\"; " +
                    did_you_mean(name, kChanges, "severity, options, files and forms change it"));
  }
}

// A text, or the texts of a list, none of them blank.
std::vector<Value> read_names(Value value, Mistakes& mistakes) {
  std::vector<Value> out;
  const auto add = [&](Value each) {
    if (each.is(Kind::string) && !each.text().empty()) {
      out.push_back(each);
    } else {
      mistakes.at(each, "expected a text that is not blank");
    }
  };
  if (!value.is(Kind::list)) {
    add(value);
  } else {
    for (const Value each : value.children()) add(each);
  }
  return out;
}

}  // namespace

const std::array<Ruleset::Member, 7> Ruleset::kMembers{{
    {"$schema", &Ruleset::read_text},
    {"name", &Ruleset::read_text},
    {"summary", &Ruleset::read_text},
    {"extends", &Ruleset::read_extends},
    {"only", &Ruleset::read_only},
    {"raise", &Ruleset::read_raise},
    {"rules", &Ruleset::read_rules},
}};

void Ruleset::add(Value root, const Vocabulary& vocabulary, std::vector<Diagnostic>& diagnostics,
                  Documentation documentation) {
  sought_ = vocabulary.sought;
  if (!root) return;  // the reader has said why
  Mistakes mistakes("ruleset-invalid", diagnostics);
  if (!root.is(Kind::map) || (!root.find("rules") && !root.find("extends"))) {
    mistakes.at(root, "a rules file is a map with \"rules\", \"extends\" or both");
    return;
  }
  // In this order, whatever theirs is in the file: what is said of all rules, then of one.
  for (const Member& known : kMembers) {
    const Value member = root.find(known.name);
    if (member) (this->*known.read)(member, {vocabulary, mistakes, documentation});
  }
  std::array<std::string_view, kMembers.size()> names;
  std::transform(kMembers.begin(), kMembers.end(), names.begin(),
                 [](const Member& known) { return known.name; });
  for (const Value member : root.children()) {
    const std::string_view name = member.key().text();
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      mistakes.at(
          member.key(),
          "a rules file has no \"" + std::string(name) + "\"; " +
              did_you_mean(name, names,
                           "it has $schema, name, summary, extends, only, raise and rules"));
    } else if (root.find(name) != member) {
      mistakes.at(member.key(), '"' + std::string(name) + "\" stands here twice; keep one");
    }
  }
}

void Ruleset::read_text(Value member, const Reading& reading) {
  if (!member.is(Kind::string)) {
    reading.mistakes.at(member, '"' + std::string(member.key().text()) + "\" is a text");
  }
}

void Ruleset::read_extends(Value member, const Reading& reading) {
  // Those files were added before: whoever reads files has seen to that.
  (void)read_names(member, reading.mistakes);
}

void Ruleset::read_only(Value member, const Reading& reading) {
  const std::vector<Value> categories = read_names(member, reading.mistakes);
  std::vector<std::string_view> known;
  for (const Rule& rule : rules_) {
    const Value category = rule.entry.find("category");
    if (category) known.push_back(category.text());
  }
  for (const Value category : categories) {
    if (std::find(known.begin(), known.end(), category.text()) != known.end()) continue;
    reading.mistakes.at(category, "no rule that this file extends is of the category \"" +
                                      std::string(category.text()) + "\"; " +
                                      did_you_mean(category.text(), known,
                                                   "\"proclint rules list\" shows the categories"));
  }
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    // What the reader and the schema find is wrong under every profile.
    if (rules_[i].finder != Rule::Finder::functions) continue;
    const std::string category = text_of(rules_[i].entry, "category");
    const bool stays = std::any_of(categories.begin(), categories.end(),
                                   [&](Value each) { return each.text() == category; });
    if (!stays) defaults_.severities[i].reset();
  }
}

void Ruleset::read_raise(Value member, const Reading& reading) {
  if (!member.is(Kind::boolean)) {
    reading.mistakes.at(member, "\"raise\" is true or false");
    return;
  }
  if (member.text().front() != 't' && member.text().front() != 'T') return;
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    std::optional<Severity>& severity = defaults_.severities[i];
    if (severity) severity = raised(*severity, 1);
    if (defaults_.raised[i] < 2) ++defaults_.raised[i];
  }
}

void Ruleset::read_rules(Value member, const Reading& reading) {
  if (!member.is(Kind::map)) {
    reading.mistakes.at(member, "\"rules\" is a map from the id of a rule to the rule");
    return;
  }
  for (const Value entry : member.children()) {
    if (is_change(entry)) {
      change_rule(entry, reading);
    } else {
      add_rule(entry, reading);
    }
  }
}

void Ruleset::add_rule(Value entry, const Reading& reading) {
  if (find(entry.key().text())) return refuse_second(entry, reading.mistakes);
  auto read =
      read_rule(entry, reading.vocabulary, reading.mistakes, reading.documentation, known_paths_);
  if (!read) return;
  const auto index = static_cast<std::uint32_t>(rules_.size());
  has_file_limits_ = has_file_limits_ || !read->rule.files.empty();
  defaults_.severities.push_back(read->rule.severity);
  defaults_.raised.push_back(0);
  defaults_.rebound.emplace_back();
  rules_.push_back(std::move(read->rule));
  for (ReadRule::Given& given : read->given) {
    const std::string_view text = given.text.text();
    auto selector = std::find_if(selectors_.begin(), selectors_.end(),
                                 [text](const Selector& each) { return each.text == text; });
    // One that is not parsed is that of a selector.
    if (given.path && given.path->doubts().empty()) known_paths_.push_back(text);
    if (selector == selectors_.end()) {
      paths_.add(*given.path);
      selector = selectors_.insert(selector, Selector{text, {}});
    }
    // The same path twice in one rule is one path.
    if (selector->rules.empty() || selector->rules.back() != index) {
      selector->rules.push_back(index);
    }
  }
}

void Ruleset::change_rule(Value entry, const Reading& reading) {
  const std::optional<std::size_t> index = find(entry.key().text());
  if (!index) {
    reading.mistakes.at(entry.key(),
                        no_such_rule(*this, entry.key().text(),
                                     "what this file extends has none of that name, and a new "
                                     "rule says summary, why, then and examples"));
    return;
  }
  Rule& rule = rules_[*index];
  change_settings(rule, *index, entry, reading.vocabulary, defaults_, reading.mistakes);
  for (const std::string_view limit : {"files", "forms"}) {
    const Value value = entry.find(limit);
    if (value) read_limit(value, reading.vocabulary, rule, reading.mistakes);
  }
  has_file_limits_ = has_file_limits_ || !rule.files.empty();
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
