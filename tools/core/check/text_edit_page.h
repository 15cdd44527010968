#pragma once

#include <optional>
#include <string_view>

#include "core/check/text_place.h"
#include "core/source/edit.h"

namespace proclint {

/// replace_text for pages, which have no escapes; `old` is the text that gives way.
std::optional<Edit> edit_page(const TextChange& change, std::string_view old);

}  // namespace proclint
