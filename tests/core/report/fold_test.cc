#include "core/report/fold.h"

#include <boost/test/unit_test.hpp>
#include <string>

namespace proclint::testing {
namespace {

std::string folded(std::string_view text, std::size_t room) {
  std::string out;
  for (const std::string_view line : fold(text, room)) out += "[" + std::string(line) + "]";
  return out;
}

BOOST_AUTO_TEST_SUITE(folding)

BOOST_AUTO_TEST_CASE(breaks_at_blanks) {
  BOOST_TEST(folded("one two three", 7) == "[one two][three]");
  BOOST_TEST(folded("one two three", 8) == "[one two][three]");
  BOOST_TEST(folded("one two three", 6) == "[one][two][three]");
}

BOOST_AUTO_TEST_CASE(leaves_alone_what_fits) {
  BOOST_TEST(folded("one two", 7) == "[one two]");
  BOOST_TEST(folded("", 7) == "[]");
}

BOOST_AUTO_TEST_CASE(breaks_a_word_that_is_too_wide) {
  BOOST_TEST(folded("abcdefgh", 3) == "[abc][def][gh]");
  BOOST_TEST(folded("ab cdefgh", 3) == "[ab][cde][fgh]");
}

BOOST_AUTO_TEST_CASE(counts_columns_not_bytes) {
  BOOST_TEST(folded("\u624b\u8853\u624b", 4) == "[\u624b\u8853][\u624b]");
  BOOST_TEST(folded("e\u0301e\u0301 e\u0301", 2) == "[e\u0301e\u0301][e\u0301]");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint::testing
