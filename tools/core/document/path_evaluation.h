#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "core/document/path_syntax.h"
#include "core/document/path_value.h"
#include "core/document/positions.h"
#include "core/pattern/i_regexp.h"

namespace proclint {

/// Takes the nodes that a query selects: a view of a callable, which must outlive it. Answers
/// whether it wants more.
class PathVisitor {
 public:
  template <class F, class = std::enable_if_t<!std::is_same_v<std::decay_t<F>, PathVisitor>>>
  PathVisitor(F&& take)  // NOLINT(google-explicit-constructor)
      : context_(const_cast<void*>(static_cast<const void*>(std::addressof(take)))),
        take_([](void* context, Value match) -> bool {
          return (*static_cast<std::remove_reference_t<F>*>(context))(match);
        }) {}
  bool operator()(Value match) const { return take_(context_, match); }

 private:
  void* context_;
  bool (*take_)(void* context, Value match);
};

/// The evaluation of queries and filters (RFC 9535) on one document, within a number of steps. When
/// they are used up everything ends as if nothing more were selected, and is_exhausted() tells.
class PathEvaluation {
 public:
  PathEvaluation(Value root, std::uint64_t steps) : root_(root), steps_(steps) {}

  /// Calls `visitor` for what `query` selects; "@" is `current`. False if it was stopped.
  bool select(const PathQuery& query, Value current, PathVisitor visitor);
  /// The same for one segment below `at`, without regard to its being a descendant segment.
  bool step(const PathSegment& segment, Value at, PathVisitor visitor);

  /// Of a literal, a singular query or a call with a value.
  PathValue value_of(const FilterNode& node, Value current);
  /// Whether a test holds.
  bool test(const FilterNode& node, Value current);
  /// The pattern that is the second argument of `call`; null if it is none.
  const Pattern* pattern_of(const FilterNode& call, Value current, Extent extent);

  /// Counts work; false when there was too much of it.
  bool spend(std::uint64_t steps) {
    if (steps > steps_) is_exhausted_ = true;
    steps_ = is_exhausted_ ? 0 : steps_ - steps;
    return !is_exhausted_;
  }
  bool is_exhausted() const { return is_exhausted_; }

 private:
  /// What a part of a filter without "@" came to.
  struct Constant {
    bool holds = false;
    PathValue value;
  };
  /// The patterns of one function that stand in documents.
  using Patterns = std::unordered_map<std::string, std::optional<Pattern>>;

  bool walk(const PathQuery& query, std::size_t segment, Value at, PathVisitor visitor);
  bool step(const PathSelector& selector, Value at, PathVisitor visitor);
  bool step_to_name(const std::string& name, Value at, PathVisitor visitor);
  bool step_to_slice(const PathSlice& slice, Value at, PathVisitor visitor);
  bool step_backwards(const PathSlice& slice, Value at, PathVisitor visitor);
  bool filter(const FilterNode& filter, Value at, PathVisitor visitor);
  Value element(Value list, std::int64_t index);
  Value singular(const PathQuery& query, Value current);
  PathValue evaluate_value(const FilterNode& node, Value current);
  bool evaluate_test(const FilterNode& node, Value current);

  Value root_;
  std::uint64_t steps_;
  bool is_exhausted_ = false;
  Positions positions_;
  std::unordered_map<const FilterNode*, Constant> constants_;
  Patterns patterns_[2];  // by Extent
};

}  // namespace proclint
