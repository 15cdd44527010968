#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "core/engine/engine.h"
#include "core/engine/fix.h"
#include "proclint/options.h"

namespace proclint {

/// Mends documents for --fix, or shows for --diff what that would change. Documents are mended by
/// many threads, each under the number that it has on the command line, and delivered in order.
class Mending {
 public:
  Mending(const Options& options, const Engine& engine, std::size_t documents)
      : options_(options), engine_(engine), outcomes_(documents) {}

  /// Mends document `i` and writes its file: replaced whole, its mode kept, and left alone when
  /// somebody else has changed it meanwhile, which is a failure. With --diff nothing is written.
  Checked mend(std::size_t i, const Input& input, const Plan& plan, Workspace& workspace);
  /// Prints what belongs to document `i`: its diff; its text, if it came from standard input; fixes
  /// of ours that went wrong, on standard error. Returns how many findings were mended.
  std::size_t deliver(std::size_t i, const Input& input);

  /// Whether a diff was printed.
  bool has_diff() const { return changed_ > 0; }
  /// "2 findings would be mended in 1 of 3 files", for --diff.
  std::string diff_summary() const;

 private:
  struct Outcome {
    std::size_t mended = 0;
    std::string output;  // the diff, or the text of standard input
    std::vector<std::string> problems;
  };

  const Options& options_;
  const Engine& engine_;
  std::vector<Outcome> outcomes_;
  std::size_t mended_ = 0;
  std::size_t changed_ = 0;
};

}  // namespace proclint
