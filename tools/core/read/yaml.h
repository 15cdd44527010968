#pragma once

#include <functional>
#include <vector>

#include "core/read/reader.h"

namespace proclint {

/// Reads every document of a YAML stream and hands them over one by one; `document` is used again
/// for the next. read_yaml reads the first alone and reports the others, since a procedure is one
/// document. The reading ends at the first thing that is no YAML; what was handed over before stays
/// right.
void read_yaml_stream(const Source& source, const ReadOptions& options, Document& document,
                      std::vector<Diagnostic>& diagnostics,
                      const std::function<void(const Document&)>& each);

/// What read_yaml does with a text that read_simple_yaml does not take: the library reads it. For
/// tests, which compare the two.
void read_yaml_by_library(const Source& source, const ReadOptions& options, Document& document,
                          std::vector<Diagnostic>& diagnostics);

}  // namespace proclint
