#include <string>
#include <utility>
#include <vector>

#include "core/check/options.h"
#include "core/check/schema_words.h"

namespace proclint {

/// A map has each of these members. Option `keys`: their names. Where an absence weighs differently
/// for each, or what belongs there is said in words, it is `required`.
BoundCheck defined(Value options, const Vocabulary& /*vocabulary*/) {
  std::vector<std::string_view> keys;
  if (options) {
    for (const Value option : options.children()) {
      if (option.key().text() != "keys") return unknown_option(option, "keys");
      if (auto error = read_texts(option, keys)) return *std::move(error);
    }
  }
  if (keys.empty()) return OptionError{options, "name the members that must be there: \"keys\""};
  return [keys = std::move(keys)](Value target, Sink& sink) {
    if (!target.is(Kind::map)) return;
    for (const std::string_view key : keys) {
      if (target.find(key)) continue;
      Positions positions;
      sink.at(target, in_quotes(key) + " is missing in " + name_of(target, positions) + "; add it")
          .absent = key;
    }
  };
}

}  // namespace proclint
