#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/check/mistakes.h"
#include "core/check/rule.h"
#include "core/document/path.h"

namespace proclint {

/// A rule as its entry gives it, with the paths of `given` and their texts.
struct ReadRule {
  struct Given {
    Value text;
    std::optional<Path> path;  ///< none: one of the known paths
  };

  Rule rule;
  std::vector<Given> given;
};

/// Reads the entry of one rule in a rules file. Every mistake is reported, and a rule with one is
/// not returned. Documentation and examples are only checked for their shape. `known_paths`: those
/// of other rules that are without mistakes; they are not parsed again.
std::optional<ReadRule> read_rule(Value entry, const Vocabulary& vocabulary, Mistakes& mistakes,
                                  Documentation documentation,
                                  std::span<const std::string_view> known_paths);

/// Whether an entry changes a rule of a file that this one extends: a severity, or a map that
/// defines nothing.
bool is_change(Value entry);

/// Reads `files` or `forms` of such a change into `rule`.
void read_limit(Value value, const Vocabulary& vocabulary, Rule& rule, Mistakes& mistakes);

/// "error", "warning", "info", or "off" for none; other values are reported, and null is returned.
std::optional<std::optional<Severity>> read_severity(Value value, Mistakes& mistakes);

/// Binds the function that `key` names to its options: null stands for none. Mistakes are reported.
std::optional<Check> bind_function(Value key, Value options, const Vocabulary& vocabulary,
                                   Mistakes& mistakes);

/// Reports a mistake in the options of a function. `written`: where a value of the options, or the
/// null Value, stands in the file.
void tell(const OptionError& error, const std::function<Value(Value)>& written, Mistakes& mistakes);

}  // namespace proclint
