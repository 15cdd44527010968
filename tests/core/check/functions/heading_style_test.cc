#include <boost/test/unit_test.hpp>

#include <string>

#include "core/check/page_run.h"

namespace proclint {
namespace {

std::string found(std::string_view page) { return on_page("heading-style", page); }

// A page with these headings and a paragraph under each.
std::string page_of(std::initializer_list<std::string_view> headings) {
  std::string out;
  for (const std::string_view heading : headings) out.append(heading).append("\n\nSome text.\n\n");
  return out;
}

BOOST_AUTO_TEST_SUITE(heading_style)

BOOST_AUTO_TEST_CASE(a_colon_that_no_other_heading_has_is_shown) {
  BOOST_TEST(
      found("Name of the Procedure:\n\nScan\n\nSummary\n\nA scan.\n") ==
      "1:22 [:] the heading \"Name of the Procedure:\" ends with \":\", but no other heading "
      "has one; remove it");
}

BOOST_AUTO_TEST_CASE(a_full_stop_is_shown_too) {
  BOOST_TEST(
      found(page_of({"Summary.", "Purpose", "Benefits"})) ==
      "1:8 [.] the heading \"Summary.\" ends with \".\", but no other heading has one; remove "
      "it");
}

BOOST_AUTO_TEST_CASE(without_a_clear_majority_each_mark_is_shown) {
  BOOST_TEST(
      found(page_of({"Summary:", "Purpose", "Benefits:"})) ==
      "1:8 [:] the heading \"Summary:\" ends with \":\", but not all headings do; remove it\n"
      "9:9 [:] the heading \"Benefits:\" ends with \":\", but not all headings do; remove it");
}

BOOST_AUTO_TEST_CASE(a_colon_at_every_heading_is_a_style_of_its_own) {
  BOOST_TEST(found(page_of({"Summary:", "Purpose:"})) == "");
  BOOST_TEST(found(page_of({"Summary:"})) == "");
}

BOOST_AUTO_TEST_CASE(where_three_of_four_have_a_colon_the_fourth_lacks_it) {
  const std::string page = page_of({"Summary:", "Purpose", "Benefits:", "Recovery:"});
  BOOST_TEST(
      found(page) ==
      "5:1 [Purpose] the heading \"Purpose\" does not end with \":\" as the others do; add it");
  BOOST_TEST(mended("heading-style", page) ==
             page_of({"Summary:", "Purpose:", "Benefits:", "Recovery:"}));
}

BOOST_AUTO_TEST_CASE(a_colon_before_a_value_on_the_line_is_right) {
  BOOST_TEST(found("Summary\n\nA scan.\n\nDuration: an hour\n\nBenefits\n\nSleep.\n") == "");
}

BOOST_AUTO_TEST_CASE(capitals_unlike_most_headings_are_shown) {
  const std::string page = page_of({"Procedure Description", "Risks and Complications",
                                    "Patient Experience", "Setting", "Similar codes"});
  BOOST_TEST(found(page) ==
             "17:1 [Similar codes] the heading \"Similar codes\" is not written with a capital for "
             "each word as most others are; write it like them");
  BOOST_TEST(found(mended("heading-style", page)) == "");
}

BOOST_AUTO_TEST_CASE(a_heading_all_in_capitals_is_shown) {
  BOOST_TEST(
      found(page_of({"Summary", "Purpose", "Benefits", "RECOVERY"})) ==
      "13:1 [RECOVERY] the heading \"RECOVERY\" is not written with a capital for each word as "
      "most others are; write it like them");
}

BOOST_AUTO_TEST_CASE(all_in_capitals_and_sentence_case_are_styles_too) {
  BOOST_TEST(found(page_of({"SUMMARY", "PURPOSE", "BENEFITS"})) == "");
  BOOST_TEST(found(page_of({"Summary", "Patient experience", "Similar codes"})) == "");
}

BOOST_AUTO_TEST_CASE(two_styles_of_equal_weight_are_left_alone) {
  BOOST_TEST(found(page_of({"Summary", "Patient experience", "Similar Codes"})) == "");
}

std::string levels(std::string_view text) {
  return found_in(Form::markdown, "heading-style", text);
}

BOOST_AUTO_TEST_CASE(headings_of_markdown_are_compared_too) {
  BOOST_TEST(levels("## Duration:\n\nA.\n\n## Setting\n\nB.\n") ==
             "1:12 [:] the heading \"Duration:\" ends with \":\", but no other heading has one; "
             "remove it");
}

BOOST_AUTO_TEST_CASE(a_level_that_is_left_out_is_shown) {
  BOOST_TEST(
      levels("## Risks\n\n#### At home\n\nA.\n") ==
      "3:6 [At home] the heading \"At home\" is of level 4, but the one above it of level 2; "
      "make it level 3");
  BOOST_TEST(levels("## Risks\n\n### At home\n\nA.\n\n#### Bed\n\n### Later\n") == "");
}

BOOST_AUTO_TEST_CASE(headings_that_stand_together_are_raised_together) {
  BOOST_TEST(mended_in(Form::markdown, "heading-style",
                       "## Risks\n\n#### At home\n\n##### Bed ###\n\n#### Later\n\n### Last\n") ==
             "## Risks\n\n### At home\n\n#### Bed ###\n\n### Later\n\n### Last\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
