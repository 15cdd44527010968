#pragma once

#include <string>
#include <string_view>

namespace proclint {

/// Appends `text` as a JSON string with its quotes. Undecodable bytes become U+FFFD. Characters
/// that may_be_unprintable() are written as \u escapes: a parser reads the same text, and a
/// terminal that shows the file is safe.
void append_json_text(std::string& out, std::string_view text);

/// Appends JSON, made safe for a terminal in the same way: what a parser reads stays the same.
void append_safe_json(std::string& out, std::string_view json);

}  // namespace proclint
