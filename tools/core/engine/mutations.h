#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/source/edit.h"

namespace proclint {

/// A way in which a document goes wrong.
enum class Damage : std::uint8_t { dropped, emptied, broken, swapped, glued };
std::string_view name(Damage damage);

/// One damage to one part of a document.
struct Mutation {
  Damage damage = Damage::dropped;
  /// The part that is hit, as a JSON Pointer with "*" for each position in a list.
  std::string field;
  std::vector<Edit> edits;  ///< of the document's text, in its order
};

/// Every damage that can be done to a JSON document, in the order of the text: each member that is
/// no text of a section dropped, each list that holds something emptied, each code broken, the
/// first two steps of each list swapped, two sentences of each text glued. At most `limit`.
std::vector<Mutation> mutations(const Document& document, std::size_t limit);

/// The text of the document after the damage.
std::string damaged(std::string_view text, const Mutation& mutation);

}  // namespace proclint
