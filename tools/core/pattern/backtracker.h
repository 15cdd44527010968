#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/pattern/pattern.h"

namespace proclint {

/// A pattern that PCRE2 runs: by backtracking, with a bounded number of steps and bounded memory.
/// Safe to share between threads.
///
/// It differs from ECMA-262 in one point: each round of a repeat should forget what the groups in
/// it captured in the round before, and PCRE2 keeps it. Only a back-reference to a group that a
/// later round leaves out can tell, as in (?:(a)|b)*\1.
class Backtracker {
 public:
  /// `pcre2` is a pattern as to_pcre2() writes it. Error: why PCRE2 refuses it.
  static Result<Backtracker> compile(const std::string& pcre2);

  /// `text` must be well-formed UTF-8.
  Pattern::Match search(std::string_view text) const;

 private:
  class Code;
  explicit Backtracker(std::shared_ptr<const Code> code) : code_(std::move(code)) {}
  std::shared_ptr<const Code> code_;
};

}  // namespace proclint
