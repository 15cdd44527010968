#include "core/check/schema_lint.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "core/check/schema_known.h"
#include "core/check/schema_matcher.h"
#include "core/check/schema_nearest.h"
#include "core/check/schema_reach.h"
#include "core/check/schema_registry.h"
#include "core/check/schema_words.h"
#include "core/document/positions.h"

namespace proclint {
namespace {

bool is_string(Value value) { return value && value.is(Kind::string); }

// Whether the keyword keeps schemas that mean nothing until something refers to them.
bool is_store(std::string_view keyword) { return keyword == "definitions" || keyword == "$defs"; }

// Looks at every known schema position of one schema, whether or not a document is checked against
// it.
class Linter {
 public:
  // `diagnostics` holds what compile() found.
  Linter(Value root, const SchemaOptions& options, std::vector<Diagnostic>& diagnostics)
      : root_(root),
        diagnostics_(diagnostics),
        registry_(root, options, echoes_),
        reached_(reach_schemas(registry_, root)) {
    for (const Diagnostic& known : diagnostics) is_new(known);
    for (const Value schema : reached_.schemas) {
      if (&schema.document() == &root_.document()) reached_ids_.push_back(schema.id());
    }
    std::sort(reached_ids_.begin(), reached_ids_.end());
  }

  void run() {
    // What compile() did not come to because it stopped at mistakes.
    take_echoes("schema-invalid", Severity::error);
    const bool is_standard = walk({root_, true});
    // Those that stand where no keyword expects them, and are referred to.
    for (const NodeId id : reached_ids_) walk({Value(root_.document(), id), is_standard});
    take_echoes("schema-suspect", Severity::warning);
    report_anchors();
    // A reference that leads to nothing most likely means the definition that nothing refers to.
    if (!has_errors()) report_unused();
    report_equal_keys();
  }

 private:
  struct Pending {
    Value schema;
    bool is_standard;  // false below a meta-schema of somebody's own, which may have more keywords
  };

  // Whether nothing was reported of that place yet. What is about other files has no place.
  bool is_new(const Diagnostic& diagnostic) {
    const Span span = diagnostic.span;
    return told_.emplace(span.begin, span.end, span.end == 0 ? diagnostic.message : "").second;
  }

  void report(Diagnostic finding) {
    if (is_new(finding)) diagnostics_.push_back(std::move(finding));
  }

  void suspect(Value at, std::string message, std::string_view keyword) {
    Diagnostic out;
    out.rule = "schema-suspect";
    out.severity = Severity::warning;
    out.span = at.place();
    out.pointer = positions_.pointer_of(at);
    out.keyword = keyword;
    out.message = std::move(message);
    report(std::move(out));
  }

  void take_echoes(std::string_view rule, Severity severity) {
    for (Diagnostic& echo : echoes_) {
      echo.rule = rule;
      echo.severity = severity;
      report(std::move(echo));
    }
    echoes_.clear();
  }

  // Whether the first schema's dialect is a standard one.
  bool walk(Pending first) {
    bool is_first_standard = true;
    std::vector<Pending> pending{first};
    while (!pending.empty()) {
      Pending next = pending.back();
      pending.pop_back();
      if (!next.schema.is(Kind::map) || !visited_.insert(next.schema.id()).second) continue;
      if (const Value dialect = next.schema.find("$schema"); is_string(dialect)) {
        next.is_standard = standard_dialect(dialect.text()).has_value();
      }
      if (next.schema == first.schema) is_first_standard = next.is_standard;
      visit(next, pending);
    }
    return is_first_standard;
  }

  void visit(const Pending& at, std::vector<Pending>& pending) {
    const Value schema = at.schema;
    const Draft draft = registry_.dialect_of(schema).draft;
    const Value reference = schema.find("$ref");
    const bool is_hidden = ref_hides_siblings(draft) && is_string(reference);
    const bool is_reached = reached_.numbers.contains(&schema.node());
    if (!is_reached) look_at_references(schema);
    if (!is_hidden) look_at_patterns(schema, is_reached);
    if (!is_hidden) take_anchors(schema, draft);
    for (const Value member : schema.children()) {
      if (at.is_standard) look_at_keyword(member, draft);
      if (is_hidden && member != reference) look_at_hidden(member, draft);
      const Applicator* const applicator = find_applicator(member.key().text(), draft);
      if (applicator == nullptr) continue;
      const bool is_one = applicator->holds == Holds::schema ||
                          (applicator->holds == Holds::schema_or_list && !member.is(Kind::list));
      if (is_one) pending.push_back({member, at.is_standard});
      if (is_one) continue;
      for (const Value child : member.children()) pending.push_back({child, at.is_standard});
      if (is_store(applicator->keyword)) take_unused(member);
    }
  }

  void look_at_keyword(Value member, Draft draft) {
    const std::string_view name = member.key().text();
    const KnownKeyword* const known = known_keyword(name);
    if (name.starts_with("x-") || (known != nullptr && known->is_in(draft))) return;
    std::string message = in_quotes(name) + " is no keyword of " + std::string(label(draft)) +
                          " and means nothing there";
    const std::string_view meant =
        known != nullptr && known->from > draft ? "" : nearest(name, keywords_of(draft));
    if (known != nullptr && known->from > draft) {
      message.append("; it came with ").append(label(known->from));
    } else if (!meant.empty()) {
      message.append("; did you mean ").append(in_quotes(meant)).append("?");
    } else if (known != nullptr) {
      message.append("; it was last in ").append(label(known->to));
    } else {
      message += "; begin words of your own with \"x-\"";
    }
    suspect(member.key(), std::move(message), name);
  }

