#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/source/span.h"

namespace proclint {

/// How far a fix may be trusted: `layout` changes no word, `wording` no fact, `meaning` is only
/// ever shown.
enum class Safety : std::uint8_t { layout, wording, meaning };

constexpr std::string_view name(Safety safety) {
  if (safety == Safety::layout) return "layout";
  return safety == Safety::wording ? "wording" : "meaning";
}

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

/// Whether edits do not overlap, are sorted by place and lie within `size` bytes. Two insertions
/// at one place overlap: nothing says which comes first.
bool are_apart(std::span<const Edit> edits, std::size_t size);

/// `text` after the edits, which are apart.
std::string apply_edits(std::string_view text, std::span<const Edit> edits);

}  // namespace proclint
