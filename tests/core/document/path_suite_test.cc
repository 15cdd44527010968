// The compliance suite of RFC 9535.
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/document/document_sample.h"
#include "core/document/equal.h"
#include "core/document/normalized_path.h"
#include "core/document/path.h"

namespace proclint {
namespace {

// Values and normalized paths of what a path selects.
struct Selected {
  std::vector<Value> values;
  std::vector<std::string> paths;
};

Selected select(const Path& path, Value root) {
  Selected out;
  Positions positions;
  const bool is_complete = path.select(root, [&](Value match) {
    out.values.push_back(match);
    out.paths.push_back(normalized_path(match, positions));
  });
  BOOST_TEST(is_complete);
  return out;
}

bool are_values(Value expected, const Selected& selected) {
  if (expected.size() != selected.values.size()) return false;
  std::size_t i = 0;
  for (const Value each : expected.children()) {
    if (!is_equal(each, selected.values[i++])) return false;
  }
  return true;
}

bool are_paths(Value expected, const Selected& selected) {
  if (expected.size() != selected.paths.size()) return false;
  std::size_t i = 0;
  for (const Value each : expected.children()) {
    if (each.text() != selected.paths[i++]) return false;
  }
  return true;
}

// Where an order is free the suite lists every one, values and paths side by side.
bool is_expected(Value test, const Selected& selected) {
  if (const Value values = test.find("result")) {
    return are_values(values, selected) && are_paths(test.find("result_paths"), selected);
  }
  const auto paths = test.find("results_paths").children();
  auto path = paths.begin();
  for (const Value values : test.find("results").children()) {
    if (are_values(values, selected) && are_paths(*path, selected)) return true;
    ++path;
  }
  return false;
}

bool passes(const Sample& suite, Value test) {
  const auto path = Path::parse(test.find("selector").text());
  if (test.find("invalid_selector")) return std::holds_alternative<PathError>(path);
  if (!std::holds_alternative<Path>(path)) return false;
  const Sample document(suite.source.slice(test.find("document").span()));
  return is_expected(test, select(std::get<Path>(path), document.root()));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(path_suite)

BOOST_AUTO_TEST_CASE(the_compliance_suite_passes) {
  const char* const suites = std::getenv("PROCLINT_SUITES");
  if (suites == nullptr) {
    BOOST_TEST_MESSAGE("skipped: PROCLINT_SUITES is not set");
    return;
  }
  std::ifstream in(std::string(suites) + "/jsonpath/cts.json", std::ios::binary);
  const Sample suite(std::string(std::istreambuf_iterator<char>(in), {}));
  int run = 0;
  int passed = 0;
  for (const Value test : suite.root().find("tests").children()) {
    ++run;
    const bool is_right = passes(suite, test);
    if (is_right) ++passed;
    BOOST_TEST(is_right, test.find("name").text() << ": " << test.find("selector").text());
  }
  BOOST_TEST_MESSAGE(run << " run, " << passed << " passed");
  BOOST_TEST(passed >= 703);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint
