#include "core/document/path_set.h"

#include <algorithm>

#include "core/document/path_evaluation.h"

namespace proclint {
namespace {

// Few instructions, since every key of a document has it computed.
std::size_t hash_of(const char* text, std::size_t size) {
  const auto byte = [text](std::size_t at) -> std::size_t {
    return static_cast<unsigned char>(text[at]);
  };
  return size == 0 ? 0 : size * 31 + byte(0) * 7 + byte(size / 2) * 3 + byte(size - 1);
}

// Whether the segment is a bracket of names, none of them twice.
bool has_distinct_names(const PathSegment& segment) {
  constexpr std::size_t kMost = 16;  // compared each with each
  const auto& selectors = segment.selectors;
  if (selectors.size() > kMost) return false;
  for (auto one = selectors.begin(); one != selectors.end(); ++one) {
    if (one->kind != PathSelector::Kind::name) return false;
    const auto is_same = [&](const PathSelector& other) { return other.name == one->name; };
    if (std::any_of(one + 1, selectors.end(), is_same)) return false;
  }
  return true;
}

}  // namespace

std::uint32_t PathSet::new_state() {
  states_.emplace_back();
  return static_cast<std::uint32_t>(states_.size() - 1);
}

std::uint32_t PathSet::add(const Path& path) {
  if (states_.empty()) new_state();
  queries_.push_back(path.query_);
  std::uint32_t state = 0;
  states_[state].paths.push_back(count_);
  for (const PathSegment& segment : path.query_->segments) {
    states_[state].goes_on = true;
    if (segment.is_descendant) {
      if (states_[state].descendants == kNone) {
        const std::uint32_t below = new_state();
        states_[state].descendants = below;
      }
      state = states_[state].descendants;
      states_[state].paths.push_back(count_);
    }
    state = follow(state, segment);
    states_[state].paths.push_back(count_);
  }
  states_[state].ends.push_back(count_);
  return count_++;
}

// The state behind the selectors of `segment`; whether it is of descendants was seen to before.
std::uint32_t PathSet::follow(std::uint32_t state, const PathSegment& segment) {
  const PathSelector& first = segment.selectors.front();
  const bool is_alone = segment.selectors.size() == 1;
  if (is_alone && first.kind == PathSelector::Kind::name) return follow_name(state, first.name);
  if (is_alone && first.kind == PathSelector::Kind::wildcard) {
    if (states_[state].wildcard == kNone) {
      const std::uint32_t behind = new_state();
      states_[state].wildcard = behind;
    }
    return states_[state].wildcard;
  }
  if (has_distinct_names(segment)) return follow_names(state, segment);
  for (const Other& other : states_[state].others) {
    if (other.segment->text == segment.text) return other.to;
  }
  const std::uint32_t behind = new_state();
  states_[state].others.push_back({&segment, behind});
  return behind;
}

std::uint32_t PathSet::follow_name(std::uint32_t state, std::string_view name) {
  const State& from = states_[state];
  for (const Name& each : from.names) {
    const auto is_behind = [&each](const Other& other) { return other.to == each.to; };
    if (each.text == name && std::none_of(from.unions.begin(), from.unions.end(), is_behind)) {
      return each.to;
    }
  }
  const std::uint32_t behind = new_state();
  add_name(state, name, behind);
  return behind;
}

std::uint32_t PathSet::follow_names(std::uint32_t state, const PathSegment& segment) {
  for (const Other& other : states_[state].unions) {
    if (other.segment->text == segment.text) return other.to;
  }
  const std::uint32_t behind = new_state();
  states_[state].unions.push_back({&segment, behind});
  for (const PathSelector& selector : segment.selectors) add_name(state, selector.name, behind);
  return behind;
}

void PathSet::add_name(std::uint32_t state, std::string_view name, std::uint32_t to) {
  State& from = states_[state];
  from.names.push_back({name, to, kNone});
  std::size_t size = 1;
  while (size < 2 * from.names.size()) size *= 2;
  from.buckets.assign(size, kNone);
  for (std::uint32_t i = 0; i < from.names.size(); ++i) {
    const std::string_view text = from.names[i].text;
    const std::size_t hash = hash_of(text.data(), text.size());
    from.sizes |= std::uint64_t{1} << (text.size() % 64);
    from.hashes |= std::uint64_t{1} << (hash % 64);
    std::uint32_t& bucket = from.buckets[hash & (size - 1)];
    from.names[i].next = bucket;
    bucket = i;
  }
}

// One walk over one document.
class PathSet::Walk {
 public:
  Walk(const PathSet& set, Value root, Visitor visitor)
      : states_(set.states_),
        document_(root.document()),
        nodes_(document_.nodes.data()),
        texts_{document_.source->text().data(), document_.decoded.data()},
        visitor_(visitor),
        evaluation_(root, Path::max_steps(root.document())) {}

