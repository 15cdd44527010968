#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/source/result.h"

namespace proclint {

/// How much a pattern may leave ECMA-262 with the u flag. Lenient also takes what Annex B allows
/// without the flag and what can mean only one thing: escaped punctuation, `{`, `}` and `]` as
/// themselves, `-` after a class escape in a class.
enum class Strictness : std::uint8_t { strict, lenient };

/// A regular expression of ECMA-262 (with the u flag), for JSON Schema and rules alike. Compiled
/// when first needed, safe to share between threads, cheap to copy.
class Pattern {
 public:
  enum class Match : std::uint8_t {
    no,
    yes,
    limit  ///< the engine gave up; report it, never retry
  };

  /// Error: where and why the pattern is malformed, or what of ECMA-262 no engine here can do.
  /// Nothing is compiled yet.
  static Result<Pattern> parse(std::string_view ecma, Strictness strictness = Strictness::strict);

  /// Whether the pattern occurs anywhere in `text`. Bytes of it that are no UTF-8 are read as
  /// U+FFFD, one for each maximal subpart (utf8.h).
  Match search(std::string_view text) const;
  const std::string& source() const;

 private:
  class Program;
  explicit Pattern(std::shared_ptr<const Program> program) : program_(std::move(program)) {}
  std::shared_ptr<const Program> program_;
};

/// What is wrong with `text` as a pattern of ECMA-262 with the u flag; nothing if it is one. This
/// is JSON Schema's format "regex": it compiles nothing, and also takes what Pattern cannot run.
std::optional<Error> check_pattern_syntax(std::string_view text);

}  // namespace proclint
