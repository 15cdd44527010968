#include <boost/test/unit_test.hpp>

#include "core/check/page_run.h"

using namespace proclint;

namespace {

std::string page(std::string_view lists) {
  return "Name of the Procedure\n\nFlu shot\n\n" + std::string(lists);
}

std::string markers(std::string_view lists) { return on_page("list-marker", page(lists)); }

}  // namespace

BOOST_AUTO_TEST_SUITE(list_marker_function)

BOOST_AUTO_TEST_CASE(one_marker_throughout_is_fine) {
  BOOST_TEST(markers("Benefits\n\n  - A\n  - B\n\nRisks\n\n  - C\n  - D\n") == "");
  BOOST_TEST(markers("Benefits\n\nNo list.\n") == "");
}

BOOST_AUTO_TEST_CASE(another_marker_in_a_list_is_shown_once) {
  BOOST_TEST(markers("Benefits\n\n  - A\n  * B\n  * C\n") ==
             "8:3 [*] this item is marked with \"*\", but the first one is marked with \"-\"; mark "
             "all of them alike");
}

BOOST_AUTO_TEST_CASE(the_marker_of_most_lists_is_the_usual_one) {
  BOOST_TEST(markers("Benefits\n\n  * A\n  * B\n\nRisks\n\n  - C\n  - D\n\nRecovery\n\n  - E\n") ==
             "7:3 [*] this list is marked with \"*\", but most lists of the page are marked with "
             "\"-\"; mark all of them alike");
}

BOOST_AUTO_TEST_CASE(an_indent_counts_too) {
  BOOST_TEST(
      markers("Benefits\n\n- A\n- B\n\nRisks\n\n  - C\n  - D\n\nRecovery\n\n  - E\n  - F\n") ==
      "7:1 [-] this list is indented by 0, but most lists of the page are indented by 2; "
      "mark all of them alike");
}

BOOST_AUTO_TEST_CASE(the_fix_mends_whole_lists) {
  BOOST_TEST(
      mended("list-marker", page("Benefits\n\n* A\n  - B\n\nRisks\n\n  - C\n  - D\n\nRecovery\n\n"
                                 "  - E\n  - F\n")) ==
      page("Benefits\n\n  - A\n  - B\n\nRisks\n\n  - C\n  - D\n\nRecovery\n\n  - E\n  - F\n"));
}

BOOST_AUTO_TEST_SUITE_END()
