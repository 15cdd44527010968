#pragma once

#include <string>
#include <string_view>

#include "core/document/value.h"
#include "core/source/result.h"

namespace proclint {

/// Appends "/" and the reference token, "~" and "/" escaped (RFC 6901, section 3).
void append_pointer_token(std::string& out, std::string_view token);

/// The value that `pointer` names below `root` (RFC 6901, section 4); the null Value if there is
/// none. Error: the pointer is malformed.
Result<Value> resolve(Value root, std::string_view pointer);

}  // namespace proclint
