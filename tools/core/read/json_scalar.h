#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/document/document.h"

namespace proclint {

/// One unit of a JSON string: a byte as it is, or an escape; a surrogate pair is one unit.
struct JsonUnit {
  std::uint32_t size = 1;          ///< in the source
  std::uint32_t decoded_size = 1;  ///< in UTF-8
  bool is_valid = true;            ///< of a broken escape `size` covers what was understood
  char32_t codepoint = 0;          ///< that an escape stands for
};
JsonUnit json_unit(std::string_view text, std::uint32_t at);

/// The runs of a text that was decoded from `content`, what stands between the quotes, into
/// Document::decoded at `decoded`: none if it is short, or longer than anybody writes.
void add_json_runs(std::string_view text, Span content, Span decoded, std::vector<TextRun>& runs);

/// One past the closing quote of the string whose first byte behind the opening quote is at
/// `begin`; 0 if an escape in it is broken, half a surrogate pair included, or it does not end.
std::uint32_t json_string_end(std::string_view text, std::uint32_t begin);

/// The same for a string that is known to be closed and to have `decoded_size` bytes: only its
/// escapes are looked at.
std::uint32_t json_string_end(std::string_view text, std::uint32_t begin,
                              std::uint32_t decoded_size);

/// One past the longest number (RFC 8259, section 6) that begins at `begin`; `begin` if there is
/// none.
std::uint32_t json_number_end(std::string_view text, std::uint32_t begin);

/// Whether the byte at `at` could be meant as part of the number before it.
bool continues_json_number(std::string_view text, std::uint32_t at);

}  // namespace proclint
