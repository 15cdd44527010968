#include "core/check/message.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "core/check/lint.h"

namespace proclint {
namespace {

// The message about the node at /a/0 of a document.
std::string message(MessageTemplate text, Wording wording, std::string_view document) {
  const JsonFile file(document);
  const Value target = *file.root().find("a").children().begin();
  const SoughtWords sought;
  Sink sink(sought);
  sink.at(target, "own words").offer("digit", "7");
  return compose(text, sink.found().front(), "/a/0", wording);
}

std::string author(std::string_view text, std::string_view document = R"({"a": ["x"]})") {
  return message({text, {}}, Wording::author, document);
}

BOOST_AUTO_TEST_SUITE(messages)

BOOST_AUTO_TEST_CASE(gaps_are_filled_with_value_key_and_path) {
  BOOST_TEST(author("{value} in {key} at {path}") == "x in a at /a/0");
}

BOOST_AUTO_TEST_CASE(gaps_are_filled_with_what_the_function_offers) {
  BOOST_TEST(author("should be {digit}") == "should be 7");
}

BOOST_AUTO_TEST_CASE(a_gap_that_nobody_knows_stays) {
  BOOST_TEST(author("{nobody} {value}", R"({"a": [[]]})") == "{nobody} {value}");
}

BOOST_AUTO_TEST_CASE(a_filling_is_not_filled_again) {
  BOOST_TEST(author("{value}", R"({"a": ["{path}"]})") == "{path}");
}

BOOST_AUTO_TEST_CASE(a_long_value_is_cut_between_characters) {
  std::string text = R"({"a": [")";
  std::string expected;
  for (int i = 0; i < 60; ++i) expected += "é";
  text += expected + "é\"]}";
  BOOST_TEST(author("{value}", text) == expected + "…");
}

BOOST_AUTO_TEST_CASE(without_a_template_the_function_speaks) {
  BOOST_TEST(author("") == "own words");
}

BOOST_AUTO_TEST_CASE(the_engineer_is_told_the_pointer) {
  const auto* document = R"({"a": ["x"]})";
  BOOST_TEST(message({}, Wording::engineer, document) == "own words (/a/0)");
  BOOST_TEST(message({"bad", {}}, Wording::engineer, document) == "bad (/a/0)");
  BOOST_TEST(message({"bad", "{path} is bad"}, Wording::engineer, document) == "/a/0 is bad");
}

BOOST_AUTO_TEST_CASE(braces_belong_to_names) {
  BOOST_TEST(!find_template_error("{value} and {other-name}").has_value());
  BOOST_TEST(find_template_error("a {").value().offset == 2U);
  BOOST_TEST(find_template_error("a {b c}").value().offset == 2U);
  BOOST_TEST(find_template_error("a }").value().offset == 2U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
