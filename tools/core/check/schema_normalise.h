#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/schema.h"
#include "core/check/schema_dialect.h"
#include "core/document/document.h"
#include "core/document/value.h"
#include "core/source/diagnostic.h"

namespace proclint {

/// Keywords of ours in the flat schema: what draft-07 cannot say, said with node numbers.
inline constexpr std::string_view kFlatRef = "proclint-ref";                ///< N
inline constexpr std::string_view kFlatDynamicRef = "proclint-dynamicRef";  ///< [N, "anchor"]
inline constexpr std::string_view kFlatContains = "proclint-contains";      ///< [N, min, max]
inline constexpr std::string_view kFlatDependent =
    "proclint-dependentSchemas";  ///< [[name, N], ...]
inline constexpr std::string_view kFlatUnevaluatedItems = "proclint-unevaluatedItems";  ///< N
inline constexpr std::string_view kFlatUnevaluatedProperties =
    "proclint-unevaluatedProperties";  ///< N

/// A schema, and all that it refers to, in the flat form that valijson reads: one document
///   {"d": [schema 0, schema 1, ...], "allOf": [{"$ref": "#/d/0"}, {"$ref": "#/d/1"}, ...]}
/// in draft-07 shape, each schema an entry, each applicator holding only {"$ref": "#/d/N"} with an
/// N smaller than its own. So the parser meets no URI, id, anchor or escaped key, never recurses
/// more than two levels, and the i-th schema of the root's `allOf` is node i. The values of `enum`
/// and `const` are left out: they are taken from the source.
struct NormalisedSchema {
  struct Node {
    Value schema;            ///< where it stands
    std::uint32_t resource;  ///< index into `resources`
    Dialect dialect;
  };
  struct Resource {
    std::string uri;
    Value root;
  };
  struct DynamicAnchor {
    std::string name;
    std::uint32_t resource;
    std::uint32_t node;
  };

  Document flat;
  std::vector<NodeId> definitions;  ///< of flat: the entries of "d"
  std::vector<Node> nodes;
  std::vector<Resource> resources;
  std::vector<DynamicAnchor> dynamic_anchors;
  std::uint32_t root = 0;
};

/// Nothing, and diagnostics, if the schema refers to what is not there or a keyword is malformed.
std::optional<NormalisedSchema> normalise(Value root, const SchemaOptions& options,
                                          std::vector<Diagnostic>& diagnostics);

}  // namespace proclint
