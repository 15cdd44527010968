#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/source/diagnostic.h"
#include "core/source/source.h"

namespace proclint {

/// Replaces each byte of `copy` that is no part of well-formed UTF-8 by "?", so that every offset
/// stays. Whether there was one.
bool replace_undecodable(std::string& copy);

/// One finding (rule invalid-utf8) for each run of undecodable bytes, with the bytes in
/// hexadecimal. After a thousand runs the last finding counts the rest: such a file is no text.
/// Whether there was one.
bool report_undecodable(const Source& source, std::vector<Diagnostic>& diagnostics);

/// Whether a byte from 0x18 to 0x1F stands anywhere: JSON allows none of them, not even between
/// its tokens (RFC 8259, sections 2 and 7).
bool has_high_control(std::string_view text);

/// Writes every number of `copy` that is long enough to leave the range of a double as one of the
/// same length that does not. Valid JSON stays valid and invalid JSON invalid, with each token at
/// its place.
void hide_big_numbers(std::string& copy);

}  // namespace proclint
