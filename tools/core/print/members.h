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

/// The value of `document` that a value in WriteOptions::supplied stands for: the nearest at or
/// above its place. Other values are given back.
Value in_document(Value value, const Document& document);

/// Adds the loss of what stands at `place` of `lost`'s document.
void add_loss(std::vector<Diagnostic>& losses, Value lost, Span place, std::string message);

}  // namespace proclint
