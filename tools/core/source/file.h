#pragma once

#include <cstddef>
#include <string>

#include "core/source/result.h"

namespace proclint {

/// Reads the whole of `path` (a regular file, or a pipe that the user named) into `text`, whose
/// memory is used again. Error: the path and the system's reason; a folder, a device or a socket is
/// refused. More than `max_size` bytes is `too_large`, with what was read thrown away.
enum class ReadOutcome { ok, too_large };
Result<ReadOutcome> read_file(const std::string& path, std::size_t max_size, std::string& text);

/// The same for standard input.
Result<ReadOutcome> read_standard_input(std::size_t max_size, std::string& text);

}  // namespace proclint
