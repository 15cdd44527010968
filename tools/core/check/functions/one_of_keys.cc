#include <string>
#include <utility>
#include <vector>

#include "core/check/options.h"
#include "core/check/schema_words.h"

namespace proclint {

/// A map has exactly one of these members. Option `keys`: their names.
BoundCheck one_of_keys(Value options, const Vocabulary& /*vocabulary*/) {
  std::vector<std::string_view> keys;
  if (options) {
    for (const Value option : options.children()) {
      if (option.key().text() != "keys") return unknown_option(option, "keys");
      if (auto error = read_texts(option, keys)) return *std::move(error);
    }
  }
  if (keys.size() < 2) return OptionError{options, "name two members at least: \"keys\""};
  return [keys = std::move(keys)](Value target, Sink& sink) {
    if (!target.is(Kind::map)) return;
    std::vector<std::string> present;
    for (const std::string_view key : keys) {
      if (target.find(key)) present.push_back(in_quotes(key));
    }
    if (present.size() == 1) return;
    std::vector<std::string> all;
    for (const std::string_view key : keys) all.push_back(in_quotes(key));
    Positions positions;
    const std::string name = name_of(target, positions);
    sink.at(target, present.empty()
                        ? name + " has none of " + joined(all, " and ") + "; add one of them"
                        : name + " has " + joined(present, " and ") +
                              ", but may have only one of " + joined(all, " and "));
  };
}

}  // namespace proclint
