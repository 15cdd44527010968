#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
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
  /// Calls `visit(word, is_british)` for every form, without making the table that find() asks.
  void for_each_form(
      const std::function<void(std::string_view word, bool is_british)>& visit) const;

 private:
  struct Index;
  const Index& index() const;

  std::shared_ptr<Index> index_;
};

}  // namespace proclint
