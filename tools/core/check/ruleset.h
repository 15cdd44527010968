#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/mistakes.h"
#include "core/check/rule.h"
#include "core/check/surroundings.h"
#include "core/document/path_set.h"
#include "core/source/rule_info.h"

namespace proclint {

/// What applies to a file: by the index of the rule. From Ruleset::defaults(), changed by
/// Ruleset::configure() and Ruleset::limit_to().
struct Settings {
  /// Checks that were bound again because the configuration changed their options.
  struct Rebound;

  /// What becomes of the severity that a function gives one of its findings, being milder than
  /// others: steps by which it is raised, or the rule's severity stands for all.
  static constexpr std::uint8_t kOverruled = 0xFF;

  std::vector<std::optional<Severity>> severities;      ///< none: the rule is off
  std::vector<std::uint8_t> raised;                     ///< steps, or kOverruled
  std::vector<std::shared_ptr<const Rebound>> rebound;  ///< null: as the ruleset has it
  const Surroundings* surroundings = nullptr;           ///< null: none
};

/// The rules of one or more rules files (design: "A ruleset is data"). Built by add(), then not
/// changed and shared by threads.
class Ruleset {
 public:
  /// The rules that look at what a path selects.
  struct Selector {
    std::string_view text;  ///< the path as written
    std::vector<std::uint32_t> rules;
  };

  /// Adds the rules of a rules file, and changes those of the files that it extends, which were
  /// added before. Each mistake in it is a finding (rule ruleset-invalid) at its place, and a rule
  /// with a mistake is left out. The document and `vocabulary` must outlive the ruleset, and the
  /// document must not be moved.
  void add(Value root, const Vocabulary& vocabulary, std::vector<Diagnostic>& diagnostics,
           Documentation documentation = Documentation::present);

  std::span<const Rule> rules() const { return rules_; }
  std::span<const Selector> selectors() const { return selectors_; }
  /// The paths of selectors(), by their index, for one walk over a document.
  const PathSet& paths() const { return paths_; }
  /// That of the vocabulary that the rules were added with.
  const SoughtWords& sought() const { return *sought_; }
  /// Index of the rule with that id.
  std::optional<std::size_t> find(std::string_view id) const;
  /// What a report prints of a rule. Its severity is the effective one; of a rule that is off,
  /// info.
  RuleInfo info(std::size_t rule, const Settings& settings) const;

  /// Every rule as the files have it.
  const Settings& defaults() const { return defaults_; }
  /// Applies the `rules` of a configuration: a map from id to a severity, or to {severity,
  /// options}; options that are not named keep their value. Mistakes are findings of the rule
  /// config-invalid in the configuration's file. The configuration must outlive the settings.
  void configure(Value changes, const Vocabulary& vocabulary, Settings& settings,
                 std::vector<Diagnostic>& diagnostics) const;
  /// Whether a rule names the files that it is for.
  bool has_file_limits() const { return has_file_limits_; }
  /// Switches off the rules that are for other files; `path` is relative to the configuration's
  /// folder.
  void limit_to(std::string_view path, Settings& settings) const;

 private:
  /// What reading a rules file needs at every step.
  struct Reading {
    const Vocabulary& vocabulary;
    Mistakes& mistakes;
    Documentation documentation;
  };
  using Handler = void (Ruleset::*)(Value member, const Reading& reading);
  struct Member {
    std::string_view name;
    Handler read;
  };
  static const std::array<Member, 7> kMembers;

  void read_text(Value member, const Reading& reading);
  void read_extends(Value member, const Reading& reading);
  void read_only(Value member, const Reading& reading);
  void read_raise(Value member, const Reading& reading);
  void read_rules(Value member, const Reading& reading);
  void add_rule(Value entry, const Reading& reading);
  void change_rule(Value entry, const Reading& reading);

  std::vector<Rule> rules_;
  Settings defaults_;
  std::vector<Selector> selectors_;
  std::vector<std::string_view> known_paths_;  // of selectors, without doubts
  PathSet paths_;
  bool has_file_limits_ = false;
  std::shared_ptr<const SoughtWords> sought_ = std::make_shared<SoughtWords>();
};

}  // namespace proclint
