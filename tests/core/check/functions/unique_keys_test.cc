#include <boost/test/unit_test.hpp>

#include <string>

#include "core/check/function_run.h"
#include "core/check/page_run.h"

namespace proclint {
namespace {

constexpr std::string_view kSections = R"({"within": "sections"})";
constexpr std::string_view kOtherMaps = R"({"within": "other-maps"})";

BOOST_AUTO_TEST_SUITE(unique_keys)

BOOST_AUTO_TEST_CASE(a_section_under_two_headings_names_the_first) {
  BOOST_TEST(
      on_page("unique-keys", "Risks\n\nPain.\n\nComplications:\n\nFever.\n", kSections) ==
      "5:1 [Complications:] the section \"Complications\" is already on line 1, as \"Risks\"; "
      "put both under one heading");
}

BOOST_AUTO_TEST_CASE(a_key_of_a_json_map_that_stands_twice_is_shown) {
  BOOST_TEST(
      run("unique-keys", kOtherMaps, R"({"a": {"b": 1, "b": 2}})") ==
      "/a/b [\"b\"] the key \"b\" is already on line 1; keep one of the two; [\"b\"] the first "
      "one");
}

BOOST_AUTO_TEST_CASE(each_of_the_two_looks_at_its_own_maps) {
  constexpr std::string_view kDocument =
      R"({"sections": {"risks": [], "risks": []}, "a": 1, "a": 2})";
  BOOST_TEST(
      run("unique-keys", kSections, kDocument) ==
      "/sections/risks [\"risks\"] the section \"risks\" is already on line 1; put both under "
      "one heading; [\"risks\"] the first of them");
  BOOST_TEST(
      run("unique-keys", kOtherMaps, kDocument) ==
      "/a [\"a\"] the key \"a\" is already on line 1; keep one of the two; [\"a\"] the first one");
}

BOOST_AUTO_TEST_CASE(escaped_keys_are_compared_as_they_are_meant) {
  BOOST_TEST(run("unique-keys", kOtherMaps, R"({"a": 1, "\u0061": 2})") != "");
}

BOOST_AUTO_TEST_CASE(great_maps_are_compared_as_well) {
  std::string document = "{";
  for (int i = 0; i < 100; ++i) document += "\"k" + std::to_string(i) + "\": 1, ";
  BOOST_TEST(run("unique-keys", kOtherMaps, document + "\"z\": 1}") == "");
  BOOST_TEST(run("unique-keys", kOtherMaps, document + "\"k7\": 1}").starts_with("/k7 [\"k7\"] "));
}

BOOST_AUTO_TEST_CASE(sections_that_are_a_list_have_no_keys) {
  std::string sections = "[0";
  for (int i = 0; i < 100; ++i) sections += ", 0";
  BOOST_TEST(run("unique-keys", kSections, R"({"sections": )" + sections + "]}") == "");
}

BOOST_AUTO_TEST_CASE(the_option_is_checked) {
  BOOST_TEST(run("unique-keys", "{}", "{}") == "the option \"within\" is missing");
  BOOST_TEST(run("unique-keys", R"({"within": "maps"})", "{}") ==
             "\"within\" is \"sections\" or \"other-maps\"");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
