#include "core/report/cells.h"

#include <boost/test/unit_test.hpp>
#include <string>

namespace proclint::testing {
namespace {

BOOST_AUTO_TEST_SUITE(cells)

BOOST_AUTO_TEST_CASE(are_as_wide_as_a_terminal_draws_them) {
  BOOST_TEST(display_width("knee") == 4U);
  BOOST_TEST(display_width("\u624b\u8853") == 4U);
  BOOST_TEST(display_width("e\u0301") == 1U);
  BOOST_TEST(display_width("\uac01 \u1100\u1161\u11a8") == 5U);
  BOOST_TEST(display_width("\U0001F600") == 2U);
}

BOOST_AUTO_TEST_CASE(hold_a_whole_emoji_sequence_in_two_columns) {
  BOOST_TEST(display_width("\U0001F468\u200D\U0001F469\u200D\U0001F467") == 2U);
  BOOST_TEST(display_width("\U0001F1E9\U0001F1EA") == 2U);
  BOOST_TEST(display_width("\U0001F44D\U0001F3FD") == 2U);
}

BOOST_AUTO_TEST_CASE(of_tabs_end_at_multiples_of_four) {
  BOOST_TEST(display_width("\t") == 4U);
  BOOST_TEST(display_width("abc\t") == 4U);
  BOOST_TEST(display_width("abcd\t") == 8U);
  BOOST_TEST(display_width("\u624b\t") == 4U);
}

BOOST_AUTO_TEST_CASE(of_controls_are_as_wide_as_their_written_form) {
  BOOST_TEST(display_width("\x1b") == 4U);
  BOOST_TEST(display_width("\u202e") == 6U);
  BOOST_TEST(display_width("\xff") == 1U);
}

BOOST_AUTO_TEST_CASE(give_a_mark_without_a_letter_something_to_stand_on) {
  CellReader reader("\u0301");
  Cell cell;
  std::string shown;
  BOOST_REQUIRE(reader.next(cell, shown));
  BOOST_TEST(shown == "\u25cc\u0301");
  BOOST_TEST(cell.width == 1U);
  BOOST_TEST(!reader.next(cell, shown));
}

BOOST_AUTO_TEST_CASE(show_only_so_many_marks_on_a_letter) {
  std::string text = "a";
  for (int i = 0; i < 1000; ++i) text += "\u0301";
  CellReader reader(text);
  Cell cell;
  std::string shown;
  BOOST_REQUIRE(reader.next(cell, shown));
  BOOST_TEST(cell.end == text.size());
  BOOST_TEST(shown.size() < 100U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint::testing
