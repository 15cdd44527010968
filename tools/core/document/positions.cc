#include "core/document/positions.h"

#include <algorithm>

#include "core/document/pointer.h"

namespace proclint {
namespace {

// Shorter ones are looked through each time.
constexpr std::size_t kFew = 16;

}  // namespace

const std::vector<NodeId>& Positions::elements(Value list) {
  std::vector<NodeId>& out = elements_[list.id()];
  if (out.empty()) {
    out.reserve(list.size());
    for (const Value child : list.children()) out.push_back(child.id());
  }
  return out;
}

std::size_t Positions::index_of(Value element) {
  const Value list = element.parent();
  if (list.size() <= kFew) return element.index();
  const std::vector<NodeId>& all = elements(list);
  const auto at = std::lower_bound(all.begin(), all.end(), element.id());
  return static_cast<std::size_t>(at - all.begin());
}

Value Positions::element(Value list, std::size_t index) {
  if (!list.is(Kind::list) || index >= list.size()) return {};
  if (list.size() > kFew) return {list.document(), elements(list)[index]};
  auto at = list.children().begin();
  while (index-- > 0) ++at;
  return *at;
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
