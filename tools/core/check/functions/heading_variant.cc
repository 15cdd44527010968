#include <string>

#include "core/check/headings_written.h"
#include "core/check/options.h"
#include "core/check/quote.h"

namespace proclint {

/// A heading is written as in the table of headings, so that readers find the same section under
/// the same words on every page. Case and the final mark are for heading-style.
BoundCheck heading_variant(Value options, const Vocabulary& vocabulary) {
  if (options && options.size() > 0) return unknown_option(*options.children().begin(), "none");
  return [&table = vocabulary.headings](Value target, Sink& sink) {
    const Source& source = *target.document().source;
    for (const WrittenHeading& heading : headings_written(target.document())) {
      const Headings::Entry* entry = entry_of(heading, table);
      const std::string_view words = source.slice(heading.words);
      if (entry == nullptr || have_same_words(words, entry->heading)) continue;
      auto& found = sink.at(heading.node, heading.words,
                            "the heading " + quoted(words) + " is written " +
                                quoted(entry->heading) + " elsewhere; use the usual words");
      found.offer("expected", entry->heading);
      found.fix =
          Fix{"Write " + quoted(entry->heading), {{heading.words, entry->heading}}, Safety::layout};
    }
  };
}

}  // namespace proclint
