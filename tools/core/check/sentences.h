#pragma once

#include <cstddef>
#include <string_view>

namespace proclint {

/// Where the sentence behind the first one of `text` begins, from `from` on: behind a period,
/// question or exclamation mark (and a closing quote or bracket) and one or more blanks, at a
/// capital letter. Short forms ("Dr. Smith", "e.g. Paris", "no. 4") end none. npos if there is
/// none.
std::size_t next_sentence(std::string_view text, std::size_t from = 0);

/// Whether the text ends in a short form whose period need not end a sentence.
bool ends_in_abbreviation(std::string_view text);

}  // namespace proclint
