#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/document/value.h"

namespace proclint {

/// What messages ask again and again of one document, each list and map looked through only once:
/// thousands of findings in one list must not cost their square.
class Positions {
 public:
  /// Position among the elements of its list, from 0.
  std::size_t index_of(Value element);
  /// JSON Pointer (RFC 6901) from the root; of a key: that of its value.
  std::string pointer_of(Value value);
  bool has_member(Value map, std::string_view name);

 private:
  std::unordered_map<NodeId, std::vector<NodeId>> elements_;
  std::unordered_map<NodeId, std::unordered_set<std::string_view>> names_;
};

}  // namespace proclint
