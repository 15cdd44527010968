#pragma once

#include <string_view>
#include <utility>

#include "core/pattern/pattern.h"
#include "core/source/result.h"

namespace proclint {

/// A file pattern as in .gitignore (gitignore(5)), with braces `{a,b}`, case-sensitive, matched
/// against a path relative to the configuration's folder with "/" between names. A pattern without
/// a slash, other than one at its end, matches at any depth; one that matches a folder matches all
/// that is in it, and one with a slash at its end matches folders only. No negation. Cheap to copy,
/// safe to share between threads.
class Glob {
 public:
  /// Error: what is malformed (an unclosed bracket or brace, too many alternatives).
  static Result<Glob> parse(std::string_view glob);
  /// `path` names a file.
  bool matches(std::string_view path) const;

 private:
  explicit Glob(Pattern pattern) : pattern_(std::move(pattern)) {}
  Pattern pattern_;
};

}  // namespace proclint
