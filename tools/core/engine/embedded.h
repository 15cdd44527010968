#pragma once

#include <string_view>

namespace proclint {

/// The bytes of a file of the project that the programs carry: "rules/procedure.json",
/// "schemas/procedure.schema.json". The name must be one of those listed in the build
/// (engine/CMakeLists.txt).
std::string_view embedded(std::string_view name);

}  // namespace proclint
