#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace proclint {

/// The keywords that say something about a document, whatever the draft.
enum class Keyword : std::uint8_t {
  additional_items,
  additional_properties,
  all_of,
  any_of,
  constant,
  contains,
  dependencies,
  dependent_required,
  dependent_schemas,
  dynamic_ref,
  otherwise,  // else
  enumeration,
  exclusive_maximum,
  exclusive_minimum,
  format,
  condition,  // if
  items,
  max_contains,
  max_items,
  max_length,
  max_properties,
  maximum,
  min_contains,
  min_items,
  min_length,
  min_properties,
  minimum,
  multiple_of,
  negation,  // not
  one_of,
  pattern,
  pattern_properties,
  prefix_items,
  properties,
  property_names,
  recursive_ref,
  ref,
  required,
  consequence,  // then
  type,
  unevaluated_items,
  unevaluated_properties,
  unique_items,
  none,  ///< the boolean schema false
};
inline constexpr std::size_t kKeywordCount = static_cast<std::size_t>(Keyword::none);

/// As written in a schema: "additionalItems".
std::string_view name(Keyword keyword);
/// The keyword of that name; nothing for annotations and unknown names.
std::optional<Keyword> keyword_named(std::string_view name);

}  // namespace proclint
