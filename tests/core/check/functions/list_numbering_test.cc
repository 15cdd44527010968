#include <boost/test/unit_test.hpp>

#include <string>

#include "core/check/page_run.h"

namespace proclint {
namespace {

std::string found(std::string_view steps) {
  return on_page("list-numbering", "Steps\n\n" + std::string(steps));
}

BOOST_AUTO_TEST_SUITE(list_numbering)

BOOST_AUTO_TEST_CASE(numbers_from_1_without_gap_are_clean) {
  BOOST_TEST(found("1. a\n2. b\n3. c\n\nText.\n\n1) d\n2) e\n") == "");
}

BOOST_AUTO_TEST_CASE(a_list_begins_with_1) {
  BOOST_TEST(found("2. a\n3. b\n") == "3:1 [2] the number 2 begins the list; begin with 1");
}

BOOST_AUTO_TEST_CASE(the_first_wrong_number_is_the_finding) {
  BOOST_TEST(found("1. a\n2. b\n4. c\n5. d\n") ==
             "5:1 [4] the number 4 follows 2; number the steps 1, 2, 3, 4");
  BOOST_TEST(found("1. a\n1. b\n1. c\n") ==
             "4:1 [1] the number 1 follows 1 once more; number the steps 1, 2, 3");
}

BOOST_AUTO_TEST_CASE(a_lone_number_behind_a_list_names_that_list) {
  BOOST_TEST(
      found("1. a\n2. b\n\nRest a while.\n\n3. c\n") ==
      "8:1 [3] the number 3 goes on from a list that has ended; join the two lists, or begin "
      "with 1");
}

BOOST_AUTO_TEST_CASE(signs_behind_the_numbers_are_alike) {
  BOOST_TEST(
      found("1. a\n2) b\n3. c\n") ==
      "4:2 [)] this number is written with \")\", but the first of the list with \".\"; write "
      "all of them alike");
}

BOOST_AUTO_TEST_CASE(nested_steps_count_for_themselves) {
  BOOST_TEST(found("1. a\n  1. b\n  2. c\n2. d\n  1. e\n  3. f\n3. g\n") ==
             "8:3 [3] the number 3 follows 1; number the steps 1, 2");
}

BOOST_AUTO_TEST_CASE(the_fix_numbers_the_whole_list) {
  BOOST_TEST(mended("list-numbering", "Steps\n\n3. a\n3) b\n9. c\n") ==
             "Steps\n\n1. a\n2. b\n3. c\n");
}

BOOST_AUTO_TEST_CASE(in_markdown_only_ones_leave_the_counting_to_the_reader) {
  const auto in_markdown = [](std::string_view steps) {
    return found_in(Form::markdown, "list-numbering", "## Steps\n\n" + std::string(steps));
  };
  BOOST_TEST(in_markdown("1. a\n1. b\n1. c\n") == "");
  BOOST_TEST(in_markdown("1. a\n2. b\n4. c\n") ==
             "5:1 [4] the number 4 follows 2; number the steps 1, 2, 3");
  BOOST_TEST(in_markdown("3. a\n4. b\n") == "3:1 [3] the number 3 begins the list; begin with 1");
}

BOOST_AUTO_TEST_CASE(a_longer_number_moves_no_line_below_it) {
  const auto mended_markdown = [](std::string_view steps) {
    return mended_in(Form::markdown, "list-numbering", "## Steps\n\n" + std::string(steps));
  };
  BOOST_TEST(mended_markdown("1. a\n3. b\n   b\n") == "## Steps\n\n1. a\n2. b\n   b\n");
  BOOST_TEST(mended_markdown("10. a\n11. b\n") == "## Steps\n\n1. a\n2. b\n");
  BOOST_TEST(mended_markdown("10. a\n    a\n11. b\n") == "## Steps\n\n10. a\n    a\n11. b\n");
}

BOOST_AUTO_TEST_CASE(a_number_that_no_text_can_hold_is_text) {
  BOOST_TEST(found("99999999999. a\n") == "");
  BOOST_TEST(found("999999999. a\n") != "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
