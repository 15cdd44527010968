#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/document/value.h"

namespace proclint {

struct PathQuery;

/// What is wrong with a text as a JSONPath: the bytes of it that are meant, and what was expected.
struct PathError {
  Span span;
  std::string reason;
};

/// A JSONPath query (RFC 9535). Immutable, cheap to copy, shared by threads.
class Path {
 public:
  // The evaluation recurses once a segment and once a level of a filter.
  static constexpr std::size_t kMaxSegments = 200;  ///< those in filters included
  static constexpr std::size_t kMaxNesting = 50;    ///< of parentheses, filters and calls

  /// Error: the first mistake.
  static std::variant<Path, PathError> parse(std::string_view query);

  /// What the query says that cannot be meant, though RFC 9535 allows it: a pattern that no text
  /// can match because it is malformed.
  const std::vector<PathError>& doubts() const { return *doubts_; }

  /// Calls `callback(Value)` for each node that the query selects below `root`, in the order of RFC
  /// 9535; a node that two selectors select comes twice. Of members with equal keys all are
  /// visited. Without filters and slices that run backwards nothing is allocated. False if it gave
  /// up after max_steps(), which only queries that look at everything again and again need.
  template <class F>
  bool select(Value root, F&& callback) const {
    using Callback = std::remove_reference_t<F>;
    return select(root, const_cast<void*>(static_cast<const void*>(std::addressof(callback))),
                  [](void* context, Value match) { (*static_cast<Callback*>(context))(match); });
  }

  /// Nodes, and other work of about that size, that a walk looks at before it gives up.
  static std::uint64_t max_steps(const Document& document);

 private:
  friend class PathSet;

  Path(std::shared_ptr<const PathQuery> query, std::vector<PathError> doubts)
      : query_(std::move(query)),
        doubts_(std::make_shared<const std::vector<PathError>>(std::move(doubts))) {}

  bool select(Value root, void* context, void (*call)(void* context, Value match)) const;

  std::shared_ptr<const PathQuery> query_;
  std::shared_ptr<const std::vector<PathError>> doubts_;
};

}  // namespace proclint
