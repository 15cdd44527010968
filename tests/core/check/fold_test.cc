#include "core/check/fold.h"

#include <boost/test/unit_test.hpp>
#include <string>

namespace proclint {
namespace {

std::string folded(std::string_view text) {
  std::string out;
  append_folded(out, text);
  return out;
}

BOOST_AUTO_TEST_SUITE(folding)

BOOST_AUTO_TEST_CASE(runs_of_blanks_and_line_ends_are_one_blank) {
  BOOST_TEST(folded(" a \t\r\n b\xC2\xA0") == "a b");
  BOOST_TEST(folded(" \n ") == "");
}

BOOST_AUTO_TEST_CASE(parts_are_kept_apart) {
  std::string out;
  append_folded(out, "a ");
  append_folded(out, "");
  append_folded(out, " b");
  BOOST_TEST(out == "a b");
}

BOOST_AUTO_TEST_CASE(letters_that_share_a_byte_with_a_no_break_space_stay) {
  BOOST_TEST(trimmed("\xC2\xA0 voil\xC3\xA0 \xC2\xA0") == "voil\xC3\xA0");
  BOOST_TEST(trimmed("\xC2\xA0") == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
