#pragma once

#include <vector>

#include "core/check/code_slip.h"
#include "core/document/value.h"
#include "core/source/edit.h"

namespace proclint {

/// Takes the modifiers out of `value`, the value of a code {system, value}, and appends them to the
/// code's list "modifiers", which is written if there is none. `slipped` says modifier of it. Empty
/// if the form has no place for them (a page), or that list is laid out in another way than these
/// edits know. For findings.
std::vector<Edit> modifiers_moved(Value value, const SlippedCode& slipped);

}  // namespace proclint
