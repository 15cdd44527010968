#include "core/engine/rule_examples.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/check/examples.h"
#include "core/check/schema_lint.h"
#include "core/engine/meta_schemas.h"
#include "core/print/json.h"

namespace proclint {
namespace {

// What is wrong with a file of ours that stands as an example of the rule `id`; false if the rule
// is not about our files.
bool check_our_file(std::string_view id, const Document& document, const Rulebook& book,
                    std::vector<Diagnostic>& out) {
  const Value root = Value::root(document);
  if (id == "ruleset-invalid") {
    Ruleset ruleset;
    ruleset.add(root, book.vocabulary, out);
  } else if (id == "config-invalid") {
    Settings settings = book.ruleset.defaults();
    book.ruleset.configure(root.find("rules"), book.vocabulary, settings, out);
  } else if (id == "schema-invalid") {
    SchemaOptions options;
    options.load = standard_meta_schema;
    (void)Schema::compile(Value::root(document), out, options);
  } else if (id == "schema-suspect") {
    lint_schema(Value::root(document), {}, out);
  } else {
    return false;
  }
  return true;
}

// The rule at `index` as its file has it, and all others off.
Settings alone(const Ruleset& ruleset, std::size_t index) {
  Settings out;
  out.severities.resize(ruleset.rules().size());
  out.severities[index] = ruleset.rules()[index].severity.value_or(Severity::error);
  out.raised.resize(ruleset.rules().size());
  out.rebound.resize(ruleset.rules().size());
  return out;
}

}  // namespace

ExamplesRun run_file_examples(const Engine& engine, const Plan& plan, const Document& file) {
  ExamplesRun out;
  const Ruleset& ruleset = plan.book->ruleset;
  const Surroundings surroundings{engine.today(), nullptr};
  for (std::size_t i = 0; i < ruleset.rules().size(); ++i) {
    const Rule& rule = ruleset.rules()[i];
    if (&rule.entry.document() != &file) continue;
    ++out.rules;
    // The size is looked at where files are read: an example of that size would not fit here.
    if (rule.id == "too-large") continue;
    out.examples += rule.entry.find("examples").size();
    Settings settings = alone(ruleset, i);
    settings.surroundings = &surroundings;
    const AppliedRules only(ruleset, std::move(settings));
    const Plan with_rule{plan.schema, plan.schemas, &only, plan.book};
    const Lint lint = [&](const Source& source, Form form, std::size_t) {
      Document document;
      std::vector<Diagnostic> findings = engine.check(source, form, with_rule, document);
      for (const Diagnostic& finding : findings) {
        if (finding.fix && finding.rule == rule.id) out.fixes[rule.id].insert(finding.fix->safety);
      }
      std::vector<Diagnostic> own;
      return check_our_file(rule.id, document, *plan.book, own) ? own : findings;
    };
    run_examples(
        ruleset, i, lint, [](Value value, std::string& text) { write_json(value, text); },
        out.mistakes);
  }
  std::stable_sort(
      out.mistakes.begin(), out.mistakes.end(),
      [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
  return out;
}

}  // namespace proclint
