#include "core/check/schema_reach.h"

#include <algorithm>
#include <set>

namespace proclint {
namespace {

class Walk {
 public:
  explicit Walk(SchemaRegistry& registry) : registry_(registry) {}

  ReachedSchemas run(Value root) {
    add(root);
    while (!pending_.empty()) {
      const Value schema = pending_.back();
      pending_.pop_back();
      visit(schema);
      if (pending_.empty()) add_dynamic_anchors();
    }
    number();
    return std::move(out_);
  }

 private:
  void add(Value schema) {
    if (!schema.is(Kind::map) && !schema.is(Kind::boolean)) {
      registry_.mistake(schema, "a schema is an object, true or false, but this is a " +
                                    std::string(name(schema.kind())));
      return;
    }
    registry_.resource_of(schema);
    if (!out_.numbers.emplace(&schema.node(), kNoSchema).second) return;
    out_.schemas.push_back(schema);
    pending_.push_back(schema);
  }

  void visit(Value schema) {
    if (!schema.is(Kind::map)) return;
    const Dialect dialect = registry_.dialect_of(schema);
    if (follow(schema, "$ref") && ref_hides_siblings(dialect.draft)) return;
    if (dialect.draft == Draft::draft2019) follow(schema, "$recursiveRef");
    if (dialect.draft == Draft::draft2020) follow(schema, "$dynamicRef");
    for (const Value member : schema.children()) {
      const Applicator* applicator = find_applicator(member.key().text(), dialect.draft);
      if (applicator != nullptr && is_evaluated(*applicator, dialect)) {
        add_members(member, applicator->holds);
      }
    }
  }

  void add_members(Value value, Holds holds) {
    const bool is_single =
        holds == Holds::schema || (holds == Holds::schema_or_list && !value.is(Kind::list));
    if (is_single) return add(value);
    const bool is_list = holds == Holds::schema_list || holds == Holds::schema_or_list;
    if (!value.is(is_list ? Kind::list : Kind::map)) return;  // the writer complains
    for (const Value child : value.children()) {
      if (holds != Holds::schema_or_names_map || !child.is(Kind::list)) add(child);
    }
  }

  // Whether the schema has that reference.
  bool follow(Value schema, std::string_view keyword) {
    const Value ref = schema.find(keyword);
    if (!ref || !ref.is(Kind::string)) return false;
    const Value target = registry_.resolve(schema, ref);
    if (!target) return true;
    ReachedSchemas::Reference reference{target, std::nullopt};
    if (keyword != "$ref") {
      // Dynamic only if the schema that it first leads to is a dynamic anchor itself.
      const SchemaResource& resource = registry_.resources()[registry_.resource_of(target)];
      for (const auto& [anchor, at] : resource.dynamic_anchors) {
        if (at != target || (!anchor.empty() && !ref.text().ends_with("#" + anchor))) continue;
        reference.anchor = anchor;
        dynamic_names_.insert(anchor);
      }
    }
    out_.references.emplace(&ref.node(), reference);
    add(target);
    return true;
  }

  void add_dynamic_anchors() {
    for (const SchemaResource& resource : registry_.resources()) {
      for (const auto& [anchor, schema] : resource.dynamic_anchors) {
        if (dynamic_names_.contains(anchor)) add(schema);
      }
    }
  }

  void number() {
    std::sort(out_.schemas.begin(), out_.schemas.end(), [this](Value a, Value b) {
      const std::uint32_t x = registry_.document_index(a.document());
      const std::uint32_t y = registry_.document_index(b.document());
      return x != y ? x < y : a.id() > b.id();
    });
    for (std::size_t i = 0; i < out_.schemas.size(); ++i) {
      out_.numbers[&out_.schemas[i].node()] = static_cast<std::uint32_t>(i);
    }
  }

  SchemaRegistry& registry_;
  ReachedSchemas out_;
  std::vector<Value> pending_;
  std::set<std::string, std::less<>> dynamic_names_;
};

}  // namespace

bool is_evaluated(const Applicator& applicator, const Dialect& dialect) {
  if (!applicator.is_evaluated) return false;
  return applicator.keyword.starts_with("unevaluated") ? dialect.has_unevaluated
                                                       : dialect.has_applicator;
}

ReachedSchemas reach_schemas(SchemaRegistry& registry, Value root) {
  return Walk(registry).run(root);
}

}  // namespace proclint
