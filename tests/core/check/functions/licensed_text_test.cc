#include <boost/test/unit_test.hpp>

#include "core/check/function_run.h"

using namespace proclint;

namespace {

std::string licensed(std::string_view document) {
  return run("licensed-text", R"({"systems": ["cpt", "cdt"]})", document);
}

constexpr std::string_view kCpt = R"("codes": [{"system": "cpt", "value": "36415"}])";

std::string with_cpt(std::string_view members) {
  return licensed("{" + std::string(kCpt) + ", " + std::string(members) + "}");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(licensed_text_function)

BOOST_AUTO_TEST_CASE(a_descriptor_needs_a_notice) {
  BOOST_TEST(with_cpt(R"("descriptor": {"text": "Taking of blood"})") ==
             "/descriptor/text [\"Taking of blood\"] this descriptor of CPT has no rights notice; "
             "add the notice that its owner asks for, or say it in your own words");
  BOOST_TEST(with_cpt(R"("descriptor": {"text": "Taking of blood", "rights": " "})") != "");
  BOOST_TEST(with_cpt(R"("descriptor": {"text": "Taking of blood", "rights": "AMA 2026"})") == "");
}

BOOST_AUTO_TEST_CASE(a_notice_elsewhere_counts) {
  BOOST_TEST(with_cpt(R"("descriptor": {"text": "Taking of blood"},
                         "provenance": {"license": "CPT copyright AMA"})")
                 .empty());
}

BOOST_AUTO_TEST_CASE(other_systems_are_free) {
  BOOST_TEST(licensed(R"({"codes": [{"system": "hcpcs", "value": "G0008"}],
                          "descriptor": {"text": "Giving of a vaccine"}})") == "");
  BOOST_TEST(with_cpt(R"("descriptor": {"text": "Giving of a vaccine", "system": "hcpcs"})") == "");
  BOOST_TEST(licensed(R"({"codes": [{"system": "hcpcs", "value": "G0008"}],
                          "descriptor": {"text": "A filling", "system": "CDT"}})") != "");
}

BOOST_AUTO_TEST_CASE(a_category_or_a_misspelt_name_is_licensed_too) {
  for (const std::string_view name : {"cpt3", "CPT4", "Current Procedural Terminology"}) {
    BOOST_TEST(licensed(R"({"codes": [{"system": ")" + std::string(name) +
                        R"(", "value": "0042T"}], "descriptor": {"text": "A thing"}})") != "");
  }
}

BOOST_AUTO_TEST_CASE(a_block_with_the_same_text_is_shown) {
  BOOST_TEST(with_cpt(R"("descriptor": {"text": "Taking of blood"},
      "sections": {"summary": [{"text": "Taking  of blood"}, {"items": ["x"]}]})")
                 .ends_with("; [\"Taking  of blood\"] the same text"));
}

BOOST_AUTO_TEST_CASE(a_title_in_the_style_of_a_code_book_is_suspect) {
  constexpr std::string_view kMessage =
      "this reads like a descriptor of CPT, which belongs to its owner; say it in your own words, "
      "or give it as the descriptor with its rights notice";
  BOOST_TEST(with_cpt(R"("title": "Removal of wart(s); single")") ==
             "/title [\"Removal of wart(s); single\"] " + std::string(kMessage));
  BOOST_TEST(with_cpt(R"x("title": "Removal; skin (eg, wart)")x").ends_with(kMessage));
  BOOST_TEST(with_cpt(R"("sections": {"summary": [{"text": "Removal of wart(s); single"}]})") ==
             "/sections/summary/0/text [\"Removal of wart(s); single\"] " + std::string(kMessage));
  BOOST_TEST(with_cpt(R"x("title": "Removal of wart(s)")x") == "");
  BOOST_TEST(with_cpt(R"x("title": "Removal (eg, by knife)")x") == "");
  BOOST_TEST(licensed(R"({"title": "Removal of wart(s); single"})") == "");
}

BOOST_AUTO_TEST_CASE(the_option_is_checked) {
  BOOST_TEST(run("licensed-text", R"({"systems": ["xyz"]})", "{}") ==
             "this is no code system that is known");
  BOOST_TEST(run("licensed-text", R"({"system": []})", "{}") != "");
}

BOOST_AUTO_TEST_SUITE_END()
