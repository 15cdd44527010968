#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/engine/engine.h"
#include "core/source/edit.h"

namespace proclint {

/// What came of mending one document.
struct Fixed {
  Checked checked;         ///< what is left: the findings of the mended text
  std::string before;      ///< the text as it was read; only when something was mended
  std::string after;       ///< as mended; "" otherwise
  std::size_t mended = 0;  ///< findings
  /// Mistakes of ours: fixes that would have done harm and were left out, or that never come to an
  /// end. A sentence each, with the path.
  std::vector<std::string> problems;

  bool is_changed() const { return mended > 0; }
};

/// Checks the document and applies the fixes whose safety is at most `level`, in rounds until there
/// are none left, at most ten. In a round, what overlaps a fix further ahead in the text waits for
/// the next one. A fix after which the text cannot be read any more, violates its schema more, or
/// has a new error is left out. A text with bytes that are no UTF-8 is not mended at all. Nothing
/// is written. Thread-safe.
Fixed fix(const Engine& engine, const Input& input, const Plan& plan, Safety level,
          Workspace& workspace);
/// The same for a text of a known form.
Fixed fix(const Engine& engine, const Source& source, Form form, const Plan& plan, Safety level);

}  // namespace proclint
