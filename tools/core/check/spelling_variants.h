#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/check/word_lists.h"
#include "core/document/value.h"

namespace proclint {

/// Words that are spelled in one way in American English and in another in British English. Data,
/// from rules/spelling-variants.yaml: {"variants": [{"us": "color", "uk": "colour", "endings": ["",
/// "s"]}]}. The table is read when first asked; it outlives this. Shared by threads.
class SpellingVariants {
 public:
  struct Form {
    std::string_view text;   ///< in small letters
    std::string_view other;  ///< the same word in the other spelling
    std::uint32_t variant = 0;
    bool is_british = false;
  };

  /// Knows no word.
  SpellingVariants();
  /// `carried`: what carried_forms() gave when the program was built, and outlives this.
  explicit SpellingVariants(Value table, std::span<const std::uint64_t> carried = {});

  /// Null for a word that has no variants. `word` is in small letters.
  const Form* find(std::string_view word) const;
  std::size_t form_count() const;

  /// All forms as lists of words, without making the table that find() asks.
  struct Lists {
    WordList american;
    WordList british;
  };
  Lists add_to(WordLists& words) const;
  /// WordLists::table() of those two lists alone.
  std::vector<std::uint64_t> carried_forms() const;

 private:
  struct Index;
  const Index& index() const;

  std::shared_ptr<Index> index_;
};

}  // namespace proclint
