#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace proclint {

/// Whether a text may stand in YAML as it is. True only where parsers of YAML 1.1 and of 1.2 both
/// read the same text back: not for NO, 12:30, 00100, 3E03317, 1_000, ~ or a date, not for a code
/// (handbook 2.4), and not where a sign or blank at the begin, at the end or inside means
/// something.
bool is_plain_yaml(std::string_view text);

/// Appends a text in double quotes, on one line. What is not printable is escaped, undecodable
/// bytes become U+FFFD.
void append_quoted_yaml(std::string_view text, std::string& out);

/// Whether a text of several lines can stand as a literal block ("|") and be read back as it is.
bool is_literal_yaml(std::string_view text);

/// Appends the lines of a literal block below its header: each behind `indent` blanks, with its
/// line end.
void append_literal_yaml(std::string_view text, std::size_t indent, std::string& out);

}  // namespace proclint
