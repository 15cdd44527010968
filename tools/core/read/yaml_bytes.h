#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/source/diagnostic.h"

namespace proclint {

/// What the library must not be given, as a finding (rule syntax-error): control characters, which
/// YAML forbids (YAML 1.2.2, section 5.1) and the library partly takes for the end; more brackets
/// and commas on one line, or %TAG lines, than it reads in bounded memory and time.
std::optional<Diagnostic> refuse_yaml_bytes(std::string_view text);

/// Writes blanks for the tabs between a ":" and what could begin a list, map or block scalar: at
/// such a place libfyaml 0.7.12 frees memory twice. Whether there was one; `copy` is set only then.
bool mask_yaml_tabs(std::string_view text, std::string& copy);

/// Whether a text can do without the library's care for bytes: valid UTF-8 of printable characters,
/// each line ended by LF or CRLF, no tab, no byte order mark, nothing that YAML 1.1 takes for a
/// line end, no line so long that refuse_yaml_bytes() would have to look at it.
bool is_simple_yaml_text(std::string_view text);

}  // namespace proclint
