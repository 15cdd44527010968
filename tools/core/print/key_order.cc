#include "core/print/key_order.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <unordered_map>

#include "core/document/pointer.h"

namespace proclint {
namespace {

// Deeper than any schema that people write; keeps recursion safe.
constexpr std::size_t kMaxDepth = 64;

bool is_own(std::string_view key) { return key.starts_with("x-"); }

bool is_container(const Node& node) { return node.kind == Kind::list || node.kind == Kind::map; }

}  // namespace

class KeyOrder::SchemaReader {
 public:
  SchemaReader(Value root, std::vector<Shape>& shapes) : root_(root), shapes_(shapes) {}

  std::uint32_t shape(Value schema, std::size_t depth) {
    if (!schema || !schema.is(Kind::map) || depth > kMaxDepth) return kNone;
    const auto [known, is_new] =
        known_.emplace(schema.id(), static_cast<std::uint32_t>(shapes_.size()));
    const std::uint32_t index = known->second;
    if (!is_new) return index;
    shapes_.emplace_back();
    add(schema, index, depth);
    return index;
  }

 private:
  // Not by reference: reading a part of the schema may add shapes.
  void add(Value schema, std::uint32_t index, std::size_t depth) {
    if (!schema || !schema.is(Kind::map) || depth > kMaxDepth) return;
    if (const Value reference = schema.find("$ref")) {
      add(referred(reference.text()), index, depth + 1);
    }
    if (const Value properties = schema.find("properties")) {
      for (const Value property : properties.children()) {
        const std::uint32_t below = shape(property, depth + 1);
        auto& members = shapes_[index].members;
        const auto rank = static_cast<std::uint32_t>(members.size());
        members.emplace(property.key().text(), Member{rank, below});
      }
    }
    for (const std::string_view keyword : {"allOf", "anyOf", "oneOf"}) {
      const Value parts = schema.find(keyword);
      if (!parts) continue;
      for (const Value part : parts.children()) add(part, index, depth + 1);
    }
    if (const Value items = schema.find("items"); items && shapes_[index].items == kNone) {
      const std::uint32_t below = shape(items, depth + 1);
      shapes_[index].items = below;
    }
    others(schema, index, depth);
  }

  void others(Value schema, std::uint32_t index, std::size_t depth) {
    Value other = schema.find("additionalProperties");
    const Value patterns = schema.find("patternProperties");
    if (patterns && patterns.size() != 0) other = *patterns.children().begin();
    if (!other || shapes_[index].others != kNone) return;
    const std::uint32_t below = shape(other, depth + 1);
    shapes_[index].others = below;
  }

  Value referred(std::string_view reference) const {
    if (!reference.starts_with('#')) return {};
    const Result<Value> found = resolve(root_, reference.substr(1));
    return found ? *found : Value();
  }

  Value root_;
  std::vector<Shape>& shapes_;
  std::unordered_map<NodeId, std::uint32_t> known_;
};

KeyOrder KeyOrder::from(Value schema, const Headings& headings) {
  KeyOrder order;
  SchemaReader(schema, order.shapes_).shape(schema, 0);
  order.rank_sections(headings);
  return order;
}

void KeyOrder::rank_sections(const Headings& headings) {
  const std::uint32_t sections = shapes_.empty() ? kNone : member(0, "sections").shape;
  if (sections == kNone) return;
  Shape& shape = shapes_[sections];
  const auto count = static_cast<std::uint32_t>(headings.entries().size());
  for (auto& [key, member] : shape.members) member.rank += count;
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto [found, is_new] = shape.members.try_emplace(headings.entries()[i].key);
    found->second.rank = i;
    if (is_new) found->second.shape = shape.others;
  }
}

KeyOrder::Member KeyOrder::member(std::uint32_t shape, std::string_view key) const {
  if (shape == kNone) return {};
  const auto found = shapes_[shape].members.find(key);
  return found == shapes_[shape].members.end() ? Member{kNone, shapes_[shape].others}
                                               : found->second;
}

std::vector<std::size_t> KeyOrder::sections(const std::vector<std::string_view>& keys) const {
  return order_of(shapes_.empty() ? kNone : member(0, "sections").shape, keys);
}

