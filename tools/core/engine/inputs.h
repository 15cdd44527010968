#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/engine/configs.h"

namespace proclint {

/// A document to check.
struct Input {
  std::string path;  ///< as the user would write it; what reports print
  const Config* config = nullptr;
  bool is_standard_input = false;  ///< its text comes from there, the rest from the path
};

/// Something that the user named and that cannot be checked.
struct Unreadable {
  std::string path;
  std::string message;
};

struct Inputs {
  std::vector<Input>
      documents;  ///< in the order of the arguments, folders sorted by name; none twice
  std::vector<Unreadable> failures;
};

/// The documents that `arguments` mean: a file is itself unless its configuration excludes it, a
/// folder is the documents below it. Links below a folder are not followed; hidden folders and
/// node_modules are passed over. A folder without documents is a failure that names the nearest
/// candidates and what to add, unless `allow_empty`. The argument
/// "-" is standard input, which is treated as a file named `stdin_filename`.
Inputs collect_inputs(std::span<const std::string> arguments, const std::string& stdin_filename,
                      bool allow_empty, Configs& configs);

}  // namespace proclint
