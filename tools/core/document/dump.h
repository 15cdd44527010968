#pragma once

#include <string>

#include "core/document/document.h"

namespace proclint {

/// The tree in one line, for tests and for `proclint tree`: kind, span and text of each node, then
/// marks and comments.
///   map[0,10) key[1,4)=a string[6,9)=b
/// Texts have their control characters and line ends escaped as in JSON. With `indented` each node
/// has a line of its own, two blanks a level.
std::string dump(const Document& document, bool indented = false);

}  // namespace proclint
