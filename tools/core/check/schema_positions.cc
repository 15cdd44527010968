#include "core/check/schema_positions.h"

#include <algorithm>

#include "core/document/pointer.h"

namespace proclint {
namespace {

// Shorter ones are looked through each time.
constexpr std::size_t kFew = 16;

}  // namespace

std::size_t Positions::index_of(Value element) {
  const Value list = element.parent();
  if (list.size() <= kFew) return element.index();
  std::vector<NodeId>& elements = elements_[list.id()];
  if (elements.empty()) {
    for (const Value child : list.children()) elements.push_back(child.id());
  }
  const auto at = std::lower_bound(elements.begin(), elements.end(), element.id());
  return static_cast<std::size_t>(at - elements.begin());
}

std::string Positions::pointer_of(Value value) {
  if (value.is(Kind::key)) value = Value(value.document(), value.id() + 1);
  std::vector<Value> steps;
  for (Value at = value; at.parent(); at = at.parent()) steps.push_back(at);
  std::string out;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if (const Value key = step->key()) {
      append_pointer_token(out, key.text());
    } else {
      append_pointer_token(out, std::to_string(index_of(*step)));
    }
  }
  return out;
}

bool Positions::has_member(Value map, std::string_view name) {
  if (map.size() <= kFew) return static_cast<bool>(map.find(name));
  std::unordered_set<std::string_view>& names = names_[map.id()];
  if (names.empty()) {
    for (const Value member : map.children()) names.insert(member.key().text());
  }
  return names.contains(name);
}

}  // namespace proclint