  // What the node is to the paths in `state`. False if it gave up. Recurses once a segment, and is
  // short where paths only end.
  [[gnu::always_inline]] bool visit(std::uint32_t state, NodeId at) {
    const State& here = states_[state];
    for (const std::uint32_t path : here.ends) {
      visitor_.match(visitor_.context, path, Value(document_, at));
    }
    return !here.goes_on || go_on(here, at);
  }

  std::uint32_t path() const { return path_; }

 private:
  // The ways from a list or map.
  [[gnu::noinline]] bool go_on(const State& from, NodeId at) {
    const Kind kind = nodes_[at].kind;
    if (kind != Kind::list && kind != Kind::map) return true;
    if (!from.names.empty() && kind == Kind::map && !to_names(from, at)) return false;
    return to_children(from, at) &&
           (from.descendants == kNone || to_descendants(states_[from.descendants], at));
  }

  bool to_names(const State& from, NodeId at) {
    const Node& map = nodes_[at];
    if (!spend(from, map.size)) return false;
    const std::uint64_t sizes = from.sizes;
    for (NodeId key = at + 1; key < map.next; key = nodes_[key + 1].next) {
      if (may_have(sizes, nodes_[key]) && !to_name(from, key)) return false;
    }
    return true;
  }

  // Whether a name is as long as the key; most keys need no more than this.
  static bool may_have(std::uint64_t sizes, const Node& key) {
    return ((sizes >> (key.size % 64)) & 1U) != 0;
  }

  bool to_name(const State& from, NodeId key) {
    const Node& node = nodes_[key];
    const char* const text = texts_[node.is_decoded ? 1 : 0] + node.text;
    const std::size_t hash = hash_of(text, node.size);
    return ((from.hashes >> (hash % 64)) & 1U) == 0 ||
           to_name(from, key, std::string_view(text, node.size), hash);
  }

  [[gnu::noinline]] bool to_name(const State& from, NodeId key, std::string_view text,
                                 std::size_t hash) {
    std::uint32_t i = from.buckets[hash & (from.buckets.size() - 1)];
    for (; i != kNone; i = from.names[i].next) {
      if (from.names[i].text == text && !visit(from.names[i].to, key + 1)) return false;
    }
    return true;
  }

  // The wildcard and what is evaluated by itself.
  [[gnu::always_inline]] bool to_children(const State& from, NodeId at) {
    return (from.wildcard == kNone || to_all(from.wildcard, at)) &&
           (from.others.empty() || to_others(from, at));
  }

  [[gnu::noinline]] bool to_all(std::uint32_t behind, NodeId at) {
    const Node& holder = nodes_[at];
    if (!spend(states_[behind], holder.size)) return false;
    const NodeId skipped = holder.kind == Kind::map ? 1 : 0;  // the key
    NodeId child = at + 1 + skipped;
    for (; child < holder.next; child = nodes_[child].next + skipped) {
      if (!visit(behind, child)) return false;
    }
    return true;
  }

  [[gnu::noinline]] bool to_others(const State& from, NodeId at) {
    for (const Other& other : from.others) {
      if (!is_wanted(states_[other.to])) continue;
      const auto behind = [&](Value child) { return visit(other.to, child.id()); };
      if (!evaluation_.step(*other.segment, Value(document_, at), behind)) return false;
    }
    return true;
  }

  // One loop over the nodes below serves the names of all of them.
  bool to_descendants(const State& below, NodeId at) {
    if (!is_wanted(below)) return true;
    const NodeId end = nodes_[at].next;
    if (!spend(below, end - at)) return false;
    const Node* const nodes = nodes_;
    const std::uint64_t sizes = below.sizes;
    const bool has_others = below.wildcard != kNone || !below.others.empty();
    for (NodeId id = at; id < end; ++id) {
      const Node& node = nodes[id];
      if (node.kind == Kind::key) {
        if (may_have(sizes, node) && !to_name(below, id)) return false;
      } else if (has_others && (node.kind == Kind::list || node.kind == Kind::map)) {
        if (!to_children(below, id)) return false;
      }
    }
    return true;
  }

  bool is_wanted(const State& state) {
    for (const std::uint32_t path : state.paths) {
      if (!visitor_.wants(visitor_.context, path)) continue;
      path_ = path;
      return true;
    }
    return false;
  }

  bool spend(const State& state, std::uint64_t steps) {
    if (evaluation_.spend(steps)) return true;
    path_ = state.paths.front();
    return false;
  }

  const std::vector<State>& states_;
  const Document& document_;
  const Node* nodes_;
  const char* texts_[2];  // of nodes that are not decoded, and of those that are
  Visitor visitor_;
  PathEvaluation evaluation_;
  std::uint32_t path_ = 0;
};

std::optional<std::uint32_t> PathSet::walk(Value root, Visitor visitor) const {
  if (!root || states_.empty()) return std::nullopt;
  Walk walk(*this, root, visitor);
  if (walk.visit(0, root.id())) return std::nullopt;
  return walk.path();
}

}  // namespace proclint
