#pragma once

#include <cstdint>
#include <string_view>

#include "core/source/span.h"

namespace proclint {

/// What stands in a JSON text, and what authors write in its stead.
enum class JsonLexeme : std::uint8_t {
  end,
  open,   ///< [ or {
  close,  ///< ] or }
  comma,
  colon,
  string,
  number,
  literal,  ///< true, false, null
  // None of these may stand anywhere.
  bad_string,  ///< begins with a quote; json_string_fault tells what is wrong in it
  bad_number,  ///< begins like a number
  word,        ///< letters without quotes
  single_quoted,
  typographic_quote,
  comment,
  blank,      ///< a blank that is none in JSON, as the no-break space
  invisible,  ///< a character that cannot be seen, as the zero-width space
  control,    ///< a control character, NUL included
  undecodable,
  other,
};

struct JsonToken {
  JsonLexeme kind = JsonLexeme::end;
  Span span;
};

/// The token that begins at or after `at`, behind blanks and line ends. At the end of the text the
/// span is empty and stands behind the last character that is no blank.
JsonToken next_json_token(std::string_view text, std::uint32_t at);

/// Where the string that opens at `quote` goes wrong: the first byte that cannot stand there; the
/// size of the text if it never ends.
std::uint32_t json_string_fault(std::string_view text, std::uint32_t quote);

}  // namespace proclint
