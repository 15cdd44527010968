#pragma once

#include <string>

#include "core/document/value.h"

namespace proclint {

/// False for null, false, zero and an empty text, list or map.
bool is_truthy(Value value);

/// "empty", "null", `"a text"`, "a list".
std::string content_in_words(Value value);

}  // namespace proclint
