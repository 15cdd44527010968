#pragma once

#include <optional>
#include <string_view>

#include "core/check/text_place.h"
#include "core/source/edit.h"

namespace proclint {

/// replace_text for the texts of Markdown; `old` is the decoded text that gives way.
std::optional<Edit> edit_markdown(const TextChange& change, std::string_view old);

}  // namespace proclint
