#pragma once

#include <functional>
#include <string>

#include "core/document/document.h"
#include "proclint/options.h"

namespace proclint {

/// Says on standard error why the command cannot go on; the exit code for that.
int give_up(const std::string& message);

/// Reads the documents of the file `path` ("-" is standard input) and writes what `print` appends
/// to its text for each; nothing of a file with a syntax error if `is_whole`. Findings of the
/// reader go to standard error. The exit code: 0, 1 with findings, 2 if the file cannot be read.
int print_documents(const Options& options, const std::string& path, bool is_whole,
                    const std::function<void(const Document&, std::string& out)>& print);

}  // namespace proclint
