#include <boost/test/unit_test.hpp>

#include <string>

#include "core/check/page_run.h"

namespace proclint {
namespace {

std::string found(std::string_view page) { return on_page("heading-variant", page); }

BOOST_AUTO_TEST_SUITE(heading_variant)

BOOST_AUTO_TEST_CASE(an_alias_and_a_misspelling_are_reported_without_the_final_mark) {
  BOOST_TEST(
      found("Risk and Complication:\n\nPain.\n\nAftercare\n\nRest.\n\nBenifits\n\nSleep.\n") ==
      "1:1 [Risk and Complication] the heading \"Risk and Complication\" is written \"Risks "
      "and Complications\" elsewhere; use the usual words\n"
      "5:1 [Aftercare] the heading \"Aftercare\" is written \"Recovery\" elsewhere; use the "
      "usual words\n"
      "9:1 [Benifits] the heading \"Benifits\" is written \"Benefits\" elsewhere; use the "
      "usual words");
}

BOOST_AUTO_TEST_CASE(an_ampersand_is_a_variant) {
  BOOST_TEST(found("Risks & Complications\n\nPain.\n") != "");
}

BOOST_AUTO_TEST_CASE(the_heading_above_the_title_is_checked_too) {
  BOOST_TEST(found("Procedure Name\n\nScan\n") ==
             "1:1 [Procedure Name] the heading \"Procedure Name\" is written \"Name of the "
             "Procedure\" elsewhere; use the usual words");
}

BOOST_AUTO_TEST_CASE(canonical_words_in_any_case_and_with_any_mark_are_none) {
  BOOST_TEST(found("RISKS AND COMPLICATIONS:\n\nPain.\n\nsimilar codes.\n") == "");
}

BOOST_AUTO_TEST_CASE(an_unknown_heading_is_none) {
  BOOST_TEST(found("Risks and Complications\n\n- a\n\nFun facts\n\nIt is old.\n") == "");
}

BOOST_AUTO_TEST_CASE(the_fix_writes_the_usual_words) {
  BOOST_TEST(mended("heading-variant", "Side effects:\n\nPain.\n") ==
             "Risks and Complications:\n\nPain.\n");
}

BOOST_AUTO_TEST_CASE(it_has_no_options) {
  BOOST_TEST(on_page("heading-variant", "Risks\n", R"({"max": 1})") ==
             "there is no option \"max\"; there are none");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
