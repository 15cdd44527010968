#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/code_systems.h"

namespace proclint {

/// What a value that has not the form of its system's codes most likely is; each answer but the
/// last two is a rule of its own.
enum class CodeSlip : std::uint8_t {
  modifier,      ///< a code with modifiers behind it
  range,         ///< two codes that stand for all between them
  letter_case,   ///< a code but for the case of its letters
  separator,     ///< a code but for its points, hyphens and blanks
  other_system,  ///< a code of exactly one other system
  several,       ///< two codes
  form,          ///< none of these
};

struct SlippedCode {
  CodeSlip slip = CodeSlip::form;
  /// letter_case and separator: the codes that it can be, at most four; modifier: the code itself,
  /// alone.
  std::vector<std::string> candidates;
  std::vector<std::string_view> modifiers;     ///< modifier: views into the value
  const CodeSystems::System* other = nullptr;  ///< other_system
};

/// Whether the name of the system is a part of the value: "CPT 64615".
bool begins_with_name(const CodeSystems::System& system, std::string_view value);

/// Classifies a value whose verdict is CodeVerdict::format, or the text of a modifier that has not
/// the form of `system`.
SlippedCode find_slip(const CodeSystems& systems, const CodeSystems::System& system,
                      std::string_view value);

}  // namespace proclint
