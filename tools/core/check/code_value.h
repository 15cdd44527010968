#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/code_slip.h"
#include "core/check/code_systems.h"

namespace proclint {

/// What a code value is, seen from its system; each answer but `ok` is a rule of its own.
enum class CodeVerdict : std::uint8_t {
  ok,
  lookalike,    ///< would be a code if characters that look alike were exchanged
  check_digit,  ///< has the form, but its check digit or SNOMED CT partition is wrong
  format,       ///< has not the form
};

/// Costs no memory for a code that is well-formed.
CodeVerdict judge(const CodeSystems::System& system, std::string_view value);

/// Whether the value only keeps the place of a code: blanks, "-", "n/a", "xxxxx", "00000",
/// "<code>".
bool is_placeholder(std::string_view value);

/// The codes that `value` can have been meant as: letters typed for digits (O, I, l), full-width,
/// Cyrillic and Greek letters, dashes, blanks that nobody sees. At most four.
std::vector<std::string> lookalikes(const CodeSystems::System& system, std::string_view value);

/// The well-formed codes that have the letters and digits of `value`, with case and separators as
/// the system writes them. At most four.
std::vector<std::string> respelled(const CodeSystems::System& system, std::string_view value);

/// The well-formed codes that differ from `value` in two neighbours that changed places.
std::vector<std::string> swapped_back(const CodeSystems::System& system, std::string_view value);

/// What is wrong with the check digit or the partition: `ends in the check digit 2, but should end
/// in 1`. For a value whose verdict is check_digit.
std::string describe_check_digit(const CodeSystems::System& system, std::string_view value);

/// What is wrong with the form, and how the code should look. For a value whose verdict is format,
/// and what find_slip says of it.
std::string describe_format(const CodeSystems::System& system, const SlippedCode& slipped,
                            std::string_view value);

/// `"G24.3"`, `"G24.3" or "G24.4"`, `"A", "B" or "C"`.
std::string alternatives(const std::vector<std::string>& candidates);

}  // namespace proclint
