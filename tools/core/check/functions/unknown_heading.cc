#include <string>
#include <string_view>
#include <vector>

#include "core/check/headings_written.h"
#include "core/check/options.h"
#include "core/check/quote.h"
#include "core/check/schema_nearest.h"
#include "core/document/pointer.h"

namespace proclint {
namespace {

using Entries = std::vector<const Headings::Entry*>;

// The one of `entries` that `sections` lacks and that `words` most likely mean; null if none is.
const Headings::Entry* meant_by(std::string_view words, const Entries& entries, Value sections) {
  for (const Headings::Entry* entry : entries) {
    std::vector<std::string_view> spellings{entry->heading};
    spellings.insert(spellings.end(), entry->aliases.begin(), entry->aliases.end());
    if (!sections.find(entry->key) && !nearest(words, spellings).empty()) return entry;
  }
  return nullptr;
}

std::string joined(const Entries& entries) {
  std::string out;
  for (const Headings::Entry* entry : entries) {
    if (!out.empty()) out += ", ";
    out += quoted(entry->heading);
  }
  return out;
}

}  // namespace

/// A heading is one of those that readers know. The message names the section that is absent and
/// misspelt here, else the three nearest by spelling.
BoundCheck unknown_heading(Value options, const Vocabulary& vocabulary) {
  if (options && options.size() > 0) return unknown_option(*options.children().begin(), "none");
  return [&table = vocabulary.headings](Value target, Sink& sink) {
    constexpr std::size_t kNearest = 3;
    const Source& source = *target.document().source;
    const Value sections = target.find("sections");
    for (const WrittenHeading& heading : headings_written(target.document())) {
      // One with a text behind it is for heading-inline-value.
      if (entry_of(heading, table) != nullptr || heading_with_value(heading, table)) continue;
      const std::string_view words = source.slice(heading.words);
      std::string message = "the heading " + quoted(words) + " is not known";
      Entries near = table.nearest(words, kNearest);
      const Headings::Entry* const meant = sections ? meant_by(words, near, sections) : nullptr;
      if (meant != nullptr) near = {meant};
      const std::string expected = joined(near);
      if (meant != nullptr) {
        message += "; did you mean " + expected + "?";
      } else {
        message += "; move its text under a known one";
        if (!near.empty()) message += " (nearest: " + expected + ")";
      }
      auto& found = sink.at(heading.node, heading.words, std::move(message));
      found.offer("expected", expected);
      if (meant == nullptr) continue;
      found.meant = sections.pointer();
      append_pointer_token(found.meant, meant->key);
    }
  };
}

}  // namespace proclint
