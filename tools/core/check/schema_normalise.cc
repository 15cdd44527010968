#include "core/check/schema_normalise.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <set>
#include <utility>

#include "core/check/schema_flat_writer.h"
#include "core/check/schema_keyword.h"
#include "core/check/schema_reach.h"
#include "core/check/schema_registry.h"
#include "core/document/number.h"

namespace proclint {
namespace {

// valijson counts in signed 64 bits; no document has more of anything.
constexpr std::uint64_t kMaxCount = std::numeric_limits<std::int64_t>::max();

// The members of a schema that say something; the first of equal keys counts.
using Members = std::array<Value, kKeywordCount>;

bool is(Value value, Kind kind) { return value && value.is(kind); }
bool is_true(Value value) { return is(value, Kind::boolean) && value.text() == "true"; }

std::string_view words(Kind kind) {
  switch (kind) {
    case Kind::list:
      return "a list";
    case Kind::map:
      return "an object";
    case Kind::number:
      return "a number";
    case Kind::boolean:
      return "true or false";
    case Kind::null:
      return "null";
    case Kind::string:
    case Kind::key:
      break;
  }
  return "a text";
}

// Writes the flat schemas one after the other.
class Lowering {
 public:
  Lowering(SchemaRegistry& registry, const ReachedSchemas& reached, FlatWriter& writer)
      : registry_(registry), reached_(reached), writer_(writer) {}

  void write_schema(Value schema, const Dialect& dialect) {
    if (schema.is(Kind::boolean)) return writer_.boolean(schema.text() == "true");
    members_ = {};
    for (const Value member : schema.children()) {
      const auto keyword = keyword_named(member.key().text());
      if (!keyword) continue;
      Value& slot = members_[static_cast<std::size_t>(*keyword)];
      if (!slot) slot = member;
    }
    dialect_ = dialect;
    writer_.begin(Kind::map);
    const bool has_ref = is(of(Keyword::ref), Kind::string);
    write_reference(Keyword::ref);
    if (!has_ref || !ref_hides_siblings(dialect.draft)) write_members();
    writer_.end();
  }

 private:
  Value of(Keyword keyword) const { return members_[static_cast<std::size_t>(keyword)]; }
  bool since(Draft draft) const { return dialect_.draft >= draft; }

  void write_members() {
    if (dialect_.draft == Draft::draft2019) write_reference(Keyword::recursive_ref);
    if (dialect_.draft == Draft::draft2020) write_reference(Keyword::dynamic_ref);
    if (dialect_.has_validation) {
      write_type();
      write_values();
      write_limits();
      write_counts();
      write_strings();
    }
    write_format();
    if (dialect_.has_applicator) {
      write_in_place();
      write_object();
      write_items();
      write_contains();
    }
    write_dependencies();
    if (dialect_.has_unevaluated && since(Draft::draft2019)) write_unevaluated();
  }

  // The member, if it is there and of that kind; a mistake if it is of another.
  Value member(Keyword keyword, Kind kind) {
    const Value value = of(keyword);
    if (!value || value.is(kind)) return value;
    registry_.mistake(value,
                      "\"" + std::string(name(keyword)) + "\" should be " +
                          std::string(words(kind)) + ", but is " + std::string(words(value.kind())),
                      name(keyword));
    return {};
  }

  void write_reference(Keyword keyword) {
    const Value ref = member(keyword, Kind::string);
    if (!ref) return;
    const auto at = reached_.references.find(&ref.node());
    if (at == reached_.references.end()) return;
    const std::uint32_t target = reached_.number_of(at->second.target);
    if (!at->second.anchor) {
      // Of two references in one schema the one that is not `$ref` goes into the dynamic slot.
      writer_.key(keyword == Keyword::ref ? kFlatRef : kFlatDynamicRef);
      if (keyword == Keyword::ref) return writer_.number(target);
    } else {
      writer_.key(kFlatDynamicRef);
    }
    writer_.begin(Kind::list);
    writer_.number(target);
    if (at->second.anchor) writer_.string(*at->second.anchor);
    writer_.end();
  }

