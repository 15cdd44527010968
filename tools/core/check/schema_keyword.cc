#include "core/check/schema_keyword.h"

#include <algorithm>
#include <array>

namespace proclint {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, kKeywordCount + 1> kNames{
    "additionalItems",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "contains",
    "dependencies",
    "dependentRequired",
    "dependentSchemas",
    "$dynamicRef",
    "else",
    "enum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "if",
    "items",
    "maxContains",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minContains",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "not",
    "oneOf",
    "pattern",
    "patternProperties",
    "prefixItems",
    "properties",
    "propertyNames",
    "$recursiveRef",
    "$ref",
    "required",
    "then",
    "type",
    "unevaluatedItems",
    "unevaluatedProperties",
    "uniqueItems",
    "false",
};

using Entry = std::pair<std::string_view, Keyword>;

std::array<Entry, kKeywordCount> sorted() {
  std::array<Entry, kKeywordCount> out;
  for (std::size_t i = 0; i < kKeywordCount; ++i) out[i] = {kNames[i], static_cast<Keyword>(i)};
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

std::string_view name(Keyword keyword) { return kNames[static_cast<std::size_t>(keyword)]; }

std::optional<Keyword> keyword_named(std::string_view name) {
  static const std::array<Entry, kKeywordCount> kSorted = sorted();
  const auto at =
      std::lower_bound(kSorted.begin(), kSorted.end(), name,
                       [](const Entry& entry, std::string_view key) { return entry.first < key; });
  if (at == kSorted.end() || at->first != name) return std::nullopt;
  return at->second;
}

}  // namespace proclint
