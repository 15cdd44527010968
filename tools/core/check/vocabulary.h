#pragma once

#include <memory>

#include "core/check/code_systems.h"
#include "core/check/spelling_variants.h"
#include "core/check/word_lists.h"
#include "core/document/headings.h"

namespace proclint {

/// The data that rule functions look words up in. Immutable, shared by threads.
struct Vocabulary {
  Headings headings;
  CodeSystems code_systems;
  SpellingVariants spelling;
  /// What the rules that are bound with this vocabulary look for; grows while they are bound.
  std::shared_ptr<SoughtWords> sought = std::make_shared<SoughtWords>();
  /// The standard meta-schema with that URI, for rules that hold a JSON Schema; null: those are not
  /// checked against it.
  const Document* (*meta_schema)(std::string_view uri) = nullptr;
};

}  // namespace proclint
