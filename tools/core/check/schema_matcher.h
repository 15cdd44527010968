#pragma once

#include <string>
#include <string_view>

#include "core/pattern/pattern.h"
#include "core/source/result.h"

namespace proclint {

/// A pattern of a schema. The commonest shapes, "^text" and "^text$" without special characters,
/// are compared directly and compile nothing; all others go to Pattern.
class Matcher {
 public:
  /// Error: why the pattern is malformed.
  static Result<Matcher> parse(std::string_view ecma);

  Pattern::Match search(std::string_view text) const;
  const std::string& source() const { return pattern_.source(); }

 private:
  enum class Shape : std::uint8_t { any, prefix, whole };

  explicit Matcher(Pattern pattern) : pattern_(std::move(pattern)) {}

  Pattern pattern_;
  Shape shape_ = Shape::any;
  std::string literal_;
};

}  // namespace proclint
