#pragma once

#include <string_view>

#include "core/document/document.h"

namespace proclint {

/// What an unquoted scalar is by the core schema (YAML 1.2.2, section 10.3.2): null, boolean,
/// number or string.
Kind yaml_kind(std::string_view plain);

bool is_yaml_null(std::string_view text);
bool is_yaml_boolean(std::string_view text);
/// "12", "-3", "0o17", "0x1F".
bool is_yaml_integer(std::string_view text);
/// "1.5", "1e3", ".inf", ".nan"; every decimal integer too.
bool is_yaml_float(std::string_view text);

}  // namespace proclint
