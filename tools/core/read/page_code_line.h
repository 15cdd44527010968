#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/source/span.h"

namespace proclint {

/// The line of a page that names its codes: "CPT code 36415", "ICD10 procedure codes: A, B".
struct CodeLine {
  Span label;   ///< "CPT code", without colon
  Span system;  ///< "CPT", as written; empty where the label is only "Code"
  std::vector<Span> values;
};

/// Reads `line` as a code line. The label is the name of a code system and the word "code" or
/// "codes". A name whose first word is in capitals ("CPT4", "HCPIC") or is a known system in any
/// case needs no value, nor does a general word ("Procedure code"); any other name needs one with a
/// digit, so that "Search all medical codes" is none. A known system may go without the word: "CPT
/// 36415", or "CPT" on a line of its own. Values are
/// parted by blanks, commas, semicolons and "and"; what has no digit, or looks like a range or a
/// modifier, is kept with its neighbours as one value, for the rules to judge.
std::optional<CodeLine> parse_code_line(std::string_view text, Span line);

/// The values of a line that holds nothing else, as it may stand below a label; else empty.
std::vector<Span> parse_code_values(std::string_view text, Span line);

}  // namespace proclint
