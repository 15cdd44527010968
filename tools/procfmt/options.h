#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/source/result.h"

namespace proclint {

/// The command line of procfmt, checked.
struct FormatterOptions {
  enum class Command : std::uint8_t { format, help, version };
  enum class Color : std::uint8_t { automatic, always, never };

  Command command = Command::format;
  std::vector<std::string> paths;
  std::string config;          ///< "": the nearest
  std::string stdin_filename;  ///< what standard input is the text of
  Color color = Color::automatic;
  bool is_check = false;  ///< list what would change
  bool is_diff = false;   ///< show what would change
  bool allow_empty = false;

  bool changes_files() const { return !is_check && !is_diff; }
};

/// Reads the command line. Error: what is wrong with it.
Result<FormatterOptions> parse_formatter_options(int argc, const char* const* argv);

/// What --help prints; no line is wider than 80 columns.
std::string formatter_help();

}  // namespace proclint
