#include "proclint/rules_list.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <map>

#include "core/engine/rule_examples.h"
#include "core/report/visible.h"
#include "proclint/rules_here.h"

namespace proclint {
namespace {

std::string_view name_of(Safety safety) {
  if (safety == Safety::layout) return "layout";
  return safety == Safety::wording ? "wording" : "meaning";
}

int give_up(const Error& error) {
  std::cerr << "proclint: " << visible(error.message) << '\n';
  return 2;
}

std::string_view severity_of(const Settings& settings, std::size_t rule) {
  const std::optional<Severity>& severity = settings.severities[rule];
  return severity ? name(*severity) : "off";
}

// What the fixes of rules touch, as their examples show: "layout", "layout, meaning".
std::map<std::string_view, std::string> fixes_of(const RulesHere& here) {
  std::map<std::string_view, std::string> out;
  for (const auto& file : here.book().files) {
    const ExamplesRun run = run_file_examples(*here.engine, here.plan, file->document);
    for (const auto& [rule, classes] : run.fixes) {
      for (const Safety safety : classes) {
        out[rule].append(out[rule].empty() ? "" : ", ").append(name_of(safety));
      }
    }
  }
  return out;
}

// Indexes of the rules, sorted by id.
std::vector<std::size_t> sorted(const Ruleset& ruleset) {
  std::vector<std::size_t> out(ruleset.rules().size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = i;
  std::sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) {
    return ruleset.rules()[a].id < ruleset.rules()[b].id;
  });
  return out;
}

int print_lines(const RulesHere& here) {
  const Ruleset& ruleset = here.book().ruleset;
  const auto fixes = fixes_of(here);
  std::vector<std::array<std::string, 5>> rows;
  std::array<std::size_t, 4> widths{};
  for (const std::size_t i : sorted(ruleset)) {
    const RuleInfo info = ruleset.info(i, here.settings);
    const auto fix = fixes.find(ruleset.rules()[i].id);
    rows.push_back({info.id, std::string(severity_of(here.settings, i)),
                    info.category.empty() ? "-" : info.category,
                    fix == fixes.end() ? "-" : fix->second, info.summary});
    for (std::size_t column = 0; column < widths.size(); ++column) {
      widths[column] = std::max(widths[column], rows.back()[column].size());
    }
  }
  for (const auto& row : rows) {
    for (std::size_t column = 0; column < widths.size(); ++column) {
      const std::string cell = visible(row[column]);
      std::cout << cell
                << std::string(widths[column] + 2 - std::min(widths[column], cell.size()), ' ');
    }
    std::cout << visible(row.back()) << '\n';
  }
  return 0;
}

// The page about the rules that are built in.
class Page {
 public:
  explicit Page(const EngineOptions& options) : options_(options) {}

  std::optional<Error> print() {
    for (const std::string_view profile : kProfiles) {
      EngineOptions options = options_;
      options.rules = "builtin:" + std::string(profile);
      Result<RulesHere> here = find_rules_here(options);
      if (!here) return here.error();
      if (here->engine == nullptr) return Error{"the rules that are built in have mistakes"};
      profiles_.push_back(*std::move(here));
    }
    fixes_ = fixes_of(profiles_.front());
    print_head();
    const Ruleset& ruleset = profiles_.front().book().ruleset;
    std::map<std::string, std::vector<std::size_t>> categories;
    for (const std::size_t i : sorted(ruleset)) {
      categories[ruleset.info(i, ruleset.defaults()).category].push_back(i);
    }
    for (const auto& [category, rules] : categories) print_category(category, rules);
    return std::nullopt;
  }

 private:
  static constexpr std::array<std::string_view, 4> kProfiles{"recommended", "strict",
                                                             "structure-only", "patient"};

  void print_head() const {
    std::cout << "# Rules\n\n"
                 "Made by `proclint rules list --format markdown > rules/README.md`. "
                 "`proclint explain RULE` tells the\nsame of one rule, and its options.\n\n"
                 "A profile is named by `extends: builtin:NAME` in the configuration, or by "
                 "`--rules builtin:NAME`:\n\n";
    for (std::size_t i = 0; i < kProfiles.size(); ++i) {
      std::cout << "- **" << kProfiles[i] << "**: " << summary_of(profiles_[i]) << '\n';
    }
    std::cout << "\nA fix of the class *layout* changes no word and one of the class *wording* no "
                 "fact; what touches the\n*meaning* is only ever shown.\n";
  }

  // That of the file of the profile, which is read last.
  static std::string_view summary_of(const RulesHere& here) {
    std::string_view out;
    for (const auto& file : here.book().files) {
      const Value summary = Value::root(file->document).find("summary");
      const Value profile = Value::root(file->document).find("name");
      const bool is_it = summary && profile && out.empty();
      if (is_it) out = summary.text();
    }
    return out;
  }

  void print_category(const std::string& category, const std::vector<std::size_t>& rules) const {
    std::cout << "\n## " << category << "\n\n| rule | ";
    for (const std::string_view profile : kProfiles) std::cout << profile << " | ";
    std::cout << "fix |\n| --- |";
    for (std::size_t i = 0; i <= kProfiles.size(); ++i) std::cout << " --- |";
    std::cout << '\n';
    const Ruleset& ruleset = profiles_.front().book().ruleset;
    for (const std::size_t i : rules) {
      const std::string_view id = ruleset.rules()[i].id;
      std::cout << "| [" << id << "](#" << id << ") | ";
      for (const RulesHere& profile : profiles_) {
        // Profiles change rules and define none, so each has the same in the same order.
        std::cout << severity_of(profile.settings, i) << " | ";
      }
      const auto fix = fixes_.find(id);
      std::cout << (fix == fixes_.end() ? "" : fix->second) << " |\n";
    }
    for (const std::size_t i : rules)
      print_rule(ruleset.rules()[i], ruleset.info(i, ruleset.defaults()));
  }

  static void print_rule(const Rule& rule, const RuleInfo& info) {
    std::cout << "\n### " << info.id << "\n\n"
              << info.summary << ".\n\n"
              << escaped(info.why) << '\n';
    if (!info.help.empty()) std::cout << '\n' << escaped(info.help) << '\n';
    for (const Value example : rule.entry.find("examples").children()) {
      const Value finds = example.find("finds");
      if (!finds) continue;
      std::cout << '\n';
      for (const Value each : finds.children()) {
        const Value finding = each.is(Kind::map) ? each.find("finding") : each;
        std::string_view text = finding.text();
        text.remove_prefix(std::min(text.find(": ") + 2, text.size()));
        std::cout << "- " << escaped(text) << '\n';
      }
      break;
    }
    if (info.sources.empty()) return;
    std::cout << "\nSources: ";
    for (const std::string& source : info.sources) {
      std::cout << (&source == &info.sources.front() ? "" : "; ") << escaped(source);
    }
    std::cout << ".\n";
  }

  // A text for people as Markdown shows it unchanged, on one line.
  static std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (c == '\n') {
        out += ' ';
        continue;
      }
      if (std::string_view("\\`*_<>[]|").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
    return out;
  }

  EngineOptions options_;
  std::vector<RulesHere> profiles_;
  std::map<std::string_view, std::string> fixes_;
};

}  // namespace

int rules_list(const Options& options) {
  if (options.print_format == "markdown") {
    const std::optional<Error> error = Page(options.engine).print();
    return error ? give_up(*error) : 0;
  }
  const Result<RulesHere> here = find_rules_here(options.engine);
  if (!here) return give_up(here.error());
  return here->engine == nullptr ? 2 : print_lines(*here);
}

}  // namespace proclint
