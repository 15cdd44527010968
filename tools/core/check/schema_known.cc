#include "core/check/schema_known.h"

#include <algorithm>
#include <array>
#include <vector>

namespace proclint {
namespace {

constexpr Draft k4 = Draft::draft4;
constexpr Draft k6 = Draft::draft6;
constexpr Draft k7 = Draft::draft7;
constexpr Draft k2019 = Draft::draft2019;
constexpr Draft k2020 = Draft::draft2020;

// By name. `dependencies` and `definitions` are still in the later meta-schemas, and in use.
constexpr std::array<KnownKeyword, 63> kKeywords{{
    {"$anchor", k2019, k2020, false},
    {"$comment", k7, k2020, false},
    {"$defs", k2019, k2020, false},
    {"$dynamicAnchor", k2020, k2020, false},
    {"$dynamicRef", k2020, k2020, true},
    {"$id", k6, k2020, false},
    {"$recursiveAnchor", k2019, k2019, false},
    {"$recursiveRef", k2019, k2019, true},
    {"$ref", k4, k2020, true},
    {"$schema", k4, k2020, false},
    {"$vocabulary", k2019, k2020, false},
    {"additionalItems", k4, k2019, true},
    {"additionalProperties", k4, k2020, true},
    {"allOf", k4, k2020, true},
    {"anyOf", k4, k2020, true},
    {"const", k6, k2020, true},
    {"contains", k6, k2020, true},
    {"contentEncoding", k7, k2020, false},
    {"contentMediaType", k7, k2020, false},
    {"contentSchema", k2019, k2020, false},
    {"default", k4, k2020, false},
    {"definitions", k4, k2020, false},
    {"dependencies", k4, k2020, true},
    {"dependentRequired", k2019, k2020, true},
    {"dependentSchemas", k2019, k2020, true},
    {"deprecated", k2019, k2020, false},
    {"description", k4, k2020, false},
    {"else", k7, k2020, true},
    {"enum", k4, k2020, true},
    {"examples", k6, k2020, false},
    {"exclusiveMaximum", k4, k2020, true},
    {"exclusiveMinimum", k4, k2020, true},
    {"format", k4, k2020, true},
    {"id", k4, k4, false},
    {"if", k7, k2020, true},
    {"items", k4, k2020, true},
    {"maxContains", k2019, k2020, true},
    {"maxItems", k4, k2020, true},
    {"maxLength", k4, k2020, true},
    {"maxProperties", k4, k2020, true},
    {"maximum", k4, k2020, true},
    {"minContains", k2019, k2020, true},
    {"minItems", k4, k2020, true},
    {"minLength", k4, k2020, true},
    {"minProperties", k4, k2020, true},
    {"minimum", k4, k2020, true},
    {"multipleOf", k4, k2020, true},
    {"not", k4, k2020, true},
    {"oneOf", k4, k2020, true},
    {"pattern", k4, k2020, true},
    {"patternProperties", k4, k2020, true},
    {"prefixItems", k2020, k2020, true},
    {"properties", k4, k2020, true},
    {"propertyNames", k6, k2020, true},
    {"readOnly", k7, k2020, false},
    {"required", k4, k2020, true},
    {"then", k7, k2020, true},
    {"title", k4, k2020, false},
    {"type", k4, k2020, true},
    {"unevaluatedItems", k2019, k2020, true},
    {"unevaluatedProperties", k2019, k2020, true},
    {"uniqueItems", k4, k2020, true},
    {"writeOnly", k7, k2020, false},
}};

}  // namespace

const KnownKeyword* known_keyword(std::string_view name) {
  const auto at = std::lower_bound(
      kKeywords.begin(), kKeywords.end(), name,
      [](const KnownKeyword& keyword, std::string_view wanted) { return keyword.name < wanted; });
  return at != kKeywords.end() && at->name == name ? &*at : nullptr;
}

std::span<const std::string_view> keywords_of(Draft draft) {
  static const auto kNames = [] {
    std::array<std::vector<std::string_view>, 5> out;
    for (std::size_t i = 0; i < out.size(); ++i) {
      for (const KnownKeyword& keyword : kKeywords) {
        if (keyword.is_in(static_cast<Draft>(i))) out[i].push_back(keyword.name);
      }
    }
    return out;
  }();
  return kNames[static_cast<std::size_t>(draft)];
}

std::string_view label(Draft draft) {
  constexpr std::array<std::string_view, 5> kLabels{"draft-04", "draft-06", "draft-07", "2019-09",
                                                    "2020-12"};
  return kLabels[static_cast<std::size_t>(draft)];
}

}  // namespace proclint
