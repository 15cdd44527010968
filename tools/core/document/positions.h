#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/document/value.h"

namespace proclint {

/// What findings ask again and again of one document, each long list and map looked through only
/// once: thousands of findings in one list must not cost their square.
class Positions {
 public:
  /// Value::index().
  std::size_t index_of(Value element);
  /// The element at `index`; null Value if there is none.
  Value element(Value list, std::size_t index);
  /// Value::pointer().
  std::string pointer_of(Value value);
  /// Whether Value::find() finds a member of that name.
  bool has_member(Value map, std::string_view name);

 private:
  const std::vector<NodeId>& elements(Value list);

  std::unordered_map<NodeId, std::vector<NodeId>> elements_;
  std::unordered_map<NodeId, std::unordered_set<std::string_view>> names_;
};

}  // namespace proclint
