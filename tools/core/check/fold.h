#pragma once

#include <string>
#include <string_view>

namespace proclint {

/// Appends `text` with each run of blanks, line ends and no-break spaces as one blank, and none at
/// either end: what stays the same when a text is only laid out anew. The parts of one text may be
/// appended one after the other.
void append_folded(std::string& out, std::string_view text);

/// The text without blanks, line ends and no-break spaces at either end.
std::string_view trimmed(std::string_view text);

}  // namespace proclint
