#pragma once

#include <string_view>

namespace proclint {

/// The bytes of a file of the project that the programs carry: "schemas/procedure.schema.json". The
/// name must be one of those listed in the build (engine/CMakeLists.txt). Files of rules/ are there
/// as JSON, "rules/procedure.json"; of rulesets "rules/procedure.run.json" is what a run needs,
/// without documentation and examples.
std::string_view embedded(std::string_view name);

}  // namespace proclint
