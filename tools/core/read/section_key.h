#pragma once

#include <string>
#include <string_view>

namespace proclint {

/// The key of a section whose heading is in no table: "Fun facts" becomes "x-fun-facts". Letters
/// beyond ASCII stay as they are; without any letter it is "x-section".
std::string unknown_section_key(std::string_view heading);

}  // namespace proclint
