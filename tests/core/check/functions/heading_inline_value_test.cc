#include <boost/test/unit_test.hpp>

#include <string>

#include "core/check/page_run.h"

namespace proclint {
namespace {

std::string fixed(std::string_view page) { return mended("heading-inline-value", page); }

BOOST_AUTO_TEST_SUITE(heading_inline_value)

BOOST_AUTO_TEST_CASE(a_text_on_the_line_of_its_heading_is_shown) {
  BOOST_TEST(on_page("heading-inline-value", "Summary\n\nA scan.\n\nDuration: 15 minutes\n") ==
             "5:11 [15 minutes] \"15 minutes\" stands on the line of its heading; put it below, "
             "behind a blank line");
  BOOST_TEST(on_page("heading-inline-value", "Summary\n\nA scan.\n\nDuration:\n\nShort.\n") == "");
}

BOOST_AUTO_TEST_CASE(a_heading_of_markdown_may_hold_one_too) {
  BOOST_TEST(found_in(Form::markdown, "heading-inline-value",
                      "# T\n\n## Duration: an hour\n\n## Note: rest\n\n## Risks\n") ==
             "3:14 [an hour] \"an hour\" stands on the line of its heading; put it below, behind a "
             "blank line");
  BOOST_TEST(mended_in(Form::markdown, "heading-inline-value", "## Duration: an hour\n\nMore.\n") ==
             "## Duration\n\nan hour\n\nMore.\n");
}

BOOST_AUTO_TEST_CASE(the_fix_puts_it_below) {
  BOOST_TEST(fixed("Summary\n\nA.\n\nDuration: 15 minutes\nin all\n") ==
             "Summary\n\nA.\n\nDuration\n\n15 minutes\nin all\n");
  BOOST_TEST(fixed("Name of the Procedure: Eye laser\r\n\r\nSummary\r\n\r\nA.\r\n") ==
             "Name of the Procedure\r\n\r\nEye laser\r\n\r\nSummary\r\n\r\nA.\r\n");
}

BOOST_AUTO_TEST_CASE(what_would_become_something_else_below_has_no_fix) {
  for (const std::string page :
       {"Summary\n\nA.\n\nSetting: Recovery\n", "Summary\n\nA.\n\nDuration: 1. short\n",
        "Summary\n\nA.\n\nDuration: - short\n", "Name of the Procedure: CPT code 1\n\nSummary\n"}) {
    BOOST_TEST(fixed(page) == page);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
