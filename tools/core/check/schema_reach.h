#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/check/schema_registry.h"
#include "core/document/value.h"

namespace proclint {

inline constexpr std::uint32_t kNoSchema = 0xFFFFFFFF;

/// Whether the dialect evaluates the schemas inside the keyword.
bool is_evaluated(const Applicator& applicator, const Dialect& dialect);

/// The schemas that evaluation can come to, numbered so that a schema's children, which stand
/// behind it in its document, have smaller numbers.
struct ReachedSchemas {
  /// Where a reference leads; `anchor` if it is dynamic and schemas with that anchor may take the
  /// place of the target.
  struct Reference {
    Value target;
    std::optional<std::string> anchor;
  };

  std::vector<Value> schemas;
  std::unordered_map<const Node*, std::uint32_t> numbers;
  std::unordered_map<const Node*, Reference> references;  ///< by the reference's string

  /// kNoSchema if it is not among them.
  std::uint32_t number_of(Value schema) const {
    const auto at = numbers.find(&schema.node());
    return at == numbers.end() ? kNoSchema : at->second;
  }
};

/// Follows applicators and references from `root`. What is no schema, or leads nowhere, becomes a
/// diagnostic of the registry and is left out.
ReachedSchemas reach_schemas(SchemaRegistry& registry, Value root);

}  // namespace proclint
