#pragma once

#include <string>

#include "core/document/positions.h"
#include "core/document/value.h"

namespace proclint {

/// The normalized path of a value (RFC 9535, 2.7): the one JSONPath that selects it alone, as
/// $['codes'][0]; of a key: that of its value.
std::string normalized_path(Value value, Positions& positions);

}  // namespace proclint
