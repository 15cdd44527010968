#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace proclint {

enum class Draft : std::uint8_t { draft4, draft6, draft7, draft2019, draft2020 };

/// What a schema's `$schema` means: a draft, and from 2019-09 on which of its vocabularies apply.
struct Dialect {
  Draft draft = Draft::draft7;
  bool has_applicator = true;
  bool has_validation = true;
  bool has_unevaluated = true;
  bool has_format_assertion = false;

  friend bool operator==(const Dialect&, const Dialect&) = default;
};

/// The dialect of a standard meta-schema's URI, with or without "#" at its end; nothing for others.
std::optional<Dialect> standard_dialect(std::string_view uri);
/// The URI that `$schema` names it by.
std::string_view uri_of(Draft draft);

/// The key that names a schema in this draft.
constexpr std::string_view id_keyword(Draft draft) { return draft == Draft::draft4 ? "id" : "$id"; }
/// Whether `$ref` makes its siblings mean nothing.
constexpr bool ref_hides_siblings(Draft draft) { return draft < Draft::draft2019; }

/// What a keyword's value holds.
enum class Holds : std::uint8_t {
  schema,
  schema_list,
  schema_or_list,
  schema_map,
  schema_or_names_map,  ///< `dependencies`: each member a schema or a list of names
};

/// A keyword whose value holds schemas, with the drafts that know it.
struct Applicator {
  std::string_view keyword;
  Holds holds;
  Draft from;
  Draft to;
  bool is_evaluated;  ///< false where schemas are only kept: definitions, contentSchema
};
/// The applicator of that name in that draft; null if there is none.
const Applicator* find_applicator(std::string_view keyword, Draft draft);

}  // namespace proclint
