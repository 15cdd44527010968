#pragma once

#include <cstdint>
#include <string_view>

#include "core/source/diagnostic.h"
#include "core/source/source.h"

namespace proclint {

/// Why the text is no JSON (RFC 8259): one finding, rule syntax-error, at the first byte that
/// cannot stand where it stands, with what was expected. `stop` is where the parser gave up: the
/// place of the finding if nothing wrong is found before it.
Diagnostic explain_json_error(const Source& source, std::uint32_t stop);

/// Whether the text begins as UTF-16 does: with its byte order mark, or with ASCII and a NUL.
bool looks_like_utf16(std::string_view text);

}  // namespace proclint