  void look_at_hidden(Value member, Draft draft) {
    const std::string_view name = member.key().text();
    const KnownKeyword* const known = known_keyword(name);
    if (known == nullptr || !known->is_in(draft)) return;
    if (!known->is_assertion && name != id_keyword(draft)) return;
    suspect(member.key(),
            in_quotes(name) + " stands beside \"$ref\", where " + std::string(label(draft)) +
                " ignores it; write the reference as \"allOf\": [{ \"$ref\": ... }]",
            name);
  }

  // compile() follows the references of reached schemas only.
  void look_at_references(Value schema) {
    for (const char* const keyword : {"$ref", "$dynamicRef"}) {
      const Value reference = schema.find(keyword);
      if (is_string(reference)) (void)registry_.resolve(schema, reference);
    }
  }

  void look_at_patterns(Value schema, bool is_reached) {
    if (const Value pattern = schema.find("pattern"); is_string(pattern)) {
      look_at_pattern(pattern, is_reached);
    }
    const Value patterns = schema.find("patternProperties");
    if (!patterns || !patterns.is(Kind::map)) return;
    for (const Value child : patterns.children()) look_at_pattern(child.key(), is_reached);
  }

  void look_at_pattern(Value pattern, bool is_reached) {
    const Result<Matcher> matcher = Matcher::parse(pattern.text());
    if (matcher) return;
    suspect(pattern, "the pattern cannot be read: " + matcher.error().message, "pattern");
    Diagnostic& last = diagnostics_.back();
    if (!is_reached || last.span != pattern.place()) return;
    last.rule = "schema-invalid";
    last.severity = Severity::error;
  }

  void take_anchors(Value schema, Draft draft) {
    const auto take = [&](std::string_view keyword) {
      const Value anchor = schema.find(keyword);
      if (!is_string(anchor)) return;
      std::string_view name = anchor.text();
      if (draft < Draft::draft2019 && !name.starts_with('#')) return;  // an id, not an anchor
      if (draft < Draft::draft2019) name.remove_prefix(1);
      anchors_[{registry_.resource_of(schema), name}].push_back(anchor);
    };
    if (draft < Draft::draft2019) return take(id_keyword(draft));
    take("$anchor");
    if (draft == Draft::draft2020) take("$dynamicAnchor");
  }

  void report_anchors() {
    for (auto& [anchor, places] : anchors_) {
      std::sort(places.begin(), places.end(), [](Value a, Value b) { return a.id() < b.id(); });
      for (std::size_t i = 1; i < places.size(); ++i) {
        if (places[i].parent() == places[0].parent()) continue;
        suspect(places[i],
                "the anchor " + in_quotes(anchor.second) + " names another schema already",
                places[i].key().text());
      }
    }
  }

  bool has_errors() const {
    return std::any_of(diagnostics_.begin(), diagnostics_.end(), [](const Diagnostic& finding) {
      return finding.severity == Severity::error;
    });
  }

  void take_unused(Value definitions) {
    if (!definitions.is(Kind::map)) return;
    for (const Value definition : definitions.children()) {
      const auto at = std::lower_bound(reached_ids_.begin(), reached_ids_.end(), definition.id());
      if (at == reached_ids_.end() || *at >= definition.node().next) {
        unused_.push_back(definition);
      }
    }
  }

  void report_unused() {
    // A schema that says nothing itself is kept for what is in it.
    const auto children = root_.children();
    const bool says_something = std::any_of(children.begin(), children.end(), [](Value member) {
      const KnownKeyword* const known = member.key() ? known_keyword(member.key().text()) : nullptr;
      return known != nullptr && known->is_assertion;
    });
    if (!says_something) return;
    std::sort(unused_.begin(), unused_.end(), [](Value a, Value b) { return a.id() < b.id(); });
    NodeId end = 0;
    for (const Value definition : unused_) {
      if (definition.id() < end) continue;  // a part of one that is reported
      end = definition.node().next;
      suspect(definition.key(),
              "nothing refers to the definition " + in_quotes(definition.key().text()) +
                  "; refer to it or take it out",
              definition.parent().key().text());
    }
  }

  void report_equal_keys() {
    std::unordered_set<std::string_view> names;
    for (NodeId id = root_.id(); id < root_.node().next; ++id) {
      const Value map(root_.document(), id);
      if (!map.is(Kind::map)) continue;
      names.clear();
      for (const Value member : map.children()) {
        if (names.insert(member.key().text()).second) continue;
        suspect(member.key(),
                in_quotes(member.key().text()) + " is written twice here, and programs differ in " +
                    "which they take; keep one",
                {});
      }
    }
  }

  Value root_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<Diagnostic> echoes_;  // what the registry says, most of it told by compile() already
  SchemaRegistry registry_;
  ReachedSchemas reached_;
  std::vector<NodeId> reached_ids_;  // those of the root's document, sorted
  Positions positions_;
  std::unordered_set<NodeId> visited_;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>> told_;
  std::map<std::pair<std::uint32_t, std::string_view>, std::vector<Value>> anchors_;
  std::vector<Value> unused_;
};

}  // namespace

void lint_schema(Value root, const SchemaOptions& options, std::vector<Diagnostic>& diagnostics) {
  if (!root) return;
  std::vector<Diagnostic> found;
  (void)Schema::compile(root, found, options);
  Linter(root, options, found).run();
  std::stable_sort(found.begin(), found.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.span.begin, a.span.end) < std::tie(b.span.begin, b.span.end);
  });
  diagnostics.insert(diagnostics.end(), std::make_move_iterator(found.begin()),
                     std::make_move_iterator(found.end()));
}

}  // namespace proclint
