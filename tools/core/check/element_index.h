#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>

#include "core/document/value.h"

namespace proclint {

/// Positions of elements in their lists, for many findings of one document: it remembers where it
/// stopped in each list, so asking in document order costs one walk over the list altogether, where
/// Value::index() costs one each.
class ElementIndex {
 public:
  /// Value::index().
  std::size_t index(Value element);
  /// The element at `index`; null Value if there is none.
  Value element(Value list, std::size_t index);
  /// Value::pointer().
  std::string pointer(Value value);

 private:
  struct Stop {
    NodeId element;
    std::size_t index;
  };
  Stop& stop(Value list);

  std::unordered_map<NodeId, Stop> stops_;
};

}  // namespace proclint
