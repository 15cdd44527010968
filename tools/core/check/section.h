#pragma once

#include <string>
#include <string_view>

#include "core/check/vocabulary.h"
#include "core/document/value.h"

namespace proclint {

/// The canonical heading of a section key; of a key without one, the key.
std::string_view heading_of(std::string_view section_key, const Vocabulary& vocabulary);

/// The section that holds `value` or is it: the member of the root's `sections`. Null Value outside
/// of sections.
Value section_of(Value value);

}  // namespace proclint
