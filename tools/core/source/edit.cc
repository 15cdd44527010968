#include "core/source/edit.h"

namespace proclint {

bool are_apart(std::span<const Edit> edits, std::size_t size) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const Span span = edits[i].span;
    if (span.begin < done || span.end < span.begin || span.end > size) return false;
    const bool is_again = i > 0 && span.empty() && edits[i - 1].span == span;
    if (is_again) return false;
    done = span.end;
  }
  return true;
}

std::string apply_edits(std::string_view text, std::span<const Edit> edits) {
  std::string out;
  out.reserve(text.size());
  std::size_t done = 0;
  for (const Edit& edit : edits) {
    out.append(text, done, edit.span.begin - done).append(edit.text);
    done = edit.span.end;
  }
  return out.append(text, done);
}

}  // namespace proclint
