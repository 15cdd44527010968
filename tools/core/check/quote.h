#pragma once

#include <string>
#include <string_view>

namespace proclint {

/// A text of the document in quotes, as messages show it: on one line, cut behind 60 bytes.
std::string quoted(std::string_view text);

}  // namespace proclint
