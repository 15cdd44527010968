#pragma once

#include <string_view>
#include <vector>

#include "core/print/writer.h"

namespace proclint {

/// A member of a map as it is written.
struct Member {
  std::string_view key;
  Value value;
};

/// The members of the document's root in the order in which they are written: those that the schema
/// knows in its order, behind them the others in theirs. WriteOptions::supplied is worked in. Equal
/// keys are all kept. Empty for a root that is no map.
std::vector<Member> root_members(const Document& document, const WriteOptions& options);

}  // namespace proclint
