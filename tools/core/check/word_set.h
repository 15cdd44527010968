#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/check/functions.h"

namespace proclint {

/// A list of words, as an option of a rule gives it. Case is ignored for Latin letters.
class WordSet {
 public:
  /// Reads a list of words in small letters from an option, which must outlive the set.
  static std::optional<OptionError> read(Value option, WordSet& out);

  bool contains(std::string_view word) const;
  std::span<const std::string_view> words() const { return words_; }

 private:
  static constexpr std::size_t kSlots = 32;

  std::vector<std::string_view> words_;             // by their first letter
  std::array<std::uint32_t, kSlots + 1> begins_{};  // of those with the first letter, and the end
  // By the first letter, a bit for each length, so that most other words are told apart at once.
  std::array<std::uint32_t, kSlots> lengths_{};
};

}  // namespace proclint
