#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/check/schema.h"
#include "core/check/schema_dialect.h"
#include "core/document/value.h"
#include "core/source/diagnostic.h"

namespace proclint {

/// A schema that has a URI of its own: a document, or a part of one with an `$id`.
struct SchemaResource {
  std::string uri;  ///< absolute, if anything gives a base; without fragment
  Value root;
  Dialect dialect;
  std::map<std::string, Value, std::less<>> anchors;  ///< the dynamic ones too
  std::map<std::string, Value, std::less<>> dynamic_anchors;
};

/// Knows which schema a URI means (RFC 3986; JSON Schema core, section 8.2): the resources of all
/// documents that were met, their ids and anchors. Only known schema positions of a dialect are
/// looked at, so an `$id` inside `enum` or under an unknown keyword is no id; a reference into such
/// a place makes it a schema on demand. Mistakes are reported to `diagnostics`, at their place if
/// they stand in the document of `root`, which is the first schema.
class SchemaRegistry {
 public:
  SchemaRegistry(Value root, const SchemaOptions& options, std::vector<Diagnostic>& diagnostics);

  const std::deque<SchemaResource>& resources() const { return resources_; }
  /// The resource that holds `schema`.
  std::uint32_t resource_of(Value schema);
  const Dialect& dialect_of(Value schema) { return resources_[resource_of(schema)].dialect; }
  /// The schema that the string `reference` inside `schema` means; the null Value, and a
  /// diagnostic, if there is none.
  Value resolve(Value schema, Value reference);

  /// Reports what is wrong with `at`.
  void mistake(Value at, std::string message, std::string_view keyword = {});
  /// Position of a document among those met, in the order of their meeting.
  std::uint32_t document_index(const Document& document);

 private:
  struct Pending {
    Value schema;
    std::uint32_t resource;
  };

  std::uint32_t add(Value root, std::string uri);
  void scan(Value schema, std::uint32_t resource);
  std::uint32_t enter(Value schema, std::uint32_t resource);
  void push_children(Value schema, std::uint32_t resource, std::vector<Pending>& pending);
  void take_anchors(Value schema, std::uint32_t resource);
  Dialect dialect_named(Value name, int depth);
  const Document* load(std::string_view uri);
  std::string not_here(Value reference, const std::string& uri) const;
  Value at_pointer(Value root, std::string_view pointer);
  Value member(Value map, std::string_view key);
  std::string near_fragment(const SchemaResource& resource, const std::string& fragment);

  const Document& document_;
  const SchemaOptions& options_;
  std::vector<Diagnostic>& diagnostics_;
  std::deque<SchemaResource> resources_;
  std::map<std::string, std::uint32_t, std::less<>> by_uri_;
  std::unordered_map<const Document*, std::uint32_t> documents_;
  const Document* last_document_ = nullptr;
  std::uint32_t last_index_ = 0;
  std::vector<std::vector<std::uint32_t>> resource_of_;  // by document and node
  // Members of large maps, so that references into them are not looked for one by one.
  std::unordered_map<const Node*, std::unordered_map<std::string_view, NodeId>> members_;
};

}  // namespace proclint
