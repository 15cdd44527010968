#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/value.h"
#include "core/source/diagnostic.h"

namespace proclint {

/// Collects what is wrong with a file of ours (a ruleset, a configuration) as findings of one rule,
/// each an error at its place in that file.
class Mistakes {
 public:
  Mistakes(std::string_view rule, std::vector<Diagnostic>& out) : rule_(rule), out_(out) {}

  /// About `node`, shown at Value::place().
  void at(Value node, std::string message);
  /// About `node`, shown at `span`.
  void at(Value node, Span span, std::string message);
  /// About the byte `offset` of a string's text.
  void inside(Value string, std::size_t offset, std::string message);
  /// About these bytes of a string's text; if there are none, about the character there.
  void inside(Value string, Span decoded, std::string message);

  std::size_t count() const { return count_; }

 private:
  std::string_view rule_;
  std::vector<Diagnostic>& out_;
  std::size_t count_ = 0;
};

}  // namespace proclint
