#include "core/document/path.h"

#include <algorithm>

namespace proclint {
namespace {

// The element at `index`, counted from the end when negative; null Value if there is none.
Value element(Value list, std::int64_t index) {
  const auto size = static_cast<std::int64_t>(list.size());
  if (index < 0) index += size;
  if (!list.is(Kind::list) || index < 0 || index >= size) return {};
  auto at = list.children().begin();
  while (index-- > 0) ++at;
  return *at;
}

std::int64_t from_start(std::int64_t bound, std::int64_t size) {
  return bound >= 0 ? bound : size + bound;
}

}  // namespace

void Path::walk(std::size_t segment, Value at, const Visitor& visitor) const {
  if (segment == segments_.size()) {
    visitor.call(visitor.context, at);
    return;
  }
  if (!segments_[segment].is_descendant) {
    step(segment, at, visitor);
    return;
  }
  const Document& document = at.document();
  const NodeId end = at.node().next;
  for (NodeId id = at.id(); id < end; ++id) {
    const Kind kind = document.node(id).kind;
    if (kind == Kind::list || kind == Kind::map) step(segment, Value(document, id), visitor);
  }
}

// Applies the selectors of a segment to one node, and the rest of the path to what they select.
void Path::step(std::size_t segment, Value at, const Visitor& visitor) const {
  for (const Selector& selector : segments_[segment].selectors) {
    if (std::holds_alternative<Wildcard>(selector)) {
      for (const Value child : at.children()) walk(segment + 1, child, visitor);
    } else if (const auto* name = std::get_if<std::string>(&selector)) {
      step_to_name(segment, at, *name, visitor);
    } else if (const auto* index = std::get_if<std::int64_t>(&selector)) {
      if (const Value child = element(at, *index)) walk(segment + 1, child, visitor);
    } else {
      step_to_slice(segment, at, std::get<Slice>(selector), visitor);
    }
  }
}

void Path::step_to_name(std::size_t segment, Value at, const std::string& name,
                        const Visitor& visitor) const {
  if (!at.is(Kind::map)) return;
  const Document& document = at.document();
  for (NodeId key = at.id() + 1; key < at.node().next; key = document.node(key + 1).next) {
    if (document.node(key).size == name.size() && document.text(key) == name) {
      walk(segment + 1, Value(document, key + 1), visitor);
    }
  }
}

// RFC 9535, 2.3.4.2.2.
void Path::step_to_slice(std::size_t segment, Value at, const Slice& slice,
                         const Visitor& visitor) const {
  if (!at.is(Kind::list) || slice.step == 0) return;
  const auto size = static_cast<std::int64_t>(at.size());
  std::int64_t i = 0;
  if (slice.step > 0) {
    const std::int64_t lower =
        std::clamp<std::int64_t>(from_start(slice.start.value_or(0), size), 0, size);
    const std::int64_t upper =
        std::clamp<std::int64_t>(from_start(slice.end.value_or(size), size), 0, size);
    for (const Value child : at.children()) {
      if (i >= upper) break;
      if (i >= lower && (i - lower) % slice.step == 0) walk(segment + 1, child, visitor);
      ++i;
    }
    return;
  }
  const std::int64_t upper =
      std::clamp<std::int64_t>(from_start(slice.start.value_or(size - 1), size), -1, size - 1);
  const std::int64_t lower =
      slice.end ? std::clamp<std::int64_t>(from_start(*slice.end, size), -1, size - 1) : -1;
  std::vector<Value> chosen;
  for (const Value child : at.children()) {
    if (i > upper) break;
    if (i > lower && (upper - i) % slice.step == 0) chosen.push_back(child);
    ++i;
  }
  for (auto child = chosen.rbegin(); child != chosen.rend(); ++child) {
    walk(segment + 1, *child, visitor);
  }
}

}  // namespace proclint
