#include <boost/test/unit_test.hpp>
#include <string>

#include "core/check/lint.h"

namespace proclint {
namespace {

std::string sections(std::string_view document) {
  return lint(R"("given": "$.sections", "then": {"required": {"keys": {
                 "risks": {"severity": "error", "hint": "what can go wrong"},
                 "x-facts": "warning"}}})",
              document);
}

std::string option_mistake(std::string_view options) {
  return lint(R"("given": "$", "then": {"required": )" + std::string(options) + "}", "1");
}

BOOST_AUTO_TEST_SUITE(required)

BOOST_AUTO_TEST_CASE(each_absent_key_is_a_finding_at_the_title) {
  BOOST_TEST(
      sections(R"({"sections": {}, "title": "Knee"})") ==
      "1:27 error /sections/risks the section \"Risks and Complications\" is missing; add it "
      "and say what can go wrong\n"
      "1:27 warning /sections/x-facts \"x-facts\" is missing; add it");
}

BOOST_AUTO_TEST_CASE(without_a_title_it_is_shown_at_the_beginning) {
  BOOST_TEST(sections(R"( {"sections": {"risks": []}})") ==
             "1:2 warning /sections/x-facts \"x-facts\" is missing; add it");
}

BOOST_AUTO_TEST_CASE(nothing_is_found_when_all_are_there) {
  BOOST_TEST(sections(R"({"sections": {"x-facts": [], "risks": []}})") == "");
}

BOOST_AUTO_TEST_CASE(another_kind_than_a_map_is_a_matter_of_the_schema) {
  BOOST_TEST(sections(R"({"sections": []})") == "");
}

BOOST_AUTO_TEST_CASE(its_options_are_checked) {
  BOOST_TEST(option_mistake("{}").ends_with(R"(name the keys that are required: "keys")"));
  BOOST_TEST(option_mistake("null").ends_with(R"(name the keys that are required: "keys")"));
  BOOST_TEST(option_mistake(R"({"names": {}})").ends_with(R"(no option "names"; there are keys)"));
  BOOST_TEST(
      option_mistake(R"({"keys": {"a": "off"}})")
          .ends_with(R"(a key is given "error", "warning" or "info", or {"severity", "hint"})"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
