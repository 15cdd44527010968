#include <string>
#include <unordered_map>

#include "core/check/options.h"
#include "core/check/schema_words.h"
#include "core/document/equal.h"

namespace proclint {
namespace {

void report(Value first, Value again, Sink& sink) {
  const Source& source = *again.document().source;
  const Span there = first.place();
  const Place place = source.place(there.begin, Columns::codepoint);
  Positions positions;
  auto& found = sink.at(again, name_of(again, positions) + " is the same as on line " +
                                   std::to_string(place.line) + "; keep one of the two");
  found.notes.push_back({std::string(source.path()), there, place, "the first one"});
  found.offer("first", std::to_string(place.line));
}

}  // namespace

/// The elements of a list differ from each other. Option `by`: the member of each element that is
/// compared, else the whole element is.
BoundCheck unique(Value options, const Vocabulary& /*vocabulary*/) {
  std::string_view by;
  if (options) {
    for (const Value option : options.children()) {
      if (option.key().text() != "by") return unknown_option(option, "by");
      if (auto error = read_text(option, by)) return *std::move(error);
    }
  }
  return [by](Value target, Sink& sink) {
    if (!target.is(Kind::list) || target.size() < 2) return;
    std::unordered_multimap<std::uint64_t, Value> seen;
    for (const Value element : target.children()) {
      const Value compared = by.empty() ? element : element.find(by);
      if (!compared) continue;
      const std::uint64_t hash = hash_of(compared);
      const auto [begin, end] = seen.equal_range(hash);
      auto same = begin;
      while (same != end && !is_equal(same->second, compared)) ++same;
      if (same != end) {
        report(same->second, compared, sink);
      } else {
        seen.emplace(hash, compared);
      }
    }
  };
}

}  // namespace proclint
