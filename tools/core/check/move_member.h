#pragma once

#include <vector>

#include "core/document/value.h"
#include "core/source/edit.h"

namespace proclint {

/// The edits that move a member of a map, with its key or heading and the comments right above it,
/// before another member; behind the last one if `before` is the null Value. None where the text
/// does not let a member be told from its neighbours: several on a line of YAML, comments between
/// commas. Sorted by place.
std::vector<Edit> move_member(Value member, Value before);

}  // namespace proclint
