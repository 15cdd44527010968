#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/source/span.h"

namespace proclint {

/// How far a fix may be trusted: `layout` changes no word, `wording` no fact, `meaning` is only
/// ever shown.
enum class Safety : std::uint8_t { layout, wording, meaning };

/// Replace the bytes of `span` by `text`.
struct Edit {
  Span span;
  std::string text;
};

/// One way to mend a finding. Edits do not overlap and are sorted by place.
struct Fix {
  std::string title;
  std::vector<Edit> edits;
  Safety safety = Safety::meaning;
};

}  // namespace proclint
