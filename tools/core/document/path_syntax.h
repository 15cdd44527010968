#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/pattern/pattern.h"

namespace proclint {

struct FilterNode;
struct PathFunction;

/// RFC 9535, 2.3.4: absent bounds depend on the sign of `step`.
struct PathSlice {
  std::optional<std::int64_t> start;
  std::optional<std::int64_t> end;
  std::int64_t step = 1;
};

/// What of a node's children is selected (RFC 9535, 2.3).
struct PathSelector {
  enum class Kind : std::uint8_t { name, wildcard, index, slice, filter };

  Kind kind = Kind::wildcard;
  std::string name;
  std::int64_t index = 0;
  PathSlice slice;
  std::vector<FilterNode> filter;  ///< of a filter: the one expression
};

/// A step of a query: ".name", "[...]" or, with ".." before it, below every descendant.
struct PathSegment {
  bool is_descendant = false;
  std::vector<PathSelector> selectors;
  std::string text;  ///< as written: what is written alike selects the same
};

/// A query from the document's root ("$") or, inside a filter, from the node in question ("@").
struct PathQuery {
  bool is_relative = false;
  std::vector<PathSegment> segments;

  /// Whether it selects one node at most: names and indexes only (RFC 9535, 2.3.5.1).
  bool is_singular() const {
    for (const PathSegment& segment : segments) {
      if (segment.is_descendant || segment.selectors.size() != 1) return false;
      const PathSelector::Kind kind = segment.selectors.front().kind;
      if (kind != PathSelector::Kind::name && kind != PathSelector::Kind::index) return false;
    }
    return true;
  }
};

/// A part of a filter (RFC 9535, 2.3.5): a test or a value, as `kind` says and where it stands.
struct FilterNode {
  enum class Kind : std::uint8_t {
    literal,     ///< `literal_kind` and `text`
    query,       ///< `query`: its one value, or whether it selects anything
    call,        ///< `function` of `children`
    comparison,  ///< children[0] `comparison` children[1]
    negation,    ///< not children[0]
    all,         ///< each of `children` holds
    any,         ///< one of `children` holds
  };
  enum class Comparison : std::uint8_t {
    equal,
    not_equal,
    less,
    less_or_equal,
    greater,
    greater_or_equal
  };

  FilterNode::Kind kind = Kind::literal;
  Comparison comparison = Comparison::equal;
  proclint::Kind literal_kind = proclint::Kind::null;
  bool is_constant = false;        ///< does not depend on "@"; literals are not marked
  bool has_fixed_pattern = false;  ///< `pattern` is what the literal pattern says, or nothing
  std::string text;                ///< a string decoded, others as written
  PathQuery query;
  const PathFunction* function = nullptr;
  std::optional<Pattern> pattern;
  std::vector<FilterNode> children;
};

}  // namespace proclint
