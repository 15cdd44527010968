#include "core/report/visible.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "core/report/random_text.h"
#include "core/source/utf8.h"

namespace proclint::testing {
namespace {

BOOST_AUTO_TEST_SUITE(visible_text)

BOOST_AUTO_TEST_CASE(shows_controls_by_their_number) {
  BOOST_TEST(visible("a\x1b[2Jb\x07") == "a\\x1b[2Jb\\x07");
  BOOST_TEST(visible("\u009b31m\x7f") == "\\x9b31m\\x7f");
}

BOOST_AUTO_TEST_CASE(has_one_line) {
  BOOST_TEST(visible("a\r\nb\tc") == "a\\r\\nb\\tc");
  BOOST_TEST(visible("a\u2028b\u0085c") == "a\\u2028b\\x85c");
}

BOOST_AUTO_TEST_CASE(shows_what_reorders_or_is_not_seen) {
  BOOST_TEST(visible("\u202eabc\u2069") == "\\u202eabc\\u2069");
  BOOST_TEST(visible("a\u200bb\ufeff") == "a\\u200bb\\ufeff");
  BOOST_TEST(visible("a\U000E0041") == "a\\u{e0041}");
}

BOOST_AUTO_TEST_CASE(keeps_emoji_and_scripts_whole) {
  const std::string family = "\U0001F468\u200D\U0001F469";
  const std::string england =
      "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F";
  for (const std::string& text :
       {family, england, std::string("\u2764\ufe0f\u200d\U0001F525"), std::string("1\ufe0f\u20e3"),
        std::string("\u0646\u200c\u0647"), std::string("e\u0301 \u00fc \u624b")}) {
    BOOST_TEST(visible(text) == text);
  }
}

BOOST_AUTO_TEST_CASE(shows_joiners_that_join_nothing) {
  BOOST_TEST(visible("a\u200db") == "a\\u200db");
  BOOST_TEST(visible("\u200d") == "\\u200d");
  BOOST_TEST(visible("a\ufe0f") == "a\\ufe0f");
  BOOST_TEST(visible("\u2764\ufe0f\ufe0f") == "\u2764\ufe0f\\ufe0f");
}

BOOST_AUTO_TEST_CASE(has_a_replacement_for_each_undecodable_part) {
  BOOST_TEST(visible("a\xff\xe2\x82z") == "a\uFFFD\uFFFDz");
}

BOOST_AUTO_TEST_CASE(is_safe_for_any_bytes) {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    const std::string text = visible(random_text(random, 100, true));
    BOOST_REQUIRE(utf8::find_invalid(text) == std::string::npos);
    for (const char c : text) BOOST_REQUIRE((static_cast<unsigned char>(c) >= 0x20 && c != 0x7f));
    for (const char* control : {"\u009b", "\u202e", "\u2066", "\u2028", "\u200b"}) {
      BOOST_REQUIRE(text.find(control) == std::string::npos);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint::testing
