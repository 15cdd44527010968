#pragma once

#include <string_view>
#include <vector>

#include "core/document/value.h"
#include "core/print/members.h"
#include "core/source/diagnostic.h"

namespace proclint {

/// A tree that was written and read again.
struct TreeComparison {
  const Document& original;             ///< where differences are placed
  const std::vector<Member>& expected;  ///< what was to be written
  const std::vector<Member>& actual;    ///< what was read; systems of codes as expected are spelled
};

/// Adds to `losses` (see Conversion) each place where what was read is not what was to be written.
/// What `losses` already tells is not told again. The member `layout` is not compared.
void compare_trees(const TreeComparison& trees, std::vector<Diagnostic>& losses);

}  // namespace proclint
