#include "core/report/json_text.h"

#include <boost/test/unit_test.hpp>

namespace proclint::testing {
namespace {

std::string json(std::string_view text) {
  std::string out;
  append_json_text(out, text);
  return out;
}

BOOST_AUTO_TEST_SUITE(json_text)

BOOST_AUTO_TEST_CASE(is_quoted) {
  BOOST_TEST(json("") == R"("")");
  BOOST_TEST(json("a\"b\\c/d") == R"("a\"b\\c/d")");
}

BOOST_AUTO_TEST_CASE(keeps_what_can_be_seen) {
  BOOST_TEST(json("\u00fc\u624b") == "\"\u00fc\u624b\"");
}

BOOST_AUTO_TEST_CASE(escapes_what_a_terminal_obeys_or_hides) {
  BOOST_TEST(json("\n\t\r\x1b\x7f") == R"("\n\t\r\u001b\u007f")");
  BOOST_TEST(json("\u009b\u202e\u200d") == R"("\u009b\u202e\u200d")");
  BOOST_TEST(json("\U000E0041") == R"("\udb40\udc41")");
}

BOOST_AUTO_TEST_CASE(replaces_undecodable_bytes) {
  BOOST_TEST(json("a\xff"
                  "b\xe2\x82") == "\"a\uFFFDb\uFFFD\"");
}

BOOST_AUTO_TEST_CASE(json_is_made_safe_without_a_change_of_its_meaning) {
  std::string out;
  append_safe_json(out, "{\"a\\n\":[1,\"\u00fc\u009b\u202e\"]}");
  BOOST_TEST(out == "{\"a\\n\":[1,\"\u00fc\\u009b\\u202e\"]}");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint::testing
