#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

#include "core/source/source.h"

namespace proclint {
namespace {

// The lines of a text, each in its own brackets.
std::string lines(std::string_view text) {
  const Source source("a.txt", text);
  std::string out;
  for (std::size_t i = 0; i < source.line_count(); ++i) {
    out += '[' + std::string(source.slice(source.line(i))) + ']';
  }
  return out;
}

std::string place(std::string_view text, std::uint32_t offset,
                  Columns columns = Columns::codepoint) {
  const Place found = Source("a.txt", text).place(offset, columns);
  return std::to_string(found.line) + ':' + std::to_string(found.column);
}

BOOST_AUTO_TEST_SUITE(source)

BOOST_AUTO_TEST_CASE(lf_and_crlf_end_a_line_and_a_lone_cr_does_not) {
  BOOST_TEST(lines("a\nb\r\nc\rd") == "[a][b][c\rd]");
}

BOOST_AUTO_TEST_CASE(a_final_line_end_begins_no_line) {
  BOOST_TEST(lines("a\n") == "[a]");
  BOOST_TEST(lines("a\r\n") == "[a]");
  BOOST_TEST(lines("a\n\n") == "[a][]");
}

BOOST_AUTO_TEST_CASE(an_empty_text_has_one_empty_line) {
  BOOST_TEST(lines("") == "[]");
  BOOST_TEST(place("", 0) == "1:1");
}

BOOST_AUTO_TEST_CASE(a_line_of_line_ends_only_is_empty) {
  BOOST_TEST(lines("\n") == "[]");
  BOOST_TEST(lines("\r\n\r\n") == "[][]");
}

BOOST_AUTO_TEST_CASE(an_offset_has_the_line_that_holds_it) {
  BOOST_TEST(place("ab\ncd", 0) == "1:1");
  BOOST_TEST(place("ab\ncd", 2) == "1:3");
  BOOST_TEST(place("ab\ncd", 3) == "2:1");
  BOOST_TEST(place("ab\ncd", 5) == "2:3");
  BOOST_TEST(place("a\r\nb", 3) == "2:1");
}

BOOST_AUTO_TEST_CASE(the_end_of_the_text_belongs_to_the_last_line) {
  BOOST_TEST(place("ab\n", 3) == "1:4");
  BOOST_TEST(place("ab", 2) == "1:3");
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_takes_no_column) {
  constexpr std::string_view kText =
      "\xEF\xBB\xBF"
      "ab\nc";
  for (const Columns columns : {Columns::codepoint, Columns::byte, Columns::utf16}) {
    for (std::uint32_t offset = 0; offset <= 3; ++offset) {
      BOOST_TEST(place(kText, offset, columns) == "1:1");
    }
    BOOST_TEST(place(kText, 4, columns) == "1:2");
    BOOST_TEST(place(kText, 6, columns) == "2:1");
  }
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_elsewhere_is_a_character) {
  BOOST_TEST(place("a\xEF\xBB\xBF"
                   "b",
                   4) == "1:3");
  BOOST_TEST(place("\n\xEF\xBB\xBF"
                   "b",
                   4) == "2:2");
}

BOOST_AUTO_TEST_CASE(a_tab_is_one_column) { BOOST_TEST(place("\t\tx", 2) == "1:3"); }

BOOST_AUTO_TEST_CASE(columns_count_what_is_asked_for) {
  constexpr std::string_view kText = "\u00e9\u20ac\U0001F600x";
  BOOST_TEST(place(kText, 9, Columns::codepoint) == "1:4");
  BOOST_TEST(place(kText, 9, Columns::utf16) == "1:5");
  BOOST_TEST(place(kText, 9, Columns::byte) == "1:10");
}

BOOST_AUTO_TEST_CASE(a_combining_mark_is_a_column_of_its_own) {
  BOOST_TEST(place("e\u0301x", 3) == "1:3");
}

BOOST_AUTO_TEST_CASE(an_undecodable_byte_is_one_column) {
  BOOST_TEST(place("\xFF\xFEx", 2) == "1:3");
  BOOST_TEST(place("\xFF\xFEx", 2, Columns::utf16) == "1:3");
}

BOOST_AUTO_TEST_CASE(a_line_is_found_by_its_offset) {
  const Source source("a.txt", "a\nb\n\nc");
  BOOST_TEST(source.line_index(0) == 0U);
  BOOST_TEST(source.line_index(1) == 0U);
  BOOST_TEST(source.line_index(2) == 1U);
  BOOST_TEST(source.line_index(4) == 2U);
  BOOST_TEST(source.line_index(6) == 3U);
}

BOOST_AUTO_TEST_CASE(a_slice_is_the_bytes_of_its_span) {
  BOOST_TEST(Source("a.txt", "abcdef").slice({2, 4}) == "cd");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(span)

BOOST_AUTO_TEST_CASE(a_span_contains_what_begins_and_ends_in_it) {
  BOOST_TEST((Span{2, 5}.contains({2, 5})));
  BOOST_TEST((Span{2, 5}.contains({5, 5})));
  BOOST_TEST((!Span{2, 5}.contains({1, 3})));
  BOOST_TEST((!Span{2, 5}.contains({4, 6})));
  BOOST_TEST((Span{2, 5}.size()) == 3U);
  BOOST_TEST((Span{2, 2}.empty()));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
