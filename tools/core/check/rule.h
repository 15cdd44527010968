#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/check/functions.h"
#include "core/check/message.h"
#include "core/document/value.h"
#include "core/pattern/glob.h"
#include "core/source/diagnostic.h"

namespace proclint {

/// Whether rules files hold what only people read: summary, why, examples. Those that the programs
/// carry are there without it, too.
enum class Documentation : std::uint8_t { present, absent };

/// A rule of a ruleset, with what a run needs. Its documentation and examples stay in `entry` until
/// somebody asks for them.
struct Rule {
  /// Who looks for it: the functions of `then`, a reader, or the schema.
  enum class Finder : std::uint8_t { functions, reading, schema };

  std::string_view id;
  Value entry;                       ///< its map in the rules file
  std::optional<Severity> severity;  ///< none: off unless the configuration wants it
  Finder finder = Finder::functions;
  std::uint8_t forms = 0xFF;  ///< one bit a Form
  MessageTemplate message;
  std::vector<Check> checks;  ///< all are applied to each node that `given` selects
  std::vector<Glob> files;    ///< empty: every file

  bool applies_to(Form form) const { return ((forms >> static_cast<unsigned>(form)) & 1U) != 0; }
};

}  // namespace proclint
