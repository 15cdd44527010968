#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/document/path_syntax.h"
#include "core/document/path_value.h"
#include "core/pattern/i_regexp.h"

namespace proclint {

class PathEvaluation;

/// RFC 9535, 2.4.1. A nodes argument is a query.
enum class PathType : std::uint8_t { value, logical, nodes };

/// A function of filters (RFC 9535, 2.4): one row of the table. It has either `value` or `test`, as
/// its result is.
struct PathFunction {
  std::string_view name;
  PathType result;
  std::uint8_t parameter_count;
  std::array<PathType, 2> parameters;
  PathValue (*value)(PathEvaluation& evaluation, const FilterNode& call, Value current);
  bool (*test)(PathEvaluation& evaluation, const FilterNode& call, Value current);
};

std::span<const PathFunction> path_functions();
/// Null if there is none of that name.
const PathFunction* find_path_function(std::string_view name);

/// Whether the second argument of `function` is a pattern, and how much of a text it must match.
std::optional<Extent> pattern_extent(const PathFunction& function);

}  // namespace proclint
