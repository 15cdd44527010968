#pragma once

#include <vector>

#include "core/source/diagnostic.h"

namespace proclint {

/// Takes out what other findings of the document tell as well: that a member is absent whose name
/// is misspelt, and details of a node about which one tells all. A misspelt name becomes as severe
/// as what it is told for. Rules do not know of each other, and each may be off.
void drop_echoes(std::vector<Diagnostic>& findings);

}  // namespace proclint
