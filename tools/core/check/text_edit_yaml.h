#pragma once

#include <optional>

#include "core/check/text_place.h"
#include "core/source/edit.h"

namespace proclint {

/// replace_text for YAML. A scalar keeps its style, but for a plain one that needs quotes then.
std::optional<Edit> edit_yaml(const TextChange& change);

}  // namespace proclint
