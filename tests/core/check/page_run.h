#pragma once

#include <string>
#include <string_view>

#include "core/document/document.h"

namespace proclint {

/// What a rule function finds at the node `pointer` of a text, one finding a line: "LINE:COLUMN
/// [the text that is shown] message". What is wrong with the options, if something is.
std::string found_in(Form form, std::string_view function, std::string_view text,
                     std::string_view options = "{}", std::string_view pointer = "");

/// The text after the fixes of all findings that have one, each found again after the one before.
std::string mended_in(Form form, std::string_view function, std::string_view text,
                      std::string_view pointer = "");

/// The same at the root of a page.
std::string on_page(std::string_view function, std::string_view page,
                    std::string_view options = "{}");
std::string mended(std::string_view function, std::string_view page);

}  // namespace proclint
