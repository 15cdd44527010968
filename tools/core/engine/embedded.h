#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/document/document.h"

namespace proclint {

/// A file of the project that the programs carry, and what was read from it when they were built.
struct Embedded {
  std::string_view name;
  std::string_view text;
  std::span<const Node> nodes;           ///< of its document
  std::string_view decoded;              ///< Document::decoded, no longer than need be
  std::string_view program;              ///< of a schema of ours, for Schema::carried(); else empty
  std::span<const std::uint64_t> forms;  ///< of rules/spelling-variants, for SpellingVariants
};

/// The file of that name, "schemas/procedure.schema.json", which must be one of those listed in the
/// build (engine/CMakeLists.txt). Files of rules/ are there as JSON, "rules/procedure.json"; of
/// rulesets "rules/procedure.run.json" is what a run needs, without documentation and examples.
const Embedded& embedded(std::string_view name);
/// All of them.
std::span<const Embedded> embedded_files();

}  // namespace proclint
