#include <string>

#include "core/check/headings_written.h"
#include "core/check/options.h"
#include "core/check/quote.h"

namespace proclint {

/// A heading is one of those that readers know. The message names the three nearest by spelling.
BoundCheck unknown_heading(Value options, const Vocabulary& vocabulary) {
  if (options && options.size() > 0) return unknown_option(*options.children().begin(), "none");
  return [&table = vocabulary.headings](Value target, Sink& sink) {
    constexpr std::size_t kNearest = 3;
    const Source& source = *target.document().source;
    for (const WrittenHeading& heading : headings_written(target.document())) {
      // One with a text behind it is for heading-inline-value.
      if (entry_of(heading, table) != nullptr || heading_with_value(heading, table)) continue;
      const std::string_view words = source.slice(heading.words);
      std::string message = "the heading " + quoted(words) + " is not known";
      std::string nearest;
      for (const Headings::Entry* entry : table.nearest(words, kNearest)) {
        if (!nearest.empty()) nearest += ", ";
        nearest += quoted(entry->heading);
      }
      message += "; move its text under a known one";
      if (!nearest.empty()) message += " (nearest: " + nearest + ")";
      sink.at(heading.node, heading.words, std::move(message)).offer("expected", nearest);
    }
  };
}

}  // namespace proclint
