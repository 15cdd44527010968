#pragma once

#include "core/check/texts.h"

namespace proclint {

/// Whether a text of the document may have inside what makes it furniture of a web page: the second
/// argument of is_boilerplate(). For a clean document nearly always false, at the cost of a look at
/// four bits.
inline bool may_have_boilerplate_inside(const Texts& texts) {
  const bool may_have_rights = texts.may_have_head(word_head("all ")) &&
                               texts.may_have_head(word_head("righ")) &&
                               texts.may_have_head(word_head("rese"));
  return texts.any(kHasAngle) || may_have_rights || texts.may_have_head(word_head("cook"));
}

}  // namespace proclint
