#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/engine/our_file.h"
#include "core/report/reporter.h"
#include "core/source/diagnostic.h"
#include "core/source/output_file.h"
#include "core/source/rule_info.h"
#include "proclint/options.h"

namespace proclint {

/// What the engine is told: rules come with their documentation when a report prints it.
EngineOptions engine_options(const Options& options);
/// Whether the file descriptor is a terminal.
bool is_terminal(int descriptor);
/// Whether text for standard output (or not) gets colours: as `color` says, else on a terminal that
/// knows them, unless NO_COLOR is set.
bool wants_color(Color color, bool is_standard_output);

/// Several reporters behind one, with the counts that the summary and the exit code need. Failures
/// also go to standard error.
class Reports {
 public:
  /// One for each output that `options` name. Error: a file of theirs cannot be written.
  Result<bool> open(const Options& options);
  /// Whether a reporter wants the rules in begin().
  bool need_rules() const;
  /// `today` is the date that rules compare with.
  void begin(const Options& options, const std::string& today, const std::vector<RuleInfo>& rules);

  void file(const Source& source, const std::vector<Diagnostic>& findings);
  /// `path` could not be checked: exit code 2.
  void failure(const std::string& path, const std::string& message);
  /// A file of ours with mistakes in it: exit code 2.
  void broken(const OurFile& our_file);
  /// Findings that were mended are counted for the summary.
  void mended(std::size_t count) { summary_.mended += count; }
  /// A run that found something to do: exit code 1, unless it is 2.
  void not_clean() { summary_.exit_code = std::max(summary_.exit_code, 1); }
  /// Ends the reports, writes their files. Returns the exit code (see rules.md: 0, 1, 2).
  int end();

 private:
  struct Report {
    std::unique_ptr<OutputFile> file;
    std::unique_ptr<Reporter> reporter;
    bool needs_rules;
    bool is_standard_output;
  };

  std::vector<Report> reports_;
  std::optional<Severity> fail_on_;
  Summary summary_;
};

}  // namespace proclint
