#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

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
  explicit SpellingVariants(Value table);

  /// Null for a word that has no variants. `word` is in small letters.
  const Form* find(std::string_view word) const;
  std::size_t form_count() const;

 private:
  struct Index;
  const Index& index() const;

  std::shared_ptr<Index> index_;
};

/// The next place in `text`, at or after `from`, of letters that at least one spelling of each word
/// of that table has, and few other words: "ae", "our", "tre" at an end. npos if there is none. A
/// quick test for texts that have no variants.
std::size_t find_spelling_sign(std::string_view text, std::size_t from);

}  // namespace proclint
