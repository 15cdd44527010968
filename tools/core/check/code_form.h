#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/source/result.h"

namespace proclint {

/// The ASCII characters that may stand at one place of a code.
class CodePlace {
 public:
  void add(char c) { bits_[index(c)] |= bit(c); }
  bool allows(char c) const {
    return static_cast<unsigned char>(c) < 128 && (bits_[index(c)] & bit(c)) != 0;
  }
  /// The point, hyphen or the like that alone may stand here; '\0' at any other place.
  char separator() const;
  /// In words, with the rare exceptions named: "a digit", "a digit or A", "a capital letter".
  std::string words() const;

 private:
  static std::size_t index(char c) { return static_cast<unsigned char>(c) >> 6U; }
  static std::uint64_t bit(char c) { return std::uint64_t{1} << (static_cast<unsigned>(c) & 63U); }

  std::array<std::uint64_t, 2> bits_{};
};

/// One shape of a code: a fixed number of places, so that what is wrong can be told place by place.
struct CodeForm {
  std::vector<CodePlace> places;
  std::string from;  ///< the lowest code of this form; empty: no bound
  std::string to;    ///< the highest

  bool fits(std::string_view text) const;
  /// Number of characters at the begin of `text` that stand where they may.
  std::size_t matching(std::string_view text) const;

  /// The forms that `pattern` describes, one a length: a sequence of characters and classes with
  /// counts, in ECMA-262's spelling: [A-HJ-Z][0-9]{2}\.[0-9]{1,2}. Error: what is malformed.
  static Result<std::vector<CodeForm>> parse(std::string_view pattern);
};

}  // namespace proclint
