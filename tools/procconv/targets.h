#pragma once

#include <string>
#include <vector>

#include "core/engine/inputs.h"
#include "procconv/options.h"

namespace proclint {

/// A document and where it goes.
struct Target {
  Input input;
  std::string path;  ///< "" is standard output
};

struct Targets {
  std::vector<Target> documents;
  std::vector<Unreadable> failures;
};

/// The documents that the command line names (see collect_inputs), each with its place. Failures,
/// beside those of collect_inputs: several documents for one place, and one that would be written
/// over a document that is read.
Targets find_targets(const ConvertOptions& options, Configs& configs);

}  // namespace proclint
