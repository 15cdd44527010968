#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/check/options.h"
#include "core/check/schema_words.h"

namespace proclint {

/// The members of a map stand in this order; others may stand anywhere. Option `keys`: their names.
/// For the sections of a document there is `section-order`, which knows what to move.
BoundCheck order(Value options, const Vocabulary& /*vocabulary*/) {
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
    std::size_t furthest = 0;
    for (const Value member : target.children()) {
      const auto known = std::find(keys.begin(), keys.end(), member.key().text());
      if (known == keys.end()) continue;
      const auto rank = static_cast<std::size_t>(known - keys.begin());
      if (rank < furthest) {
        sink.at(member, member.key().span(),
                in_quotes(member.key().text()) + " stands behind " + in_quotes(keys[furthest]) +
                    "; put it before that")
            .offer("before", std::string(keys[furthest]));
      }
      furthest = std::max(furthest, rank);
    }
  };
}

}  // namespace proclint
