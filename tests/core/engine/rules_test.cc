// The rules that the programs carry: their examples are executed, each by what finds it in a run.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>

#include "core/engine/engine.h"
#include "core/engine/rule_examples.h"
#include "core/print/writer.h"
#include "core/read/reader.h"
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

// A clean document, but for its code and one section more.
std::string document_with(const std::string& code, const std::string& section) {
  std::string out = R"({"schemaVersion": "1.0", "id": "knee-drainage", "title": "Draining a knee",
  "codes": [{)" + (code.empty() ? R"("system": "cpt", "value": "20610")" : code) +
                    R"(}], "sections": {
  "summary": [{"text": "A doctor takes fluid out of the knee."}],
  "purpose": [{"text": "It takes away pressure."}],
  "indications": [{"text": "A knee that is swollen."}],
  "contraindications": [{"text": "An infected knee."}],
  "preparation": [{"text": "You can eat as usual."}],
  "procedure": [{"steps": ["The nurse cleans the skin.", "The doctor draws out the fluid."]}],
  "duration": [{"text": "About 20 minutes."}],
  "setting": [{"text": "A clinic."}],
  "personnel": [{"text": "A doctor and a nurse."}],
  "risks": [{"text": "A bruise is common."}],
  )" + section + R"(,
  "recovery": [{"text": "You can walk at once."}],
  "follow-up": [{"text": "Come back after a week."}],
  "alternatives": [{"text": "Rest."}]}})";
  return out;
}

// "rule pointer", sorted, a line each.
std::string rules_of(const std::string& text) {
  const Source source("knee-drainage.procedure.json", text);
  Document document;
  std::vector<std::string> lines;
  for (const Diagnostic& finding : engine().check(source, Form::json, plan(), document)) {
    lines.push_back(finding.rule + " " + finding.pointer + "\n");
  }
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

BOOST_AUTO_TEST_SUITE(rules)

BOOST_AUTO_TEST_CASE(the_examples_of_every_rule_behave) {
  BOOST_TEST(engine().ruleset().rules().size() >= 30U);
  for (const auto& file : plan().book->files) {
    for (const Diagnostic& mistake : run_file_examples(engine(), plan(), file->document).mistakes) {
      BOOST_ERROR(mistake.pointer << ": " << mistake.message);
    }
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
             "3:1-3:99 licensed-text\n"
             "5:1-5:5 code-system-unknown\n"
             "5:1-5:10 code-value-missing\n"
             "7:22-7:23 heading-style\n"
             "9:1-9:102 missing-required-section\n"
             "9:1-9:102 missing-required-section\n"
             "9:1-9:102 title-quality\n"
             "23:5-23:10 catch-all-item\n"
             "38:6-38:100 not-a-step\n"
             "59:5-59:37 compound-item\n"
             "66:30-66:37 glued-sentence\n"
             "66:104-66:105 list-punctuation\n"
             "87:88-87:160 trailing-sentence-in-last-item\n"
             "89:1-89:14 empty-section\n"
             "89:14-89:14 blank-lines\n");
}

BOOST_AUTO_TEST_CASE(a_misspelt_section_is_not_also_missing) {
  const std::string known = document_with("", R"("benefits": [{"text": "Less pain."}])");
  const std::string misspelt = document_with("", R"("benefit": [{"text": "Less pain."}])");
  BOOST_TEST(rules_of(known) == "");
  BOOST_TEST(rules_of(misspelt) == "schema-violation /sections/benefit\n");
  const std::string other = document_with("", R"("gains": [{"text": "Less pain."}])");
  BOOST_TEST(rules_of(other) ==
             "missing-required-section /sections/benefits\nschema-violation /sections/gains\n");
}

// A clean document in `form`, with `name` for its section about risks.
std::string with_risks_as(Form form, const std::string& name) {
  const std::string text = document_with("", R"("benefits": [{"text": "Less pain."}])");
  const Source source("knee-drainage.procedure.json", text);
  Document document;
  std::vector<Diagnostic> ignored;
  read_json(source, {}, document, ignored);
  WriteOptions options;
  options.headings = &plan().book->vocabulary.headings;
  std::string out;
  writer_for(form)->write(document, options, out, ignored);
  const bool has_headings = form == Form::page || form == Form::markdown;
  const std::string usual = has_headings ? "Risks and Complications" : "risks";
  return out.replace(out.find(usual), usual.size(), name);
}

// "severity rule: message", a line each.
std::string told(const std::string& text, Form form) {
  const Source source("knee-drainage.procedure", text);
  Document document;
  std::string out;
  for (const Diagnostic& finding : engine().check(source, form, plan(), document)) {
    out += std::string(name(finding.severity)) + " " + finding.rule + ": " + finding.message + "\n";
  }
  return out;
}

BOOST_AUTO_TEST_CASE(in_every_form_a_misspelt_section_is_one_error) {
  for (const Form form : {Form::json, Form::yaml}) {
    BOOST_TEST(told(with_risks_as(form, "riskss"), form) ==
               "error schema-violation: \"riskss\" is no name of a section; did you mean "
               "\"risks\"?\n");
  }
  for (const Form form : {Form::markdown, Form::page}) {
    BOOST_TEST(told(with_risks_as(form, "Riskss"), form) ==
               "error unknown-heading: the heading \"Riskss\" is not known; did you mean \"Risks "
               "and Complications\"?\n");
    BOOST_TEST(told(with_risks_as(form, "Fun Facts"), form)
                   .starts_with("error missing-required-section: "));
  }
}

BOOST_AUTO_TEST_CASE(what_nobody_sees_in_a_code_is_told_with_the_code) {
  const auto with_code = [](const std::string& code) {
    return rules_of(document_with(code, R"("benefits": [{"text": "Less pain."}])"));
  };
  BOOST_TEST(with_code(R"("system": "cpt", "value": "2061\u200b0")") ==
             "code-lookalike /codes/0/value\n");
  BOOST_TEST(with_code("\"system\": \"cpt\", \"value\": \"20610\u00a0\"") ==
             "code-lookalike /codes/0/value\n");
  BOOST_TEST(with_code(R"("system": "cpt", "value": "20610\u00a059")") ==
             "code-format /codes/0/value\n");
  BOOST_TEST(with_code(R"("system": "cpt\u00a0", "value": "20610")") ==
             "code-system-unknown /codes/0/system\n");
  BOOST_TEST(with_code(R"("system": "cpt", "value": "20610", "modifiers": ["5\u200b0"])") ==
             "code-format /codes/0/modifiers/0\n");
  BOOST_TEST(with_code(R"("system": "cpt", "value": "2061", "display": "Knee\u00a0tap")") ==
             "code-format /codes/0/value\ninvisible-character /codes/0/display\nschema-violation "
             "/codes/0/display\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
