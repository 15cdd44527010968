#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/engine/engine.h"
#include "core/source/diagnostic.h"
#include "core/source/result.h"

namespace proclint {

/// One report: its format and the file that it goes to; "" is standard output.
struct Destination {
  std::string format;
  std::string file;
};

enum class Color : std::uint8_t { automatic, always, never };

/// The command line of proclint, checked.
struct Options {
  enum class Command : std::uint8_t {
    lint,
    explain,
    rules_list,
    rules_test,
    schema_check,
    tree,
    select,
    help,
    version
  };

  Command command = Command::lint;
  /// Paths; the rule of explain; the file of tree; the path and file of select; schemas; rules
  /// files to test.
  std::vector<std::string> arguments;
  std::string documents;  ///< what rules test damages: a document or a folder of them
  EngineOptions engine;
  std::string stdin_filename;
  std::vector<Destination> outputs;  ///< of lint and schema check
  std::string print_format;          ///< of the commands that report nothing; "" is their own
  std::optional<Severity> fail_on = Severity::error;  ///< nullopt: never
  Columns columns = Columns::codepoint;
  Color color = Color::automatic;
  bool quiet = false;
  bool statistics = false;
  bool allow_empty = false;
  bool fixes = false;                 ///< documents are mended; not with shows_diff
  bool shows_diff = false;            ///< nothing but what mending would change is shown
  Safety fix_level = Safety::layout;  ///< the most that either changes
  unsigned jobs = 0;                  ///< 0: as many as help
};

/// Reads the command line. Error: what is wrong with it.
Result<Options> parse_options(int argc, const char* const* argv);

/// What --help prints; no line is wider than 80 columns.
std::string help_text();

}  // namespace proclint
