#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/document/value.h"

namespace proclint {

/// Why a text is no JSONPath: what stands at `offset` (in bytes), and what was expected.
struct PathError {
  std::size_t offset = 0;
  std::string reason;
};

/// A JSONPath query (RFC 9535): names, wildcards, indexes, slices, several selectors in one bracket
/// and descendants. Filters are refused. Immutable, shared by threads.
class Path {
 public:
  /// Error: the first mistake. A query has at most kMaxSegments segments and kMaxDescendants of
  /// them are descendant segments.
  static std::variant<Path, PathError> parse(std::string_view query);

  /// Calls `callback(Value)` for each node that the query selects below `root`, in the order of RFC
  /// 9535; a node that two selectors select comes twice. Of members with equal keys all are
  /// visited. Nothing is allocated, but for slices that run backwards.
  template <class F>
  void select(Value root, F&& callback) const {
    using Callback = std::remove_reference_t<F>;
    const Visitor visitor{
        const_cast<void*>(static_cast<const void*>(std::addressof(callback))),
        [](void* context, Value match) { (*static_cast<Callback*>(context))(match); }};
    if (root) walk(0, root, visitor);
  }

  static constexpr std::size_t kMaxSegments = 64;  // the walk recurses once a segment
  // Each one may multiply the work by the depth of the document.
  static constexpr std::size_t kMaxDescendants = 3;

 private:
  friend class PathParser;

  /// RFC 9535, 2.3.4: absent bounds depend on the sign of `step`.
  struct Slice {
    std::optional<std::int64_t> start;
    std::optional<std::int64_t> end;
    std::int64_t step = 1;
  };
  struct Wildcard {};
  using Selector = std::variant<Wildcard, std::string, std::int64_t, Slice>;  // text: a name
  struct Segment {
    bool is_descendant = false;
    std::vector<Selector> selectors;
  };
  struct Visitor {
    void* context;
    void (*call)(void* context, Value match);
  };

  void walk(std::size_t segment, Value at, const Visitor& visitor) const;
  void step(std::size_t segment, Value at, const Visitor& visitor) const;
  void step_to_name(std::size_t segment, Value at, const std::string& name,
                    const Visitor& visitor) const;
  void step_to_slice(std::size_t segment, Value at, const Slice& slice,
                     const Visitor& visitor) const;

  std::vector<Segment> segments_;
};

}  // namespace proclint
