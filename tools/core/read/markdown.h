#pragma once

#include <vector>

#include "core/read/reader.h"

namespace proclint {

/// What read_markdown does with a text that SimpleMarkdown does not take: cmark parses it. For
/// tests, which compare the two.
void read_markdown_by_library(const Source& source, const ReadOptions& options, Document& document,
                              std::vector<Diagnostic>& diagnostics);

}  // namespace proclint
