#include <string>
#include <utility>
#include <vector>

#include "core/check/options.h"
#include "core/check/schema_words.h"

namespace proclint {
namespace {

void report(Value target, Sink& sink) {
  Positions positions;
  const Value key = target.key();
  sink.at(target, key ? key.span() : target.place(),
          name_of(target, positions) + " is not wanted here; remove it");
}

}  // namespace

/// A map has none of these members. Option `keys`: their names; without it each node that `given`
/// selects is one too many.
BoundCheck undefined(Value options, const Vocabulary& /*vocabulary*/) {
  std::vector<std::string_view> keys;
  if (options) {
    for (const Value option : options.children()) {
      if (option.key().text() != "keys") return unknown_option(option, "keys");
      if (auto error = read_texts(option, keys)) return *std::move(error);
    }
  }
  return [keys = std::move(keys)](Value target, Sink& sink) {
    if (keys.empty()) return report(target, sink);
    for (const std::string_view key : keys) {
      if (const Value member = target.find(key)) report(member, sink);
    }
  };
}

}  // namespace proclint
