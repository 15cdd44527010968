#include "core/document/path_evaluation.h"

#include <algorithm>

#include "core/document/path_functions.h"

namespace proclint {
namespace {

// An index below is reached by walking; beyond, lists are looked through once.
constexpr std::int64_t kFew = 16;

std::int64_t from_start(std::int64_t bound, std::int64_t size) {
  return bound >= 0 ? bound : size + bound;
}

}  // namespace

bool PathEvaluation::select(const PathQuery& query, Value current, PathVisitor visitor) {
  const Value from = query.is_relative ? current : root_;
  return from && walk(query, 0, from, visitor);
}

// Recurses once a segment, of which there are at most Path::kMaxSegments.
bool PathEvaluation::walk(const PathQuery& query, std::size_t segment, Value at,
                          PathVisitor visitor) {
  if (segment == query.segments.size()) return visitor(at);
  if (!at.is(Kind::list) && !at.is(Kind::map)) return true;
  const auto go_on = [&](Value child) { return walk(query, segment + 1, child, visitor); };
  if (!query.segments[segment].is_descendant) return step(query.segments[segment], at, go_on);
  const Document& document = at.document();
  const NodeId end = at.node().next;
  for (NodeId id = at.id(); id < end; ++id) {
    const Kind kind = document.node(id).kind;
    if (!spend(1)) return false;
    if (kind != Kind::list && kind != Kind::map) continue;
    if (!step(query.segments[segment], Value(document, id), go_on)) return false;
  }
  return true;
}

bool PathEvaluation::step(const PathSegment& segment, Value at, PathVisitor visitor) {
  return std::all_of(segment.selectors.begin(), segment.selectors.end(),
                     [&](const PathSelector& selector) { return step(selector, at, visitor); });
}

bool PathEvaluation::step(const PathSelector& selector, Value at, PathVisitor visitor) {
  switch (selector.kind) {
    case PathSelector::Kind::name:
      return step_to_name(selector.name, at, visitor);
    case PathSelector::Kind::wildcard:
      for (const Value child : at.children()) {
        if (!spend(1) || !visitor(child)) return false;
      }
      return true;
    case PathSelector::Kind::index: {
      const Value child = element(at, selector.index);
      return !is_exhausted_ && (!child || visitor(child));
    }
    case PathSelector::Kind::slice:
      return step_to_slice(selector.slice, at, visitor);
    case PathSelector::Kind::filter:
      return filter(selector.filter.front(), at, visitor);
  }
  return true;
}

bool PathEvaluation::step_to_name(const std::string& name, Value at, PathVisitor visitor) {
  if (!at.is(Kind::map)) return true;
  if (!spend(1 + at.size())) return false;
  const Document& document = at.document();
  const NodeId end = at.node().next;
  for (NodeId key = at.id() + 1; key < end; key = document.node(key + 1).next) {
    if (document.node(key).size == name.size() && document.text(key) == name &&
        !visitor(Value(document, key + 1))) {
      return false;
    }
  }
  return true;
}

// The element at `index`, counted from the end when negative; null Value if there is none.
Value PathEvaluation::element(Value list, std::int64_t index) {
  if (!list.is(Kind::list)) return {};
  const auto size = static_cast<std::int64_t>(list.size());
  if (index < 0) index += size;
  if (index < 0 || index >= size || !spend(1)) return {};
  if (index >= kFew) return positions_.element(list, static_cast<std::size_t>(index));
  auto at = list.children().begin();
  while (index-- > 0) ++at;
  return *at;
}

// RFC 9535, 2.3.4.2.2.
bool PathEvaluation::step_to_slice(const PathSlice& slice, Value at, PathVisitor visitor) {
  if (!at.is(Kind::list) || slice.step == 0) return true;
  if (slice.step < 0) return step_backwards(slice, at, visitor);
  const auto size = static_cast<std::int64_t>(at.size());
  const std::int64_t lower =
      std::clamp<std::int64_t>(from_start(slice.start.value_or(0), size), 0, size);
  const std::int64_t upper =
      std::clamp<std::int64_t>(from_start(slice.end.value_or(size), size), 0, size);
  std::int64_t i = 0;
  for (const Value child : at.children()) {
    if (i >= upper) break;
    if (!spend(1)) return false;
    if (i >= lower && (i - lower) % slice.step == 0 && !visitor(child)) return false;
    ++i;
  }
  return true;
}

bool PathEvaluation::step_backwards(const PathSlice& slice, Value at, PathVisitor visitor) {
  const auto size = static_cast<std::int64_t>(at.size());
  const std::int64_t upper =
      std::clamp<std::int64_t>(from_start(slice.start.value_or(size - 1), size), -1, size - 1);
  const std::int64_t lower =
      slice.end ? std::clamp<std::int64_t>(from_start(*slice.end, size), -1, size - 1) : -1;
  if (!spend(at.size())) return false;
  std::vector<Value> chosen;
  std::int64_t i = 0;
  for (const Value child : at.children()) {
    if (i > upper) break;
    if (i > lower && (upper - i) % slice.step == 0) chosen.push_back(child);
    ++i;
  }
  return std::all_of(chosen.rbegin(), chosen.rend(), [&](Value child) { return visitor(child); });
}

bool PathEvaluation::filter(const FilterNode& filter, Value at, PathVisitor visitor) {
  for (const Value child : at.children()) {
    if (!spend(1)) return false;
    const bool holds = test(filter, child);
    if (is_exhausted_ || (holds && !visitor(child))) return false;
  }
  return true;
}

// RFC 9535, 2.3.5: of members with equal keys the first.
Value PathEvaluation::singular(const PathQuery& query, Value current) {
  Value at = query.is_relative ? current : root_;
  for (const PathSegment& segment : query.segments) {
    const PathSelector& selector = segment.selectors.front();
    if (selector.kind == PathSelector::Kind::index) {
      at = element(at, selector.index);
    } else {
      spend(1 + at.size());
      at = at.find(selector.name);
    }
    if (!at) break;
  }
  return at;
}

PathValue PathEvaluation::value_of(const FilterNode& node, Value current) {
  if (!node.is_constant) return evaluate_value(node, current);
  const auto known = constants_.find(&node);
  if (known != constants_.end()) return known->second.value;
  return constants_[&node].value = evaluate_value(node, current);
}

bool PathEvaluation::test(const FilterNode& node, Value current) {
  if (!node.is_constant) return evaluate_test(node, current);
  const auto known = constants_.find(&node);
  if (known != constants_.end()) return known->second.holds;
  return constants_[&node].holds = evaluate_test(node, current);
}

PathValue PathEvaluation::evaluate_value(const FilterNode& node, Value current) {
  switch (node.kind) {
    case FilterNode::Kind::literal:
      return PathValue::scalar(node.literal_kind, node.text);
    case FilterNode::Kind::query:
      return PathValue(singular(node.query, current));
    default:
      return node.function->value(*this, node, current);
  }
}

// Recurses once a level, of which there are at most Path::kMaxNesting.
bool PathEvaluation::evaluate_test(const FilterNode& node, Value current) {
  const auto holds = [&](const FilterNode& child) { return test(child, current); };
  switch (node.kind) {
    case FilterNode::Kind::query: {
      const bool is_scalar = !current.is(Kind::list) && !current.is(Kind::map);
      if (is_scalar && node.query.is_relative && !node.query.segments.empty()) return false;
      bool exists = false;
      select(node.query, current, [&exists](Value) {
        exists = true;
        return false;
      });
      return exists;
    }
    case FilterNode::Kind::call:
      return node.function->test(*this, node, current);
    case FilterNode::Kind::comparison: {
      const PathValue left = value_of(node.children[0], current);
      const PathValue right = value_of(node.children[1], current);
      return spend(std::min(left.weight(), right.weight())) &&
             compare(left, node.comparison, right);
    }
    case FilterNode::Kind::negation:
      return !holds(node.children.front());
    case FilterNode::Kind::all:
      return std::all_of(node.children.begin(), node.children.end(), holds);
    case FilterNode::Kind::any:
      return std::any_of(node.children.begin(), node.children.end(), holds);
    case FilterNode::Kind::literal:
      break;
  }
  return false;
}

const Pattern* PathEvaluation::pattern_of(const FilterNode& call, Value current, Extent extent) {
  if (call.has_fixed_pattern) return call.pattern ? &*call.pattern : nullptr;
  constexpr std::size_t kMaxKept = 64;             // bounds memory
  constexpr std::uint64_t kStepsToCompile = 5000;  // 50 us, as measured for RE2
  const PathValue pattern = value_of(call.children[1], current);
  if (!pattern.is(Kind::string)) return nullptr;
  Patterns& patterns = patterns_[static_cast<std::size_t>(extent)];
  auto known = patterns.find(std::string(pattern.text()));
  if (known == patterns.end()) {
    if (!spend(kStepsToCompile + pattern.text().size())) return nullptr;
    if (patterns.size() == kMaxKept) patterns.clear();
    const Result<Pattern> parsed = parse_i_regexp(pattern.text(), extent);
    known = patterns.emplace(pattern.text(), parsed ? std::optional(*parsed) : std::nullopt).first;
  }
  return known->second ? &*known->second : nullptr;
}

}  // namespace proclint
