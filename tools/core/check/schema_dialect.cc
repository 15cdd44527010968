#include "core/check/schema_dialect.h"

#include <algorithm>
#include <array>

namespace proclint {
namespace {

struct Standard {
  std::string_view uri;
  Draft draft;
};
constexpr std::array<Standard, 5> kStandard{{
    {"http://json-schema.org/draft-04/schema", Draft::draft4},
    {"http://json-schema.org/draft-06/schema", Draft::draft6},
    {"http://json-schema.org/draft-07/schema", Draft::draft7},
    {"https://json-schema.org/draft/2019-09/schema", Draft::draft2019},
    {"https://json-schema.org/draft/2020-12/schema", Draft::draft2020},
}};

constexpr Draft kFirst = Draft::draft4;
constexpr Draft kLast = Draft::draft2020;
// By name.
constexpr std::array<Applicator, 23> kApplicators{{
    {"$defs", Holds::schema_map, Draft::draft2019, kLast, false},
    {"additionalItems", Holds::schema, kFirst, Draft::draft2019, true},
    {"additionalProperties", Holds::schema, kFirst, kLast, true},
    {"allOf", Holds::schema_list, kFirst, kLast, true},
    {"anyOf", Holds::schema_list, kFirst, kLast, true},
    {"contains", Holds::schema, Draft::draft6, kLast, true},
    {"contentSchema", Holds::schema, Draft::draft2019, kLast, false},
    {"definitions", Holds::schema_map, kFirst, kLast, false},
    {"dependencies", Holds::schema_or_names_map, kFirst, kLast, true},
    {"dependentSchemas", Holds::schema_map, Draft::draft2019, kLast, true},
    {"else", Holds::schema, Draft::draft7, kLast, true},
    {"if", Holds::schema, Draft::draft7, kLast, true},
    {"items", Holds::schema_or_list, kFirst, Draft::draft2019, true},
    {"items", Holds::schema, Draft::draft2020, kLast, true},
    {"not", Holds::schema, kFirst, kLast, true},
    {"oneOf", Holds::schema_list, kFirst, kLast, true},
    {"patternProperties", Holds::schema_map, kFirst, kLast, true},
    {"prefixItems", Holds::schema_list, Draft::draft2020, kLast, true},
    {"properties", Holds::schema_map, kFirst, kLast, true},
    {"propertyNames", Holds::schema, Draft::draft6, kLast, true},
    {"then", Holds::schema, Draft::draft7, kLast, true},
    {"unevaluatedItems", Holds::schema, Draft::draft2019, kLast, true},
    {"unevaluatedProperties", Holds::schema, Draft::draft2019, kLast, true},
}};

}  // namespace

std::optional<Dialect> standard_dialect(std::string_view uri) {
  if (uri.ends_with('#')) uri.remove_suffix(1);
  for (const Standard& standard : kStandard) {
    if (standard.uri == uri) return Dialect{.draft = standard.draft};
  }
  return std::nullopt;
}

std::string_view uri_of(Draft draft) { return kStandard[static_cast<std::size_t>(draft)].uri; }

const Applicator* find_applicator(std::string_view keyword, Draft draft) {
  auto at = std::lower_bound(kApplicators.begin(), kApplicators.end(), keyword,
                             [](const Applicator& applicator, std::string_view name) {
                               return applicator.keyword < name;
                             });
  for (; at != kApplicators.end() && at->keyword == keyword; ++at) {
    if (draft >= at->from && draft <= at->to) return &*at;
  }
  return nullptr;
}

}  // namespace proclint
