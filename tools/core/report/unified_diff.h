#pragma once

#include <string>
#include <string_view>

namespace proclint {

/// What `diff -u` prints of two versions of a file, for patch(1): three lines of context, "\ No
/// newline at end of file", bytes of the content as they are. Empty when they are equal. A path
/// with quotes, backslashes or controls is quoted as GNU diff does.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

/// A diff for a terminal: what must not be printed as it is in its written form (see visible.h), a
/// carriage return at the end of a line too; removed and added lines in colours if wanted.
std::string visible_diff(std::string_view diff, bool has_color);

}  // namespace proclint
