#include <boost/test/unit_test.hpp>

#include <string>

#include "core/check/page_run.h"

namespace proclint {
namespace {

std::string found(std::string_view page) { return on_page("boilerplate", page); }

BOOST_AUTO_TEST_SUITE(boilerplate_line)

BOOST_AUTO_TEST_CASE(a_line_above_the_descriptor_is_navigation) {
  BOOST_TEST(found("Codes of the week\n\nTaking blood\n\nCPT code 1\n\nRisks\n") ==
             "1:1 [Codes of the week] \"Codes of the week\" stands above the procedure, where only "
             "its description and codes belong; remove it");
}

BOOST_AUTO_TEST_CASE(a_line_before_the_first_section_that_belongs_to_nothing_is_shown) {
  BOOST_TEST(
      found("CPT code 1\n\nName of the Procedure\n\nScan\n\nPrepared by the clinic.\n\nRisks\n") ==
      "7:1 [Prepared by the clinic.] \"Prepared by the clinic.\" stands before the first "
      "section and belongs to none; put it under a heading, or remove it");
}

BOOST_AUTO_TEST_CASE(furniture_inside_a_section_is_shown) {
  BOOST_TEST(
      found("Risks\n\nPain.\n\nBack to top\n\n- Page 1 of 2\n- Share your worries.\n") ==
      "5:1 [Back to top] \"Back to top\" belongs to a web page, not to the procedure; remove "
      "it\n"
      "7:3 [Page 1 of 2] \"Page 1 of 2\" belongs to a web page, not to the procedure; remove it");
}

BOOST_AUTO_TEST_CASE(a_text_that_is_no_page_is_left_alone) {
  BOOST_TEST(found("Dear all,\n\nplease come.\n\nYours, Ann\n") == "");
}

BOOST_AUTO_TEST_CASE(the_fix_removes_the_line_and_the_blank_one_behind_it) {
  BOOST_TEST(mended("boilerplate",
                    "Search all tests\n\nTaking blood\n\nCPT code 1\n\nRisks\n\nPain.\n\n"
                    "Back to top\n") == "Taking blood\n\nCPT code 1\n\nRisks\n\nPain.\n\n");
}

BOOST_AUTO_TEST_CASE(what_stands_before_the_sections_of_markdown_is_lost) {
  BOOST_TEST(
      found_in(Form::markdown, "boilerplate", "# T\n\nSkip to content\n\nA.\n\n## Risks\n") ==
      "3:1 [Skip to content] \"Skip to content\" belongs to a web page, not to the procedure; "
      "remove it\n"
      "5:1 [A.] \"A.\" stands before the first section and belongs to none; put it under a "
      "heading, or remove it");
  BOOST_TEST(found_in(Form::markdown, "boilerplate", "# Dear all\n\nplease come.\n") == "");
}

BOOST_AUTO_TEST_CASE(it_can_be_removed_in_every_form) {
  BOOST_TEST(mended_in(Form::json, "boilerplate",
                       R"({"sections": {"risks": [{"items": ["a", "Back to top"]}]}})") ==
             R"({"sections": {"risks": [{"items": ["a"]}]}})");
  BOOST_TEST(mended_in(Form::yaml, "boilerplate",
                       "sections:\n  risks:\n  - text: a\n  - text: Back to top\n") ==
             "sections:\n  risks:\n  - text: a\n");
  BOOST_TEST(mended_in(Form::markdown, "boilerplate", "## Risks\n\nBack to top\n\nA.\n") ==
             "## Risks\n\nA.\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
