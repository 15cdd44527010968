#include "core/check/examples.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "core/check/lint.h"

namespace proclint {
namespace {

// What is wrong with the examples of a rule, whose findings are one for each "x" of a text, fixed
// by "y".
std::string run(std::string_view examples) {
  const std::string text = R"({"rules": {"no-x": {"summary": "s", "why": "w", "severity": "error",
    "then": "reading", "examples": )" +
                           std::string(examples) + "}}}";
  const JsonFile rules(text, "rules.json");
  Ruleset ruleset;
  std::vector<Diagnostic> findings;
  ruleset.add(rules.root(), words(), findings);
  const Lint lint = [](const Source& source, Form form, std::size_t) {
    std::vector<Diagnostic> out;
    for (std::uint32_t i = 0; i < source.text().size(); ++i) {
      if (source.text()[i] != 'x') continue;
      Diagnostic finding;
      finding.rule = "no-x";
      finding.span = {i, i + 1};
      finding.pointer = "/" + std::to_string(i);
      finding.message = "x in " + std::string(name(form));
      finding.fix = Fix{"write y", {{finding.span, "y"}}, Safety::wording};
      out.push_back(finding);
      finding.rule = "other";
      out.push_back(finding);
    }
    return out;
  };
  if (findings.empty()) run_examples(ruleset, 0, lint, {}, findings);
  std::string out;
  for (const Diagnostic& finding : findings) {
    if (!out.empty()) out += '\n';
    out += std::string(rules.source.slice(finding.span)) + " " + finding.message;
  }
  return out;
}

BOOST_AUTO_TEST_SUITE(examples)

BOOST_AUTO_TEST_CASE(examples_that_behave_are_silent) {
  BOOST_TEST(
      run(R"([{"bad": ["x"], "finds": ["/2: x in json"], "fixed": ["y"]}, {"good": "y"}])") == "");
}

BOOST_AUTO_TEST_CASE(the_text_of_a_page_is_read_as_a_page) {
  BOOST_TEST(run(R"([{"bad": {"page": "ax"}, "finds": ["/1: x in page"]}, {"good": "y"}])") == "");
}

BOOST_AUTO_TEST_CASE(a_text_may_hold_bytes_that_are_no_utf8) {
  BOOST_TEST(run(R"([{"bad": {"json": "\u00e9x", "encoding": "latin-1"},
                      "finds": ["/1: x in json"]}, {"good": "y"}])") == "");
  BOOST_TEST(run(R"([{"bad": {"json": "x", "encoding": "cp37"}, "finds": ["/0: x in json"]},
                     {"good": "y"}])") ==
             R"("cp37" the only encoding is "latin-1", for characters up to U+00FF)");
}

BOOST_AUTO_TEST_CASE(a_finding_that_is_not_listed_is_a_mistake) {
  BOOST_TEST(run(R"([{"bad": "xx", "finds": ["/1: x in json"]}, {"good": "y"}])") ==
             R"("finds" the bad example has one more finding: /2: x in json)");
  BOOST_TEST(run(R"([{"bad": "x", "finds": ["/1: x in json"]}, {"good": "ax"}])") ==
             R"("ax" the good example has a finding: /2: x in json)");
}

BOOST_AUTO_TEST_CASE(a_finding_that_does_not_come_is_a_mistake) {
  BOOST_TEST(run(R"([{"bad": "x", "finds": ["/1: x in json", "/2: x"]}, {"good": "y"}])") ==
             R"("/2: x" the bad example does not have this finding)");
}

BOOST_AUTO_TEST_CASE(another_finding_is_a_mistake) {
  BOOST_TEST(run(R"([{"bad": "x", "finds": ["/1: y"]}, {"good": "y"}])") ==
             R"("/1: y" the bad example has another finding: /1: x in json)");
}

BOOST_AUTO_TEST_CASE(a_finding_that_underlines_another_text_is_a_mistake) {
  BOOST_TEST(run(R"([{"bad": "ax", "finds": [{"finding": "/2: x in json", "span": "x"}]},
                     {"good": "y"}])") == "");
  BOOST_TEST(run(R"([{"bad": "ax", "finds": [{"finding": "/2: x in json", "span": "a"}]},
                     {"good": "y"}])") == R"("a" the finding underlines x)");
}

BOOST_AUTO_TEST_CASE(a_fix_that_does_not_mend_is_a_mistake) {
  BOOST_TEST(run(R"([{"bad": "x", "finds": ["/1: x in json"], "fixed": "z"}, {"good": "y"}])") ==
             R"("z" the fixed example reads: "y")");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
