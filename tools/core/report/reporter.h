#pragma once

#include <cstdint>
#include <memory>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/source/diagnostic.h"
#include "core/source/rule_info.h"
#include "core/source/source.h"

namespace proclint {

/// What every reporter is told of the run.
struct RunInfo {
  std::string version;
  std::vector<RuleInfo> rules;  ///< sorted by id; filled only for reporters with needs_rules
  Columns columns = Columns::codepoint;
  bool color = false;
  /// text: columns of the terminal, to which messages are folded; 0 when there is none: then only
  /// source lines are cut (at 80), so that a message stays on the line of its finding.
  std::size_t width = 0;
  bool quiet = false;                 ///< text: no summary
  bool statistics = false;            ///< text: a count per rule behind the summary
  Safety fix_level = Safety::layout;  ///< text: what --fix would apply
  std::string today;                  ///< YYYY-MM-DD, what rules about dates compared with
  std::string command_line;           ///< as given
  /// Absolute path of the folder that relative paths start from. SARIF writes an absolute path
  /// below it as a relative URI, and one that leads out of it as a file URI; empty: paths stay as
  /// given.
  std::string folder;
};

struct Summary {
  std::size_t files = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;
  int exit_code = 0;
  std::size_t mended = 0;  ///< findings that are gone, because --fix mended them
};

/// Writes findings as they come; keeps nothing of a file once it is written. Undecodable bytes
/// become U+FFFD, and control characters of the content never reach the output as they are.
class Reporter {
 public:
  virtual ~Reporter() = default;
  virtual void begin(const RunInfo& run) = 0;
  /// A file that was checked, in the order of the command line; `findings` sorted by place, then
  /// rule.
  virtual void file(const Source& source, std::span<const Diagnostic> findings) = 0;
  /// Something that could not be done: a file that could not be read. Also on standard error, which
  /// is not ours.
  virtual void failure(std::string_view path, std::string_view message) = 0;
  virtual void end(const Summary& summary) = 0;
};

struct ReporterInfo {
  std::string_view name;     ///< what --format takes
  std::string_view summary;  ///< for --help
  bool needs_rules;
  std::unique_ptr<Reporter> (*make)(std::ostream& out);
};

std::span<const ReporterInfo> reporters();
const ReporterInfo* find_reporter(std::string_view name);

}  // namespace proclint