  void write_type() {
    const Value type = of(Keyword::type);
    if (!type) return;
    const auto is_type = [](Value value) {
      static constexpr std::array<std::string_view, 7> kTypes{
          "array", "boolean", "integer", "null", "number", "object", "string"};
      return is(value, Kind::string) &&
             std::find(kTypes.begin(), kTypes.end(), value.text()) != kTypes.end();
    };
    const auto complain = [this](Value at) {
      registry_.mistake(at,
                        "this is no type; the types are array, boolean, integer, null, number, "
                        "object and string",
                        "type");
    };
    if (!type.is(Kind::list)) {
      if (!is_type(type)) return complain(type);
      writer_.key(Keyword::type);
      return writer_.string(type.text());
    }
    writer_.key(Keyword::type);
    writer_.begin(Kind::list);
    for (const Value one : type.children()) {
      if (is_type(one)) {
        writer_.string(one.text());
      } else {
        complain(one);
      }
    }
    writer_.end();
  }

  // Their values are taken from the source, so placeholders do.
  void write_values() {
    if (member(Keyword::enumeration, Kind::list)) {
      writer_.key(Keyword::enumeration);
      writer_.begin(Kind::list);
      writer_.end();
    }
    if (of(Keyword::constant) && since(Draft::draft6)) {
      writer_.key(Keyword::constant);
      writer_.null();
    }
  }

  void write_limit(Keyword inclusive, Keyword exclusive) {
    if (!since(Draft::draft6)) {
      // Draft 4: a boolean beside the limit.
      const Value limit = member(inclusive, Kind::number);
      if (!limit) return;
      const bool is_exclusive = is_true(of(exclusive));
      writer_.key(is_exclusive ? exclusive : inclusive);
      return writer_.number(limit.text());
    }
    for (const Keyword keyword : {inclusive, exclusive}) {
      if (const Value limit = member(keyword, Kind::number)) {
        writer_.key(keyword);
        writer_.number(limit.text());
      }
    }
  }

  void write_limits() {
    write_limit(Keyword::minimum, Keyword::exclusive_minimum);
    write_limit(Keyword::maximum, Keyword::exclusive_maximum);
    const Value factor = member(Keyword::multiple_of, Kind::number);
    if (!factor) return;
    if (Number(factor.text()).compare(Number("0")) <= 0) {
      return registry_.mistake(factor, "\"multipleOf\" must be above 0", "multipleOf");
    }
    writer_.key(Keyword::multiple_of);
    writer_.number(factor.text());
  }

  // A count as a plain integer: 2.0 is 2, and what is beyond 64 bits is as good as unlimited.
  std::uint64_t count(Value value, std::string_view keyword) {
    const Number number(value.text());
    if (!number.is_integer() || number.compare(Number("0")) < 0) {
      registry_.mistake(value, "\"" + std::string(keyword) + "\" must be 0 or a whole number above",
                        keyword);
      return 0;
    }
    if (number.compare(Number(std::to_string(kMaxCount))) >= 0) return kMaxCount;
    double exact = 0;  // below 2^53 a double is exact, above it no document reaches
    std::from_chars(value.text().data(), value.text().data() + value.text().size(), exact);
    return std::min(static_cast<std::uint64_t>(exact), kMaxCount);
  }

  void write_counts() {
    for (const Keyword keyword :
         {Keyword::max_length, Keyword::min_length, Keyword::max_items, Keyword::min_items,
          Keyword::max_properties, Keyword::min_properties}) {
      if (const Value value = member(keyword, Kind::number)) {
        writer_.key(keyword);
        writer_.number(count(value, name(keyword)));
      }
    }
    if (const Value unique = member(Keyword::unique_items, Kind::boolean)) {
      writer_.key(Keyword::unique_items);
      writer_.boolean(is_true(unique));
    }
  }

  void write_strings() {
    if (const Value pattern = member(Keyword::pattern, Kind::string)) {
      writer_.key(Keyword::pattern);
      writer_.string(pattern.text());
    }
    if (const Value required = member(Keyword::required, Kind::list)) {
      writer_.key(Keyword::required);
      write_names(required, "required");
    }
  }

