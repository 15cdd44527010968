#pragma once

#include <span>
#include <string>
#include <string_view>

namespace proclint {

/// "did you mean "NAME"?" with the name that `word` most likely misspells; `otherwise` if none is
/// near.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> names,
                         std::string otherwise);

}  // namespace proclint
