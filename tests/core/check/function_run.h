#pragma once

#include <string>
#include <string_view>

#include "core/check/vocabulary.h"

namespace proclint {

/// The project's own data, from rules/.
const Vocabulary& own_words();
/// The same with no word lists yet, for the functions that a test binds.
Vocabulary own_words_unbound();

/// What a rule function finds at the node `pointer` of a JSON document, one finding a line:
///   POINTER [the text that is shown] message
/// with "(severity)" behind it where the function gives one, then the notes as "; [text] message"
/// and the document's text after the fix as " => text". What is wrong with the options, if
/// something is.
std::string run(std::string_view function, std::string_view options, std::string_view document,
                std::string_view pointer = "");

/// The same in a document without a reader's help: a page or the like that a test built by hand.
std::string run(std::string_view function, std::string_view options, const Document& document,
                std::string_view pointer = "");

}  // namespace proclint
