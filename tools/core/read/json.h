#pragma once

#include <vector>

#include "core/read/reader.h"

namespace proclint {

/// What read_json does with a text that read_simple_json does not take: the library reads it. For
/// tests, which compare the two.
void read_json_by_library(const Source& source, const ReadOptions& options, Document& document,
                          std::vector<Diagnostic>& diagnostics);

}  // namespace proclint
