#include "core/check/furniture.h"

#include "core/document/boilerplate.h"

namespace proclint {

Furniture::Furniture(const Vocabulary& vocabulary)
    : begins_(vocabulary.sought->first_words, boilerplate_first_words()),
      inside_(vocabulary.sought->words, boilerplate_inner_words()) {}

}  // namespace proclint