  void write_names(Value list, std::string_view keyword) {
    writer_.begin(Kind::list);
    for (const Value entry : list.children()) {
      if (entry.is(Kind::string)) {
        writer_.string(entry.text());
      } else {
        registry_.mistake(entry, "a name should be a text", keyword);
      }
    }
    writer_.end();
  }

  void write_format() {
    const Value format = member(Keyword::format, Kind::string);
    if (!format || format.text().empty()) return;
    writer_.key(Keyword::format);
    writer_.string(format.text());
  }

  void write_ref(Value schema) { writer_.ref(reached_.number_of(schema)); }

  void write_one(Keyword keyword) {
    const Value value = of(keyword);
    if (!value) return;
    writer_.key(keyword);
    write_ref(value);
  }

  void write_list(Keyword keyword, Value list) {
    writer_.key(keyword);
    writer_.begin(Kind::list);
    for (const Value schema : list.children()) write_ref(schema);
    writer_.end();
  }

  // Of two equal keys valijson takes the first, as all readers of a Value do.
  void write_map(Keyword keyword) {
    const Value map = member(keyword, Kind::map);
    if (!map) return;
    writer_.key(keyword);
    writer_.begin(Kind::map);
    for (const Value schema : map.children()) {
      writer_.key(schema.key().text());
      write_ref(schema);
    }
    writer_.end();
  }

  void write_in_place() {
    for (const Keyword keyword : {Keyword::all_of, Keyword::any_of, Keyword::one_of}) {
      if (const Value list = member(keyword, Kind::list)) write_list(keyword, list);
    }
    write_one(Keyword::negation);
    if (since(Draft::draft7)) {
      for (const Keyword keyword : {Keyword::condition, Keyword::consequence, Keyword::otherwise}) {
        write_one(keyword);
      }
    }
  }

  void write_object() {
    write_map(Keyword::properties);
    write_map(Keyword::pattern_properties);
    write_one(Keyword::additional_properties);
    if (since(Draft::draft6)) write_one(Keyword::property_names);
  }

  // Draft-07's shape: a list `items` with `additionalItems`, or one schema.
  void write_items() {
    if (since(Draft::draft2020)) {
      const Value prefix = member(Keyword::prefix_items, Kind::list);
      const Value rest = of(Keyword::items);
      if (prefix) write_list(Keyword::items, prefix);
      if (rest) {
        writer_.key(prefix ? Keyword::additional_items : Keyword::items);
        write_ref(rest);
      }
      return;
    }
    const Value items = of(Keyword::items);
    if (!items) return;
    if (!items.is(Kind::list)) return write_one(Keyword::items);
    write_list(Keyword::items, items);
    write_one(Keyword::additional_items);
  }

  void write_contains() {
    if (!of(Keyword::contains) || !since(Draft::draft6)) return;
    if (!since(Draft::draft2019)) return write_one(Keyword::contains);
    const bool has_limits = dialect_.has_validation;
    const Value least = has_limits ? member(Keyword::min_contains, Kind::number) : Value();
    const Value most = has_limits ? member(Keyword::max_contains, Kind::number) : Value();
    writer_.key(kFlatContains);
    writer_.begin(Kind::list);
    writer_.number(reached_.number_of(of(Keyword::contains)));
    writer_.number(least ? count(least, "minContains") : 1);
    writer_.number(most ? count(most, "maxContains") : kMaxCount);
    writer_.end();
  }

