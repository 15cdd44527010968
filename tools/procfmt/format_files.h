#pragma once

#include "procfmt/options.h"

namespace proclint {

/// Formats the documents that `options` name. Each is replaced when it is complete and was read
/// again, or not at all. Returns the exit code: 0, 1 if something would change, 2 if something
/// could not be done; the other files are still formatted.
int format_files(const FormatterOptions& options);

}  // namespace proclint
