#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/document/headings.h"
#include "core/document/value.h"

namespace proclint {

/// A heading of a page or Markdown file as its author wrote it.
struct WrittenHeading {
  Value node;              ///< the section's key; for the heading above the title: the title
  Span words;              ///< without the final mark
  Span mark;               ///< the final ":" or "."; else empty, behind the words
  bool has_value = false;  ///< text follows on its line, so that the colon belongs there
  bool is_title = false;
};

/// The headings of a document in order; none for forms that have no headings.
std::vector<WrittenHeading> headings_written(const Document& document);

/// "Duration: 15 minutes" as the heading of a Markdown section: a known heading and a text.
struct HeadingWithValue {
  Span colon;
  Span value;
};
/// Nothing if the heading is not of that kind.
std::optional<HeadingWithValue> heading_with_value(const WrittenHeading& heading,
                                                   const Headings& table);

/// What the table says about it; null for one that is in no table.
const Headings::Entry* entry_of(const WrittenHeading& heading, const Headings& table);

}  // namespace proclint
