// The official JSON Schema test suite. PROCLINT_SUITES names the folder that holds json-schema/;
// without it nothing is run, and the test says so. Prints how many tests were run and passed, by
// draft and file.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

#include "core/check/schema_harness.h"
#include "core/document/pointer.h"

namespace proclint::test {
namespace {

namespace fs = std::filesystem;

struct Tally {
  int run = 0;
  int passed = 0;
};

std::string content(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

// remotes/ stands for http://localhost:1234/.
class Remotes {
 public:
  explicit Remotes(fs::path folder) : folder_(std::move(folder)) {}

  const Document* load(std::string_view uri) {
    constexpr std::string_view kPrefix = "http://localhost:1234/";
    if (!uri.starts_with(kPrefix)) return nullptr;
    const fs::path path = folder_ / uri.substr(kPrefix.size());
    if (!fs::is_regular_file(path)) return nullptr;
    auto& read = read_[std::string(uri)];
    if (!read) read = std::make_unique<Read>(content(path));
    return &read->document;
  }

 private:
  fs::path folder_;
  std::map<std::string, std::unique_ptr<Read>> read_;
};

class Runner {
 public:
  Runner(Remotes& remotes, Draft draft, bool assert_formats)
      : remotes_(remotes), draft_(draft), assert_formats_(assert_formats) {}

  // Runs one file; prints what fails.
  Tally run(const fs::path& path) {
    const Read file(content(path));
    Tally tally;
    for (const Value group : file.root().children()) run_group(path, group, tally);
    return tally;
  }

 private:
  static std::string text_of(Value value) {
    return std::string(value.document().source->slice(value.span()));
  }

  void run_group(const fs::path& path, Value group, Tally& tally) {
    const Read schema(text_of(group.find("schema")));
    SchemaOptions options;
    options.default_draft = draft_;
    options.assert_formats = assert_formats_;
    options.load = [this](std::string_view uri) { return remotes_.load(uri); };
    std::vector<Diagnostic> mistakes;
    const auto compiled = compile(schema.document, mistakes, options);
    for (const Value test : group.find("tests").children()) {
      ++tally.run;
      const Read data(text_of(test.find("data")));
      const bool expected = test.find("valid").text() == "true";
      std::string problem;
      if (!compiled) {
        problem = "no schema: " + lines(schema.source, mistakes);
      } else {
        problem = run_test(*compiled, data, expected);
      }
      if (problem.empty()) {
        ++tally.passed;
      } else {
        std::cout << "  failed: " << path.filename().string() << ": "
                  << group.find("description").text() << ": " << test.find("description").text()
                  << ": " << problem << '\n';
      }
    }
  }

  // Both passes must agree, and no "invalid" without a finding.
  static std::string run_test(const Schema& schema, const Read& data, bool expected) {
    const bool accepts = schema.accepts(data.root());
    std::vector<Diagnostic> found;
    schema.check(data.root(), {}, Wording::author, found);
    if (accepts != found.empty()) return "the two passes disagree";
    if (accepts == expected) return "";
    return expected ? "refused: " + lines(data.source, found) : "accepted";
  }

  Remotes& remotes_;
  Draft draft_;
  bool assert_formats_;
};

struct Suite {
  std::string_view folder;
  Draft draft;
  int required;
};
constexpr std::array<Suite, 5> kSuites{{{"draft4", Draft::draft4, 618},
                                        {"draft6", Draft::draft6, 839},
                                        {"draft7", Draft::draft7, 927},
                                        {"draft2019-09", Draft::draft2019, 1259},
                                        {"draft2020-12", Draft::draft2020, 1299}}};

std::vector<fs::path> files(const fs::path& folder) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

// The folder of the suite; empty if the tests are to be skipped.
fs::path suite_folder() {
  const char* suites = std::getenv("PROCLINT_SUITES");
  if (suites != nullptr) return fs::path(suites) / "json-schema";
  std::cout << "skipped: PROCLINT_SUITES is not set\n";
  return {};
}

Tally run_folder(const fs::path& root, const Suite& suite, const std::string& part,
                 bool assert_formats) {
  Remotes remotes(root / "remotes");
  Runner runner(remotes, suite.draft, assert_formats);
  Tally sum;
  for (const fs::path& path : files(root / "tests" / suite.folder / part)) {
    if (path.filename() == "content.json" && part == "optional") continue;  // annotations
    const Tally tally = runner.run(path);
    std::cout << suite.folder << '/' << part << (part.empty() ? "" : "/")
              << path.filename().string() << ": " << tally.passed << " of " << tally.run << '\n';
    sum.run += tally.run;
    sum.passed += tally.passed;
  }
  std::cout << suite.folder << '/' << part << ": " << sum.passed << " of " << sum.run
            << " tests passed\n";
  return sum;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(schema_suite_suite)

BOOST_AUTO_TEST_CASE(every_required_test_of_five_drafts_passes) {
  const fs::path root = suite_folder();
  if (root.empty()) return;
  for (const Suite& suite : kSuites) {
    const Tally tally = run_folder(root, suite, "", false);
    BOOST_TEST(tally.passed == tally.run);
    BOOST_TEST(tally.run >= suite.required);
  }
}

BOOST_AUTO_TEST_CASE(optional_tests_pass) {
  const fs::path root = suite_folder();
  if (root.empty()) return;
  for (const Suite& suite : kSuites) {
    const Tally tally = run_folder(root, suite, "optional", false);
    BOOST_TEST(tally.passed == tally.run);
  }
}

BOOST_AUTO_TEST_CASE(formats_are_checked_on_request) {
  const fs::path root = suite_folder();
  if (root.empty()) return;
  for (const Suite& suite : kSuites) {
    const Tally tally = run_folder(root, suite, "optional/format", true);
    BOOST_TEST(tally.passed * 100 >= tally.run * 97);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint::test
