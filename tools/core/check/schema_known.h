#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/check/schema_dialect.h"

namespace proclint {

/// A keyword of the standard meta-schemas, and the drafts that have it.
struct KnownKeyword {
  std::string_view name;
  Draft from;
  Draft to;
  bool is_assertion;  ///< it, or a schema in it, says something about a document

  bool is_in(Draft draft) const { return draft >= from && draft <= to; }
};

/// The keyword of that name, whatever its drafts; null if none has it.
const KnownKeyword* known_keyword(std::string_view name);
/// The names that a draft has, sorted.
std::span<const std::string_view> keywords_of(Draft draft);
/// What people call a draft: "draft-07", "2020-12".
std::string_view label(Draft draft);

}  // namespace proclint