std::vector<std::size_t> KeyOrder::order_of(std::uint32_t shape,
                                            const std::vector<std::string_view>& keys) const {
  std::vector<std::uint32_t> ranks;
  ranks.reserve(keys.size());
  for (const std::string_view key : keys) {
    const std::uint32_t before = ranks.empty() ? 0 : ranks.back();
    ranks.push_back(is_own(key) ? before : member(shape, key).rank);
  }
  std::vector<std::size_t> order(keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
  return order;
}

/// Moves the members of maps that are not in order. Most documents have none, so the first walk
/// only looks.
class KeyOrder::Sorter {
 public:
  Sorter(const KeyOrder& order, const Document& document) : order_(order), document_(document) {}

  // Whether there is something to move.
  bool find();
  void write(Document& sorted);

 private:
  struct Open {
    NodeId id;
    std::uint32_t shape;
    std::uint32_t last_rank;
  };
  struct Unsorted {
    NodeId map;
    std::uint32_t shape;
  };
  struct Part {  // nodes that stay together
    NodeId begin;
    NodeId end;
  };

  void key(NodeId id);
  std::vector<Part> members(const Unsorted& map) const;
  std::vector<Part> parts() const;

  const KeyOrder& order_;
  const Document& document_;
  std::vector<Open> open_;
  std::vector<Unsorted> unsorted_;  // in the order of the document
  std::uint32_t value_shape_ = kNone;
};

void KeyOrder::Sorter::key(NodeId id) {
  const std::string_view text = document_.text(id);
  Open& map = open_.back();
  const Member found = order_.member(map.shape, text);
  value_shape_ = found.shape;
  if (is_own(text) || map.shape == kNone) return;
  const bool is_known_already = !unsorted_.empty() && unsorted_.back().map == map.id;
  if (found.rank < map.last_rank && !is_known_already) unsorted_.push_back({map.id, map.shape});
  map.last_rank = found.rank;
}

bool KeyOrder::Sorter::find() {
  const auto count = static_cast<NodeId>(document_.nodes.size());
  for (NodeId id = 0; id < count; ++id) {
    const Node& node = document_.node(id);
    if (node.kind == Kind::key) {
      key(id);
      continue;
    }
    if (is_container(node) && node.size != 0) {
      const bool is_root = open_.empty();
      const bool is_item = !is_root && document_.node(node.parent).kind == Kind::list;
      const std::uint32_t shape = is_root   ? 0
                                  : is_item ? order_.items(open_.back().shape)
                                            : value_shape_;
      open_.push_back({id, shape, 0});
      continue;
    }
    while (!open_.empty() && document_.node(open_.back().id).next == id + 1) open_.pop_back();
  }
  // A map is found when a member is too early, which may be behind what it holds.
  std::sort(unsorted_.begin(), unsorted_.end(),
            [](const Unsorted& a, const Unsorted& b) { return a.map < b.map; });
  unsorted_.erase(std::unique(unsorted_.begin(), unsorted_.end(),
                              [](const Unsorted& a, const Unsorted& b) { return a.map == b.map; }),
                  unsorted_.end());
  return !unsorted_.empty();
}

// The members of a map in their order.
std::vector<KeyOrder::Sorter::Part> KeyOrder::Sorter::members(const Unsorted& map) const {
  std::vector<std::string_view> keys;
  std::vector<Part> given;
  for (const Value value : Value(document_, map.map).children()) {
    keys.push_back(value.key().text());
    given.push_back({value.id() - 1, value.node().next});
  }
  std::vector<Part> parts;
  parts.reserve(given.size());
  for (const std::size_t i : order_.order_of(map.shape, keys)) parts.push_back(given[i]);
  return parts;
}

// The document in pieces, in their new order.
std::vector<KeyOrder::Sorter::Part> KeyOrder::Sorter::parts() const {
  std::vector<Part> done;
  std::vector<Part> left{{0, static_cast<NodeId>(document_.nodes.size())}};
  while (!left.empty()) {
    const Part part = left.back();
    left.pop_back();
    const auto map =
        std::partition_point(unsorted_.begin(), unsorted_.end(),
                             [&](const Unsorted& one) { return one.map < part.begin; });
    if (map == unsorted_.end() || map->map >= part.end) {
      done.push_back(part);
      continue;
    }
    done.push_back({part.begin, map->map + 1});
    left.push_back({document_.node(map->map).next, part.end});
    const std::vector<Part> sorted = members(*map);
    left.insert(left.end(), sorted.rbegin(), sorted.rend());
  }
  return done;
}

void KeyOrder::Sorter::write(Document& sorted) {
  sorted = Document();
  sorted.source = document_.source;
  sorted.form = document_.form;
  sorted.decoded = document_.decoded;
  sorted.comments = document_.comments;
  sorted.marks = document_.marks;
  sorted.runs = document_.runs;
  sorted.headings = document_.headings;
  sorted.locate = document_.locate;
  std::vector<NodeId> new_ids(document_.nodes.size());
  for (const Part part : parts()) {
    for (NodeId id = part.begin; id < part.end; ++id) {
      Node node = document_.node(id);
      new_ids[id] = static_cast<NodeId>(sorted.nodes.size());
      node.next = new_ids[id] + (node.next - id);
      if (node.parent != kNoNode) node.parent = new_ids[node.parent];
      sorted.nodes.push_back(node);
    }
  }
  for (Mark& mark : sorted.marks) {
    if (mark.node < new_ids.size()) mark.node = new_ids[mark.node];
  }
}

bool KeyOrder::sort(const Document& document, Document& sorted) const {
  if (shapes_.empty() || document.empty()) return false;
  Sorter sorter(*this, document);
  if (!sorter.find()) return false;
  sorter.write(sorted);
  return true;
}

}  // namespace proclint
