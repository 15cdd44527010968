#pragma once

#include <string>
#include <vector>

#include "core/print/exchange.h"
#include "core/print/writer.h"
#include "core/read/reader.h"
#include "core/source/result.h"

namespace proclint {

/// The command line of procconv, checked.
struct ConvertOptions {
  enum class Command : std::uint8_t { convert, help, version };

  Command command = Command::convert;
  std::vector<std::string> arguments;  ///< files, folders, or "-"
  const Reader* from = nullptr;        ///< null: as each file's extension says
  const Writer* to = nullptr;          ///< null where `exchange` is not, or nothing is converted
  const Exchange* exchange = nullptr;
  std::string output;   ///< of the one document; "" is standard output
  std::string out_dir;  ///< "" where none was named
  std::string stdin_filename;
  bool is_check = false;  ///< nothing is written
};

/// Reads the command line. Error: what is wrong with it.
Result<ConvertOptions> parse_convert_options(int argc, const char* const* argv);

/// What --help prints; no line is wider than 80 columns.
std::string convert_help_text();

}  // namespace proclint
