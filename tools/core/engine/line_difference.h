#pragma once

#include <string_view>
#include <vector>

#include "core/source/diagnostic.h"
#include "core/source/source.h"

namespace proclint {

/// Adds a loss (see Conversion) for each line of `source` that `printed`, the same text laid out
/// anew, has otherwise: blank lines, indentation, markers, joined lines, line ends.
void compare_lines(const Source& source, std::string_view printed, std::vector<Diagnostic>& losses);

}  // namespace proclint
