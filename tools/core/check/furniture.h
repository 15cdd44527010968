#pragma once

#include "core/check/texts.h"
#include "core/check/vocabulary.h"

namespace proclint {

/// Tells which texts may be furniture of a web page (see is_boilerplate) by what Texts knows of
/// them: hardly any is looked at.
class Furniture {
 public:
  /// Adds the words to the vocabulary's lists.
  explicit Furniture(const Vocabulary& vocabulary);

  bool may_be(const Texts::Text& text) const {
    return (text.facts & (kBeginsWithSign | kHasAngle)) != 0 ||
           begins_.is_among(text.first_lists) || inside_.is_among(text.lists);
  }

 private:
  WordList begins_;  // of the first words
  WordList inside_;  // of words that tell wherever they stand
};

}  // namespace proclint
