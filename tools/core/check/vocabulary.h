#pragma once

#include "core/check/code_systems.h"
#include "core/check/spelling_variants.h"
#include "core/document/headings.h"

namespace proclint {

/// The data that rule functions look words up in. Immutable, shared by threads.
struct Vocabulary {
  Headings headings;
  CodeSystems code_systems;
  SpellingVariants spelling;
};

}  // namespace proclint
