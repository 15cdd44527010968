#include <boost/test/unit_test.hpp>

#include <string>

#include "core/check/page_run.h"

namespace proclint {
namespace {

std::string found(std::string_view page) { return on_page("blank-lines", page); }

BOOST_AUTO_TEST_SUITE(blank_lines)

BOOST_AUTO_TEST_CASE(a_page_with_one_blank_line_between_blocks_is_clean) {
  BOOST_TEST(found("CPT code 1\n\nName of the Procedure\n\nScan\n\nRisks\n\nSome:\n\n- a\n- b\n") ==
             "");
}

BOOST_AUTO_TEST_CASE(extra_blank_lines_are_shown_without_the_first) {
  BOOST_TEST(found("Risks\n\n\n\nPain.\n") ==
             "3:1 [\\n\\n] 3 blank lines where one is enough; remove all but the first");
}

BOOST_AUTO_TEST_CASE(a_missing_blank_line_is_shown_at_the_line_that_needs_it) {
  BOOST_TEST(
      found("Risks\nPain.\nBenefits\n\nSleep.\n") ==
      "2:1 [Pain.] no blank line before this line, which begins a part of its own; insert one\n"
      "3:1 [Benefits] no blank line before this line, which begins a part of its own; insert one");
}

BOOST_AUTO_TEST_CASE(a_blank_line_inside_a_list_is_shown) {
  BOOST_TEST(found("Risks\n\n- a\n\n- b\n") ==
             "4:1 [\\n] 1 blank line between the items of one list; remove it");
}

BOOST_AUTO_TEST_CASE(blanks_at_the_end_of_a_line_are_shown) {
  BOOST_TEST(found("Risks  \n\t\nPain.\n") ==
             "1:6 [  ] blanks at the end of the line; remove them\n"
             "2:1 [\t] blanks at the end of the line; remove them");
}

BOOST_AUTO_TEST_CASE(the_last_line_must_end) {
  BOOST_TEST(found("Risks\n\nPain.") == "3:6 [] the last line has no line end; add one");
}

BOOST_AUTO_TEST_CASE(blank_lines_at_the_begin_and_end_are_shown) {
  BOOST_TEST(found("\nRisks\n\n\n") ==
             "1:1 [\\n] 1 blank line before the first line; remove it\n"
             "3:1 [\\n\\n] 2 blank lines at the end of the file; remove them");
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_no_line) {
  BOOST_TEST(found("\xEF\xBB\xBFRisks\n\nPain.\n") == "");
  BOOST_TEST(found("\xEF\xBB\xBF\nRisks\n") ==
             "1:1 [\\n] 1 blank line before the first line; remove it");
}

BOOST_AUTO_TEST_CASE(the_first_line_end_of_another_kind_is_shown) {
  BOOST_TEST(
      found("Risks\n\r\nPain.\r\n") ==
      "2:1 [\\r\\n] this line ends with CRLF, but the first one with LF; end all lines alike");
  BOOST_TEST(found("Risks\r\n\r\nPain.\n") ==
             "3:6 [\\n] this line ends with LF, but the first one with CRLF; end all lines alike");
  BOOST_TEST(found("Risks\r\n\r\nPain.\r\n") == "");
}

BOOST_AUTO_TEST_CASE(the_fixes_lead_to_a_clean_page) {
  BOOST_TEST(
      mended("blank-lines",
             "\n\nCPT code 1 \nName of the Procedure\nScan\n\n\nRisks\nSome:\n"
             "- a\n \n- b\n\nBenefits\n\nSleep.") ==
      "CPT code 1\n\nName of the Procedure\n\nScan\n\nRisks\n\nSome:\n\n- a\n- b\n\nBenefits\n\n"
      "Sleep.\n");
  BOOST_TEST(mended("blank-lines", "Risks\r\nPain.\nFever.\r\n") ==
             "Risks\r\n\r\nPain.\r\nFever.\r\n");
}

BOOST_AUTO_TEST_CASE(blocks_of_markdown_are_parted_alike) {
  BOOST_TEST(mended_in(Form::markdown, "blank-lines",
                       "# T\n## Risks\n\n\nA. \nB\n- a\n\n- b\n  - c\n## Recovery\nRest.") ==
             "# T\n\n## Risks\n\nA.\nB\n\n- a\n- b\n  - c\n\n## Recovery\n\nRest.\n");
}

BOOST_AUTO_TEST_CASE(line_breaks_and_code_of_markdown_stay) {
  const std::string text = "## Risks\n\nA.  \nB.\n\n```\na  \n\n\nb\n```\n";
  BOOST_TEST(mended_in(Form::markdown, "blank-lines", text) == text);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
