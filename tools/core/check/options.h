#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/check/functions.h"

namespace proclint {

/// The mistake of an option that the function does not have; `known` names those that it has,
/// parted by ", ".
OptionError unknown_option(Value option, std::string_view known);

/// Reads a list of texts, none of them blank.
std::optional<OptionError> read_texts(Value option, std::vector<std::string_view>& out);

/// Reads a text that is not blank.
std::optional<OptionError> read_text(Value option, std::string_view& out);

/// Reads whether a function looks at the name of a member or at its value: "key" or "value".
std::optional<OptionError> read_key_or_value(Value option, bool& is_key);

/// Reads a whole number from 0 to a million.
std::optional<OptionError> read_count(Value option, std::uint32_t& out);

}  // namespace proclint
