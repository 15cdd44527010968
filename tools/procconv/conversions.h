#pragma once

#include "procconv/options.h"

namespace proclint {

/// Converts the documents that `options` name. Losses and mistakes go to standard error, one a
/// line. Returns the exit code: 0 all is kept, 1 something is lost, 2 something could not be done.
int run_conversions(const ConvertOptions& options);

}  // namespace proclint
