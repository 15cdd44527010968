#include "core/report/excerpt.h"

#include <boost/test/unit_test.hpp>
#include <random>
#include <string>

#include "core/report/random_text.h"

namespace proclint::testing {
namespace {

// The line and its underline, as two lines.
std::string excerpt(std::string_view text, Span span, std::size_t room = 20) {
  const Source source("file", text);
  Excerpter excerpter;
  const Excerpt& cut = excerpter.cut(source, span, room);
  return cut.text + "\n" + std::string(cut.indent, ' ') + std::string(cut.length, '^');
}

BOOST_AUTO_TEST_SUITE(excerpts)

BOOST_AUTO_TEST_CASE(underline_exactly_the_span) {
  BOOST_TEST(excerpt("one two", {4, 7}) == "one two\n    ^^^");
  BOOST_TEST(excerpt("x\none two\ny", {2, 5}) == "one two\n^^^");
}

BOOST_AUTO_TEST_CASE(of_an_empty_span_have_one_caret) {
  BOOST_TEST(excerpt("one", {1, 1}) == "one\n ^");
  BOOST_TEST(excerpt("one\n", {3, 3}) == "one\n   ^");
  BOOST_TEST(excerpt("one\n", {4, 4}) == "one\n   ^");
  BOOST_TEST(excerpt("", {0, 0}) == "\n^");
}

BOOST_AUTO_TEST_CASE(expand_tabs) {
  BOOST_TEST(excerpt("\ta\tb", {3, 4}) == "    a   b\n        ^");
}

BOOST_AUTO_TEST_CASE(underline_wide_characters_twice) {
  BOOST_TEST(excerpt("\u624b\u8853 x", {3, 6}) == "\u624b\u8853 x\n  ^^");
}

BOOST_AUTO_TEST_CASE(underline_the_whole_letter_of_a_mark) {
  BOOST_TEST(excerpt("ae\u0301b", {2, 4}) == "ae\u0301b\n ^");
}

BOOST_AUTO_TEST_CASE(end_at_the_end_of_the_first_line) {
  BOOST_TEST(excerpt("one\r\ntwo", {1, 8}) == "one\n ^^");
}

BOOST_AUTO_TEST_CASE(hide_the_byte_order_mark_unless_it_is_meant) {
  BOOST_TEST(excerpt("\xEF\xBB\xBFone", {3, 6}) == "one\n^^^");
  BOOST_TEST(excerpt("\xEF\xBB\xBFone", {0, 3}) == "\\ufeffone\n^^^^^^");
}

BOOST_AUTO_TEST_CASE(cut_a_long_line_around_the_span) {
  const std::string text = "abcdefghijklmnopqrstuvwxyz0123456789";
  BOOST_TEST(excerpt(text, {0, 2}, 10) == "abcdefghi\u2026\n^^");
  BOOST_TEST(excerpt(text, {15, 17}, 10) == "\u2026mnopqrst\u2026\n    ^^");
  BOOST_TEST(excerpt(text, {34, 36}, 10) == "\u2026123456789\n        ^^");
  BOOST_TEST(excerpt(text, {36, 36}, 10) == "\u202623456789\n         ^");
  BOOST_TEST(excerpt(text, {5, 30}, 10) == "\u2026fghijklm\u2026\n ^^^^^^^^");
}

BOOST_AUTO_TEST_CASE(fit_and_have_their_mark_in_view_for_any_text) {
  std::mt19937 random(5);
  Excerpter excerpter;
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(random, random() % 300, round % 2 == 0);
    const Source source("file", text);
    auto begin = static_cast<std::uint32_t>(random() % (text.size() + 1));
    auto end = static_cast<std::uint32_t>(random() % (text.size() + 1));
    if (begin > end) std::swap(begin, end);
    const std::size_t room = 8 + random() % 80;
    const Excerpt& cut = excerpter.cut(source, {begin, end}, room);
    BOOST_REQUIRE_LE(display_width(cut.text), room);
    BOOST_REQUIRE_GE(cut.length, 1U);
    // A caret may stand right behind the text, where the line ends.
    BOOST_REQUIRE_LE(cut.indent + cut.length, std::min(room, display_width(cut.text) + 1));
  }
}

BOOST_AUTO_TEST_CASE(of_a_line_of_megabytes_look_only_near_the_span) {
  const std::string text(1000000, 'x');
  const Source source("file", text);
  Excerpter excerpter;
  std::size_t sum = 0;
  // Reading the whole line each time would be 1e10 steps or more.
  for (std::uint32_t at = 0; at < 20000; ++at) {
    sum += excerpter.cut(source, {at * 50, at * 50 + 5}, 20).length;
  }
  BOOST_TEST(sum == 100000U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint::testing
