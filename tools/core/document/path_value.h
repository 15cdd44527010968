#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/document/path_syntax.h"
#include "core/document/value.h"

namespace proclint {

/// What a comparison or a function looks at (RFC 9535, 2.4.1: ValueType): a node, a literal, a
/// count, or Nothing.
class PathValue {
 public:
  PathValue() = default;  ///< Nothing
  /// A node; the null Value is Nothing. Scalars are read as JSON would have them: what YAML writes
  /// .inf is a text there.
  explicit PathValue(Value node);
  static PathValue scalar(Kind kind, std::string_view text);
  static PathValue count(std::uint64_t count);

  bool is_nothing() const { return is_nothing_; }
  bool is(Kind kind) const { return !is_nothing_ && kind_ == kind; }
  /// Of a string.
  std::string_view text() const { return text_; }
  /// Of a list or map.
  Value node() const { return node_; }
  /// About how much work it is to compare it.
  std::uint64_t weight() const;

  friend bool is_equal(const PathValue& a, const PathValue& b);
  friend bool is_less(const PathValue& a, const PathValue& b);

 private:
  static std::optional<int> compare_as_numbers(const PathValue& a, const PathValue& b);

  bool is_nothing_ = true;
  bool is_count_ = false;
  Kind kind_ = Kind::null;
  std::string_view text_;
  Value node_;
  std::uint64_t count_ = 0;
};

/// RFC 9535, 2.3.5.2.2: numbers by value, lists and maps deeply, Nothing equal to Nothing only.
bool is_equal(const PathValue& a, const PathValue& b);
/// Of two numbers or two strings, the latter by code points; false for all else.
bool is_less(const PathValue& a, const PathValue& b);

/// Whether `a comparison b` holds.
bool compare(const PathValue& a, FilterNode::Comparison comparison, const PathValue& b);

}  // namespace proclint
