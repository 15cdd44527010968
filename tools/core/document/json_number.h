#pragma once

#include <string>
#include <string_view>

namespace proclint {

/// A number as YAML or JSON writes it, as JSON writes it; empty if JSON cannot.
std::string json_number(std::string_view written);

}  // namespace proclint
