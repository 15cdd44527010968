#pragma once

#include <cstdint>
#include <vector>

#include "core/document/document.h"

namespace proclint {

/// A decoded text longer than this has runs in every form: thousands of findings in it must not
/// each go through all of it to find their place.
inline constexpr std::uint32_t kLongText = 1024;
/// But not one that nobody writes: runs can take six times its memory.
inline constexpr std::uint32_t kLongestText = std::uint32_t{16} << 20U;

/// Writes the runs of one decoded text, piece by piece.
class TextRuns {
 public:
  /// The text begins at `text` in Document::decoded.
  TextRuns(std::vector<TextRun>& runs, std::uint32_t text) : runs_(runs), text_(text) {}

  /// The next `size` bytes of the text were decoded from `source`.
  void add(Span source, std::uint32_t size);

 private:
  std::vector<TextRun>& runs_;
  std::uint32_t text_;
  bool is_verbatim_ = false;  // the last run: each byte stands for one
};

bool has_runs(const Document& document, const Node& node);
/// As Reader::locate, of a text that has runs. `decoded` begins inside the text.
Span locate_in_runs(const Document& document, const Node& node, Span decoded);

}  // namespace proclint
