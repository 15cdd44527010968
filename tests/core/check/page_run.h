#pragma once

#include <string>
#include <string_view>

namespace proclint {

/// What a rule function finds on a page, one finding a line: "LINE:COLUMN [the text that is shown]
/// message". What is wrong with the options, if something is.
std::string on_page(std::string_view function, std::string_view page,
                    std::string_view options = "{}");

/// The page after the fixes of all findings that have one, each found again after the one before.
std::string mended(std::string_view function, std::string_view page);

}  // namespace proclint