  // The names that must stand beside others: `dependentRequired`, and the lists of the older
  // `dependencies`, which later drafts still allow.
  void write_dependencies() {
    const Value old = dialect_.has_applicator ? member(Keyword::dependencies, Kind::map) : Value();
    const bool is_new = since(Draft::draft2019);
    const Value names = is_new && dialect_.has_validation
                            ? member(Keyword::dependent_required, Kind::map)
                            : Value();
    const Value schemas =
        is_new && dialect_.has_applicator ? member(Keyword::dependent_schemas, Kind::map) : Value();
    if (old || names) {
      writer_.key(Keyword::dependencies);
      writer_.begin(Kind::map);
      std::set<std::string_view> done;
      for (const Value map : {names, old}) {
        if (!map) continue;
        for (const Value entry : map.children()) {
          if (!entry.is(Kind::list) || !done.insert(entry.key().text()).second) continue;
          writer_.key(entry.key().text());
          write_names(entry, map == names ? "dependentRequired" : "dependencies");
        }
      }
      writer_.end();
    }
    if (old || schemas) {
      writer_.key(kFlatDependent);
      writer_.begin(Kind::list);
      for (const Value map : {schemas, old}) {
        if (!map) continue;
        for (const Value entry : map.children()) {
          if (!entry.is(Kind::list)) write_dependent(entry);
        }
      }
      writer_.end();
    }
  }

  void write_dependent(Value schema) {
    writer_.begin(Kind::list);
    writer_.string(schema.key().text());
    writer_.number(reached_.number_of(schema));
    writer_.end();
  }

  void write_unevaluated() {
    if (const Value items = of(Keyword::unevaluated_items)) {
      writer_.key(kFlatUnevaluatedItems);
      writer_.number(reached_.number_of(items));
    }
    if (const Value properties = of(Keyword::unevaluated_properties)) {
      writer_.key(kFlatUnevaluatedProperties);
      writer_.number(reached_.number_of(properties));
    }
  }

  SchemaRegistry& registry_;
  const ReachedSchemas& reached_;
  FlatWriter& writer_;
  Members members_{};  // of the schema at work
  Dialect dialect_;
};

void write_flat(SchemaRegistry& registry, const ReachedSchemas& reached, NormalisedSchema& out) {
  FlatWriter writer(out.flat);
  Lowering lowering(registry, reached, writer);
  writer.begin(Kind::map);
  writer.key("d");
  writer.begin(Kind::list);
  for (const NormalisedSchema::Node& node : out.nodes) {
    out.definitions.push_back(writer.next_node());
    lowering.write_schema(node.schema, node.dialect);
  }
  writer.end();
  writer.key(Keyword::all_of);
  writer.begin(Kind::list);
  for (std::uint32_t i = 0; i < out.nodes.size(); ++i) writer.ref(i);
  writer.end();
  writer.end();
}

}  // namespace

std::string_view flat_text(std::string_view text, std::string& room) {
  constexpr std::string_view kSpecial("\0\x01", 2);
  if (text.find_first_of(kSpecial) == std::string_view::npos) return text;
  room.clear();
  for (const char c : text) {
    if (c == '\0') {
      room += "\x01z";
    } else if (c == '\x01') {
      room += "\x01o";
    } else {
      room.push_back(c);
    }
  }
  return room;
}

std::string unflat_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\x01' || i + 1 == text.size()) {
      out.push_back(text[i]);
    } else {
      out.push_back(text[++i] == 'z' ? '\0' : '\x01');
    }
  }
  return out;
}

std::optional<NormalisedSchema> normalise(Value root, const SchemaOptions& options,
                                          std::vector<Diagnostic>& diagnostics) {
  if (!root) return std::nullopt;
  const std::size_t mistakes = diagnostics.size();
  SchemaRegistry registry(root, options, diagnostics);
  const ReachedSchemas reached = reach_schemas(registry, root);
  if (diagnostics.size() > mistakes) return std::nullopt;

  NormalisedSchema out;
  out.root = reached.number_of(root);
  for (const Value schema : reached.schemas) {
    const std::uint32_t resource = registry.resource_of(schema);
    out.nodes.push_back({schema, resource, registry.resources()[resource].dialect});
  }
  for (std::uint32_t i = 0; i < registry.resources().size(); ++i) {
    const SchemaResource& resource = registry.resources()[i];
    out.resources.push_back({resource.uri, resource.root});
    for (const auto& [anchor, schema] : resource.dynamic_anchors) {
      const std::uint32_t node = reached.number_of(schema);
      if (node != kNoSchema) out.dynamic_anchors.push_back({anchor, i, node});
    }
  }
  write_flat(registry, reached, out);
  if (diagnostics.size() > mistakes) return std::nullopt;
  return out;
}

}  // namespace proclint
