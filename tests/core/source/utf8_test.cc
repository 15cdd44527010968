#include <boost/test/unit_test.hpp>

#include <cstdio>
#include <string>
#include <string_view>

#include "core/source/utf8.h"

namespace proclint {
namespace {

// "E9:2 !1 !2": each step of the text, its code point in hexadecimal and size, or "!" and the size
// of an undecodable subpart.
std::string steps(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const utf8::Step step = utf8::decode(text);
    if (step.size == 0) return out + " endless";
    if (!out.empty()) out += ' ';
    if (step.valid) {
      char digits[16];
      std::snprintf(digits, sizeof digits, "%X:", static_cast<unsigned>(step.codepoint));
      out += digits;
    } else {
      out += step.codepoint == 0xFFFD ? "!" : "?";
    }
    out += std::to_string(step.size);
    text.remove_prefix(step.size);
  }
  return out;
}

std::string appended(char32_t codepoint) {
  std::string out;
  utf8::append(out, codepoint);
  return out;
}

BOOST_AUTO_TEST_SUITE(utf8_text)

BOOST_AUTO_TEST_CASE(the_first_and_last_code_point_of_each_length_are_decoded) {
  BOOST_TEST(steps("\x01\x7F") == "1:1 7F:1");
  BOOST_TEST(steps("\xC2\x80\xDF\xBF") == "80:2 7FF:2");
  BOOST_TEST(steps("\xE0\xA0\x80\xEF\xBF\xBF") == "800:3 FFFF:3");
  BOOST_TEST(steps("\xED\x9F\xBF\xEE\x80\x80") == "D7FF:3 E000:3");
  BOOST_TEST(steps("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF") == "10000:4 10FFFF:4");
}

BOOST_AUTO_TEST_CASE(a_nul_is_a_character) { BOOST_TEST(steps(std::string(1, '\0')) == "0:1"); }

BOOST_AUTO_TEST_CASE(an_empty_text_has_no_step) {
  BOOST_TEST(utf8::decode("").size == 0);
  BOOST_TEST(!utf8::decode("").valid);
}

BOOST_AUTO_TEST_CASE(overlong_forms_surrogates_and_too_large_values_are_undecodable) {
  BOOST_TEST(steps("\xC0\x80\xC1\xBF") == "!1 !1 !1 !1");
  BOOST_TEST(steps("\xE0\x9F\xBF") == "!1 !1 !1");
  BOOST_TEST(steps("\xED\xA0\x80") == "!1 !1 !1");
  BOOST_TEST(steps("\xF0\x8F\xBF\xBF") == "!1 !1 !1 !1");
  BOOST_TEST(steps("\xF4\x90\x80\x80") == "!1 !1 !1 !1");
  BOOST_TEST(steps("\xF5\xFF\x80") == "!1 !1 !1");
}

// Unicode 15, table 3-8: what could still have become a character is one subpart.
BOOST_AUTO_TEST_CASE(a_truncated_character_is_one_maximal_subpart) {
  BOOST_TEST(steps("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41") == "!2 !1 !3 !2 41:1");
  BOOST_TEST(steps("\xC3") == "!1");
  BOOST_TEST(steps("\xE2\x82") == "!2");
  BOOST_TEST(steps("\xF0\x9F\x98") == "!3");
}

BOOST_AUTO_TEST_CASE(the_first_undecodable_byte_is_found_at_every_alignment) {
  for (std::size_t before = 0; before < 40; ++before) {
    const std::string text = std::string(before, 'a') + "\xFF" + std::string(20, 'b');
    BOOST_TEST(utf8::find_invalid(text) == before);
    BOOST_TEST(utf8::find_invalid(text, before + 1) == std::string_view::npos);
  }
}

BOOST_AUTO_TEST_CASE(a_well_formed_text_has_no_undecodable_byte) {
  BOOST_TEST(utf8::find_invalid("") == std::string_view::npos);
  BOOST_TEST(utf8::find_invalid("plain text, longer than a block") == std::string_view::npos);
  BOOST_TEST(utf8::find_invalid("caf\u00e9 \u20ac \U0001F600 abcdefgh") == std::string_view::npos);
}

BOOST_AUTO_TEST_CASE(a_character_cut_at_the_end_is_found_at_its_first_byte) {
  BOOST_TEST(utf8::find_invalid("abcdefgh\xE2\x82") == 8U);
}

BOOST_AUTO_TEST_CASE(characters_are_counted_in_code_points_and_utf16) {
  BOOST_TEST(utf8::count_codepoints("a\u00e9\u20ac\U0001F600") == 4U);
  BOOST_TEST(utf8::count_utf16("a\u00e9\u20ac\U0001F600") == 5U);
  BOOST_TEST(utf8::count_codepoints("e\u0301") == 2U);
  BOOST_TEST(utf8::count_codepoints("") == 0U);
}

BOOST_AUTO_TEST_CASE(an_undecodable_subpart_counts_as_one_character) {
  BOOST_TEST(utf8::count_codepoints("a\xE2\x82z\xFF\xFF") == 5U);
  BOOST_TEST(utf8::count_utf16("a\xF0\x9F\x98z") == 3U);
}

BOOST_AUTO_TEST_CASE(code_points_are_encoded_in_the_shortest_form) {
  BOOST_TEST(appended(0x7F) == "\x7F");
  BOOST_TEST(appended(0x80) == "\xC2\x80");
  BOOST_TEST(appended(0x7FF) == "\xDF\xBF");
  BOOST_TEST(appended(0x800) == "\xE0\xA0\x80");
  BOOST_TEST(appended(0xFFFF) == "\xEF\xBF\xBF");
  BOOST_TEST(appended(0x10000) == "\xF0\x90\x80\x80");
  BOOST_TEST(appended(0x10FFFF) == "\xF4\x8F\xBF\xBF");
}

BOOST_AUTO_TEST_CASE(each_undecodable_subpart_is_replaced_once) {
  BOOST_TEST(utf8::repaired("a\xE2\x82 b\xFF\xFE") == "a\uFFFD b\uFFFD\uFFFD");
  BOOST_TEST(utf8::repaired("as it is \u00e9") == "as it is \u00e9");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
