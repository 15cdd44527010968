// The documents in sample-data are promises: the clean ones have no finding, each broken one has
// exactly those of the .expected file beside it, one a line: "line:column rule excerpt", the
// excerpt being the text that is underlined.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <set>

#include "core/engine/engine.h"
#include "core/engine/rule_examples.h"
#include "core/report/visible.h"

using namespace proclint;

namespace {

namespace fs = std::filesystem;

const fs::path kFolder = PROCLINT_PROJECT_DIR "/sample-data";

std::vector<fs::path> documents(const fs::path& folder, std::string_view kind = ".procedure.") {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.find(kind) != std::string::npos && !name.ends_with(".expected"))
      out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Engine& engine() {
  static const std::unique_ptr<Engine> kEngine = *Engine::create({});
  return *kEngine;
}

std::string findings(const fs::path& path) {
  Inputs inputs =
      collect_inputs(std::vector<std::string>{path.string()}, "", false, engine().configs());
  BOOST_REQUIRE(inputs.failures.empty());
  std::optional<Error> failure;
  const Plan* const plan = engine().plan(inputs.documents.front(), failure);
  BOOST_REQUIRE(plan != nullptr);
  Workspace workspace;
  const Checked checked = engine().check(inputs.documents.front(), *plan, workspace);
  BOOST_REQUIRE(!checked.failure);
  const Source source(path.native(), checked.text);
  std::string out;
  for (const Diagnostic& finding : checked.findings) {
    const Place place = source.place(finding.span.begin, Columns::codepoint);
    out += std::to_string(place.line) + ":" + std::to_string(place.column) + " " + finding.rule;
    if (!finding.span.empty()) out += " " + visible(source.slice(finding.span));
    out += "\n";
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sample_data)

BOOST_DATA_TEST_CASE(a_clean_document_has_no_finding,
                     boost::unit_test::data::make(documents(kFolder)), path) {
  BOOST_TEST(findings(path) == "");
}

BOOST_DATA_TEST_CASE(a_broken_document_has_exactly_the_findings_beside_it,
                     boost::unit_test::data::make(documents(kFolder / "broken")), path) {
  BOOST_TEST(findings(path) == read(path.string() + ".expected"));
}

BOOST_DATA_TEST_CASE(a_clean_runbook_has_no_finding,
                     boost::unit_test::data::make(documents(kFolder / "runbooks", ".runbook.")),
                     path) {
  BOOST_TEST(findings(path) == "");
}

BOOST_DATA_TEST_CASE(a_broken_runbook_has_exactly_the_findings_beside_it,
                     boost::unit_test::data::make(documents(kFolder / "runbooks/broken",
                                                            ".runbook.")),
                     path) {
  BOOST_TEST(findings(path) == read(path.string() + ".expected"));
}

BOOST_AUTO_TEST_CASE(the_rules_of_runbooks_do_what_their_examples_say) {
  const Config& config = **engine().configs().for_folder((kFolder / "runbooks").string());
  std::optional<Error> failure;
  const Input example{(kFolder / "runbooks/example").string(), &config, false};
  const Plan* const plan = engine().plan(example, failure);
  BOOST_REQUIRE(plan != nullptr);
  std::size_t examples = 0;
  for (const auto& file : plan->book->files) {
    if (file->path.starts_with("builtin:")) continue;
    const ExamplesRun run = run_file_examples(engine(), *plan, file->document);
    examples += run.examples;
    for (const Diagnostic& mistake : run.mistakes) BOOST_ERROR(mistake.message);
  }
  BOOST_TEST(examples >= 2U);
}

BOOST_AUTO_TEST_CASE(there_is_a_broken_document_for_each_rule) {
  std::string all;
  for (const fs::path& path : documents(kFolder / "broken"))
    all += read(path.string() + ".expected");
  for (const Rule& rule : engine().ruleset().rules()) {
    // These are about our own files and the size of a file, not about a document's content.
    static const std::set<std::string> kNotContent{"config-invalid", "ruleset-invalid",
                                                   "schema-invalid", "schema-suspect", "too-large"};
    if (kNotContent.contains(std::string(rule.id))) continue;
    BOOST_TEST(all.find(" " + std::string(rule.id)) != std::string::npos,
               "no broken document shows " << rule.id);
  }
}

BOOST_AUTO_TEST_SUITE_END()
