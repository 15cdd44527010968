#pragma once

#include <cstddef>
#include <string_view>
#include <variant>
#include <vector>

#include "core/document/path_functions.h"
#include "core/document/path_scanner.h"
#include "core/document/path_syntax.h"

namespace proclint {

/// Reads a query by the grammar of RFC 9535, appendix A, and checks that filters are well-typed
/// (2.4.3). Each function reads one production; after a mistake nothing more is read.
class PathParser : private PathScanner {
 public:
  explicit PathParser(std::string_view query) : PathScanner(query) {}

  std::variant<PathQuery, PathError> parse();
  std::vector<PathError>& doubts() { return doubts_; }

 private:
  // path_parser.cc: queries
  bool segments(PathQuery& query);
  bool segment(PathSegment& segment);
  bool shorthand(PathSegment& segment);
  bool bracket(PathSegment& segment);
  bool selector(PathSegment& segment);
  bool index_or_slice(PathSelector& selector);

  // path_filter_parser.cc: filters
  bool filter(PathSelector& selector);
  bool any(FilterNode& out);
  bool all(FilterNode& out);
  bool basic(FilterNode& out);
  bool negation(FilterNode& out);
  bool parentheses(FilterNode& out);
  bool comparison_or_test(FilterNode& out);
  bool operand(FilterNode& out);
  bool query(FilterNode& out);
  bool literal_or_call(FilterNode& out);
  bool call(FilterNode& out, std::size_t begin, std::string_view name);
  bool arguments(FilterNode& out, std::size_t begin);
  bool check_argument(const FilterNode& call, const FilterNode& argument, PathType wanted,
                      Span span);
  bool check_test(const FilterNode& test, Span span);
  bool check_comparable(const FilterNode& operand, Span span);
  bool comparison(FilterNode::Comparison& out);
  void fix_pattern(FilterNode& call, Span pattern);
  bool enter(std::size_t begin);
  Span since(std::size_t begin) const {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  }

  std::size_t segment_count_ = 0;
  std::size_t nesting_ = 0;
  std::vector<PathError> doubts_;
};

}  // namespace proclint
