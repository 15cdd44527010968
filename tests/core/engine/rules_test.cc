// The rules that the programs carry: their examples are executed, each by what finds it in a run.
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>

#include "core/check/examples.h"
#include "core/check/schema_lint.h"
#include "core/engine/engine.h"
#include "core/engine/meta_schemas.h"
#include "core/engine/our_file.h"
#include "core/source/file.h"

namespace proclint {
namespace {

Engine& engine() {
  static const std::unique_ptr<Engine> kEngine = [] {
    EngineOptions options;
    options.documentation = Documentation::present;
    return *Engine::create(options);
  }();
  return *kEngine;
}

const Plan& plan() {
  static const Plan* const kPlan = [] {
    const Config& config = **engine().configs().for_folder("/");
    std::optional<Error> failure;
    return engine().plan({"example", &config, false}, failure);
  }();
  return *kPlan;
}

// What is found in an example of the rule: as a document, or as the file of ours that the rule is
// about.
std::vector<Diagnostic> lint(const Source& source, Form form, std::size_t rule) {
  const std::string_view id = engine().ruleset().rules()[rule].id;
  Document document;
  std::vector<Diagnostic> findings = engine().check(source, form, plan(), document);
  if (id != "ruleset-invalid" && id != "config-invalid" && id != "schema-invalid" &&
      id != "schema-suspect") {
    return findings;
  }
  findings.clear();
  const Value root = Value::root(document);
  Ruleset ruleset;
  Settings settings = engine().ruleset().defaults();
  if (id == "ruleset-invalid") ruleset.add(root, engine().vocabulary(), findings);
  if (id == "schema-invalid") {
    SchemaOptions options;
    options.load = standard_meta_schema;
    (void)Schema::compile(document, findings, options);
  }
  if (id == "schema-suspect") lint_schema(document, {}, findings);
  if (id == "config-invalid") {
    engine().ruleset().configure(root.find("rules"), engine().vocabulary(), settings, findings);
  }
  return findings;
}

std::string print(const Source& source, const std::vector<Diagnostic>& findings) {
  std::string out;
  for (const Diagnostic& finding : findings) {
    const Place begin = source.place(finding.span.begin, Columns::codepoint);
    const Place end = source.place(finding.span.end, Columns::codepoint);
    out += std::to_string(begin.line) + ":" + std::to_string(begin.column) + "-" +
           std::to_string(end.line) + ":" + std::to_string(end.column) + " " + finding.rule + "\n";
  }
  return out;
}

BOOST_AUTO_TEST_SUITE(rules)

BOOST_AUTO_TEST_CASE(the_examples_of_every_rule_behave) {
  const Ruleset& ruleset = engine().ruleset();
  BOOST_TEST(ruleset.rules().size() >= 30U);
  std::vector<Diagnostic> mistakes;
  for (std::size_t i = 0; i < ruleset.rules().size(); ++i) {
    // The size is looked at where files are read; an example of that size would not fit here.
    if (ruleset.rules()[i].id != "too-large") run_examples(ruleset, i, lint, mistakes);
  }
  for (const Diagnostic& mistake : mistakes) {
    const Source& file = *ruleset.rules().front().entry.document().source;
    BOOST_ERROR(file.place(mistake.span.begin, Columns::codepoint).line << ": " << mistake.message);
  }
}

BOOST_AUTO_TEST_CASE(the_real_page_has_its_findings_and_no_other) {
  const char* const suites = std::getenv("PROCLINT_SUITES");
  if (suites == nullptr) {
    BOOST_TEST_MESSAGE("skipped: PROCLINT_SUITES is not set");
    return;
  }
  std::string text;
  const std::string path =
      (std::filesystem::path(suites).parent_path() / "domain/page.txt").string();
  BOOST_REQUIRE(read_file(path, 1U << 20U, text));
  const Source source("page.txt", text);
  Document document;
  BOOST_TEST(print(source, engine().check(source, Form::page, plan(), document)) ==
             "1:1-1:25 boilerplate-line\n"
             "5:1-5:5 code-system-unknown\n"
             "5:1-5:10 code-value-missing\n"
             "7:22-7:23 heading-style\n"
             "9:1-9:102 missing-required-section\n"
             "9:1-9:102 missing-required-section\n"
             "9:1-9:102 title-quality\n"
             "66:104-66:105 list-punctuation\n"
             "89:1-89:14 empty-section\n"
             "89:14-89:14 blank-lines\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
