#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/check/check_document.h"
#include "core/document/document.h"
#include "core/source/diagnostic.h"
#include "core/source/file.h"

namespace proclint {

/// What came of one document.
struct Checked {
  std::string text;  ///< kept only when there are findings: reports show lines of it
  std::vector<Diagnostic> findings;
  std::optional<std::string> failure;  ///< it could not be read
};

/// Memory that a worker keeps from one document to the next.
struct Workspace {
  std::string text;
  Source source;
  Document document;
  CheckMemory check;
  FileReader files;
  /// One past the last document that this worker surely checks next, in the order of their numbers.
  std::size_t mine_end = 0;
};

/// Calls `check` for 0 to count - 1 on `jobs` threads (the calling one included), and `deliver`
/// with the results one at a time in that order. At most 256 results wait for their turn, so memory
/// does not depend on timing either. What `check` or `deliver` throws ends the run and is thrown to
/// the caller when all threads have come to an end.
void run_in_order(std::size_t count, unsigned jobs,
                  const std::function<Checked(std::size_t, Workspace&)>& check,
                  const std::function<void(std::size_t, Checked)>& deliver);

}  // namespace proclint
