#include "core/check/schema_registry.h"

#include <utility>

#include "core/check/schema_nearest.h"
#include "core/check/schema_uri.h"
#include "core/document/pointer.h"

namespace proclint {
namespace {

constexpr std::uint32_t kUnknown = 0xFFFFFFFF;
// From here on an index pays for itself.
constexpr std::size_t kManyMembers = 32;
// More names than this are not compared with a misspelt one.
constexpr std::size_t kManyNames = 1000;
// A meta-schema may have a meta-schema of its own; nobody goes further than this.
constexpr int kMaxDialectSteps = 8;

bool is_string(Value value) { return value && value.is(Kind::string); }

bool hides_siblings(Value schema, Draft draft) {
  return ref_hides_siblings(draft) && is_string(schema.find("$ref"));
}

bool is_true(Value value) { return value && value.is(Kind::boolean) && value.text() == "true"; }

}  // namespace

SchemaRegistry::SchemaRegistry(Value root, const SchemaOptions& options,
                               std::vector<Diagnostic>& diagnostics)
    : document_(root.document()), options_(options), diagnostics_(diagnostics) {
  add(root, std::string(split_fragment(options.base_uri).uri));
}

std::uint32_t SchemaRegistry::document_index(const Document& document) {
  if (&document == last_document_) return last_index_;
  const auto index = static_cast<std::uint32_t>(documents_.size());
  const auto [at, is_new] = documents_.emplace(&document, index);
  if (is_new) resource_of_.emplace_back(document.nodes.size(), kUnknown);
  last_document_ = &document;
  last_index_ = at->second;
  return last_index_;
}

void SchemaRegistry::mistake(Value at, std::string message, std::string_view keyword) {
  Diagnostic& out = diagnostics_.emplace_back();
  out.rule = "schema-invalid";
  out.keyword = keyword;
  if (&at.document() == &document_) {
    out.span = at.place();
    out.pointer = at.pointer();
    out.message = std::move(message);
  } else {
    // A diagnostic is about this file; what it refers to is named in words.
    const std::string& uri = resources_[resource_of(at)].uri;
    out.message = "in the schema " + uri + ", at \"" + at.pointer() + "\": " + message;
  }
}

std::uint32_t SchemaRegistry::add(Value root, std::string uri) {
  document_index(root.document());
  const auto index = static_cast<std::uint32_t>(resources_.size());
  resources_.push_back({uri, root, Dialect{.draft = options_.default_draft}, {}, {}});
  by_uri_.emplace(std::move(uri), index);
  scan(root, index);
  return index;
}

void SchemaRegistry::scan(Value schema, std::uint32_t resource) {
  std::vector<Pending> pending{{schema, resource}};
  while (!pending.empty()) {
    const Pending next = pending.back();
    pending.pop_back();
    std::uint32_t& known = resource_of_[document_index(next.schema.document())][next.schema.id()];
    if (known != kUnknown) continue;
    known = next.resource;
    if (!next.schema.is(Kind::map)) continue;
    const std::uint32_t inside = enter(next.schema, next.resource);
    resource_of_[document_index(next.schema.document())][next.schema.id()] = inside;
    push_children(next.schema, inside, pending);
  }
}

// The resource that a schema inside `resource` belongs to: a new one if it has an id of its own.
std::uint32_t SchemaRegistry::enter(Value schema, std::uint32_t resource) {
  const bool is_root = resources_[resource].root == schema;
  Dialect dialect = resources_[resource].dialect;
  const Value dialect_name = schema.find("$schema");
  if (is_string(dialect_name)) {
    const Dialect named = dialect_named(dialect_name, 0);
    // Below the root only a schema with an id of its own may choose.
    if (is_root || is_string(schema.find(id_keyword(named.draft)))) dialect = named;
  }
  if (is_root) resources_[resource].dialect = dialect;
  if (hides_siblings(schema, dialect.draft)) return resource;

  if (const Value id = schema.find(id_keyword(dialect.draft)); is_string(id)) {
    const std::string absolute = resolve_uri(resources_[resource].uri, id.text());
    const SplitUri split = split_fragment(absolute);
    const bool is_anchor = id.text().starts_with('#') && dialect.draft < Draft::draft2019;
    if (!is_anchor && is_root) {
      resources_[resource].uri = split.uri;
    } else if (!is_anchor) {
      const auto index = static_cast<std::uint32_t>(resources_.size());
      resources_.push_back({std::string(split.uri), schema, dialect, {}, {}});
      resource = index;
    }
    if (!is_anchor) {
      const auto [at, is_new] = by_uri_.emplace(std::string(split.uri), resource);
      if (!is_new && at->second != resource) {
        mistake(id, "the id \"" + std::string(split.uri) + "\" belongs to another schema already",
                id_keyword(dialect.draft));
      }
    }
    if (!split.fragment.empty() && dialect.draft < Draft::draft2019) {
      resources_[resource].anchors.emplace(split.fragment, schema);
    }
  }
  take_anchors(schema, resource);
  return resource;
}

void SchemaRegistry::take_anchors(Value schema, std::uint32_t index) {
  SchemaResource& resource = resources_[index];
  if (resource.dialect.draft < Draft::draft2019) return;
  if (const Value anchor = schema.find("$anchor"); is_string(anchor)) {
    resource.anchors.emplace(anchor.text(), schema);
  }
  if (resource.dialect.draft == Draft::draft2019) {
    // One dynamic anchor without a name, at the root of its resource.
    if (resource.root == schema && is_true(schema.find("$recursiveAnchor"))) {
      resource.dynamic_anchors.emplace("", schema);
    }
  } else if (const Value anchor = schema.find("$dynamicAnchor"); is_string(anchor)) {
    resource.anchors.emplace(anchor.text(), schema);
    resource.dynamic_anchors.emplace(anchor.text(), schema);
  }
}

void SchemaRegistry::push_children(Value schema, std::uint32_t resource,
                                   std::vector<Pending>& pending) {
  const Draft draft = resources_[resource].dialect.draft;
  for (const Value member : schema.children()) {
    const Applicator* applicator = find_applicator(member.key().text(), draft);
    if (applicator == nullptr) continue;
    const Holds holds = applicator->holds;
    const bool is_list =
        holds == Holds::schema_list || (holds == Holds::schema_or_list && member.is(Kind::list));
    const bool is_map = holds == Holds::schema_map || holds == Holds::schema_or_names_map;
    if (!is_list && !is_map) {
      pending.push_back({member, resource});
    } else if (member.is(is_list ? Kind::list : Kind::map)) {
      for (const Value child : member.children()) pending.push_back({child, resource});
    }
  }
}

Dialect SchemaRegistry::dialect_named(Value name, int depth) {
  if (const auto standard = standard_dialect(name.text())) return *standard;
  const Document* document = load(split_fragment(name.text()).uri);
  const Value root = document != nullptr ? Value::root(*document) : Value();
  const Value parent = root ? root.find("$schema") : Value();
  if (!is_string(parent) || depth == kMaxDialectSteps) {
    mistake(name,
            "\"" + std::string(name.text()) + "\" is no dialect that is known; write \"" +
                std::string(uri_of(Draft::draft7)) + "#\" or \"" +
                std::string(uri_of(Draft::draft2020)) + "\"" +
                (options_.is_alone ? "" : ", or map it to a file"),
            "$schema");
    return Dialect{.draft = options_.default_draft};
  }
  Dialect dialect = dialect_named(parent, depth + 1);
  const Value vocabularies = root.find("$vocabulary");
  if (!vocabularies || !vocabularies.is(Kind::map)) return dialect;
  dialect.has_applicator = false;
  dialect.has_validation = false;
  dialect.has_unevaluated = dialect.draft == Draft::draft2019;
  dialect.has_format_assertion = false;
  for (const Value vocabulary : vocabularies.children()) {
    const std::string_view uri = vocabulary.key().text();
    if (uri.ends_with("/vocab/applicator")) dialect.has_applicator = true;
    if (uri.ends_with("/vocab/validation")) dialect.has_validation = true;
    if (uri.ends_with("/vocab/unevaluated")) dialect.has_unevaluated = true;
    if (uri.ends_with("/vocab/format-assertion")) dialect.has_format_assertion = true;
  }
  return dialect;
}

std::uint32_t SchemaRegistry::resource_of(Value schema) {
  const std::uint32_t document = document_index(schema.document());
  Value at = schema;
  while (resource_of_[document][at.id()] == kUnknown && at.parent()) at = at.parent();
  const std::uint32_t resource = resource_of_[document][at.id()];
  if (at == schema || resource == kUnknown) return resource == kUnknown ? 0 : resource;
  scan(schema, resource);
  return resource_of_[document][schema.id()];
}

const Document* SchemaRegistry::load(std::string_view uri) {
  return options_.load ? options_.load(uri) : nullptr;
}

Value SchemaRegistry::member(Value map, std::string_view key) {
  if (map.size() < kManyMembers) return map.find(key);
  auto& index = members_[&map.node()];
  if (index.empty()) {
    for (const Value child : map.children()) index.emplace(child.key().text(), child.id());
  }
  const auto found = index.find(key);
  return found == index.end() ? Value() : Value(map.document(), found->second);
}

Value SchemaRegistry::at_pointer(Value at, std::string_view pointer) {
  while (at && !pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const std::string_view step = pointer.substr(0, end);
    pointer.remove_prefix(end);
    if (at.is(Kind::map) && step.find('~') == std::string_view::npos) {
      at = member(at, step.substr(1));
      continue;
    }
    const Result<Value> found = proclint::resolve(at, step);
    at = found ? *found : Value();
  }
  return at;
}

// The fragment of which `fragment`, which leads nowhere, may be a misspelling; empty if there is
// none.
std::string SchemaRegistry::near_fragment(const SchemaResource& resource,
                                          const std::string& fragment) {
  std::vector<std::string_view> names;
  const std::size_t slash = fragment.rfind('/');
  if (slash == std::string::npos) {
    for (const auto& [anchor, schema] : resource.anchors) names.push_back(anchor);
    return std::string(nearest(fragment, names));
  }
  const std::string_view before = std::string_view(fragment).substr(0, slash);
  const Value holder = at_pointer(resource.root, before);
  if (!holder || holder.size() > kManyNames) return {};
  for (const Value member : holder.children()) {
    if (const Value key = member.key()) names.push_back(key.text());
  }
  const std::string_view name = nearest(std::string_view(fragment).substr(slash + 1), names);
  if (name.empty()) return {};
  std::string out(before);
  append_pointer_token(out, name);
  return out;
}

// Why there is no schema at `uri`, which `reference` means.
std::string SchemaRegistry::not_here(Value reference, const std::string& uri) const {
  if (options_.is_alone) {
    const Draft draft = resources_.front().dialect.draft;
    const std::string definitions = draft < Draft::draft2019 ? "definitions" : "$defs";
    return "the schema \"" + uri + "\" is not here, and nothing is fetched; copy it into \"" +
           definitions + "\" and refer to it as \"#/" + definitions + "/NAME\"";
  }
  if (uri.starts_with("file:")) {
    return "the file \"" + std::string(split_fragment(reference.text()).uri) +
           "\" cannot be used; it must be there, inside the repository, and be JSON or YAML "
           "without mistakes";
  }
  return "the schema \"" + uri +
         "\" is not here, and nothing is fetched; keep a copy and name it in the configuration: "
         "\"schemaMap\": { \"" +
         uri + "\": \"./FILE\" }";
}

Value SchemaRegistry::resolve(Value schema, Value reference) {
  const std::uint32_t from = resource_of(schema);
  const std::string absolute = resolve_uri(resources_[from].uri, reference.text());
  const SplitUri split = split_fragment(absolute);
  auto found = by_uri_.find(split.uri);
  if (found == by_uri_.end()) {
    const Document* document = load(split.uri);
    if (document == nullptr || document->empty()) {
      mistake(reference, not_here(reference, std::string(split.uri)), "$ref");
      return {};
    }
    add(Value::root(*document), std::string(split.uri));
    found = by_uri_.find(split.uri);
  }
  const SchemaResource& resource = resources_[found->second];
  const std::string fragment = percent_decoded(split.fragment);
  Value target = resource.root;
  if (fragment.starts_with('/')) {
    target = at_pointer(resource.root, fragment);
  } else if (!fragment.empty()) {
    const auto anchor = resource.anchors.find(fragment);
    target = anchor == resource.anchors.end() ? Value() : anchor->second;
  }
  if (!target) {
    const std::string meant = near_fragment(resource, fragment);
    const std::string hint = meant.empty() ? ""
                                           : "; did you mean \"" +
                                                 std::string(split_fragment(reference.text()).uri) +
                                                 "#" + meant + "\"?";
    mistake(reference, "\"" + std::string(reference.text()) + "\" leads to nothing" + hint, "$ref");
    return {};
  }
  resource_of(target);  // an unknown keyword's value becomes a schema by being referred to
  return target;
}

}  // namespace proclint
