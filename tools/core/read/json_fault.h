#pragma once

#include <string>
#include <string_view>

#include "core/read/json_token.h"
#include "core/source/span.h"

namespace proclint {

/// What is wrong at a place, for the author.
struct JsonFault {
  Span span;
  std::string message;
};

/// The bytes of `span` for a message: cut at a line end and after 40 characters, undecodable bytes
/// replaced.
std::string json_excerpt(std::string_view text, Span span);

/// What is wrong with the inside of a string, where a string may stand.
JsonFault bad_json_string(std::string_view text, Span string);
/// What is wrong with a number, and how it is written.
JsonFault bad_json_number(std::string_view text, Span number);
/// How to write the value that a word without quotes means.
JsonFault bad_json_word(std::string_view text, Span word);
/// What is wrong with a token that may stand nowhere, whatever is `expected` there; no string,
/// number or word.
JsonFault bad_json_character(std::string_view text, JsonToken token, std::string_view expected);

}  // namespace proclint
