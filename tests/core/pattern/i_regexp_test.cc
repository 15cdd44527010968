#include "core/pattern/i_regexp.h"

#include <boost/test/unit_test.hpp>
#include <string_view>

namespace proclint {
namespace {

bool matches(std::string_view pattern, std::string_view text) {
  const Result<Pattern> parsed = parse_i_regexp(pattern, Extent::whole);
  BOOST_TEST_REQUIRE(parsed.has_value(), pattern);
  return parsed->search(text) == Pattern::Match::yes;
}

std::string error(std::string_view pattern) {
  const Result<Pattern> parsed = parse_i_regexp(pattern, Extent::part);
  return parsed ? "" : parsed.error().message;
}

BOOST_AUTO_TEST_SUITE(i_regexp)

BOOST_AUTO_TEST_CASE(a_pattern_matches_the_whole_text_or_a_part) {
  BOOST_TEST(matches("a|bc", "bc"));
  BOOST_TEST(!matches("a|bc", "abc"));
  BOOST_TEST((parse_i_regexp("a|bc", Extent::part)->search("xbcx") == Pattern::Match::yes));
}

BOOST_AUTO_TEST_CASE(a_point_is_no_line_end_but_any_other_character) {
  BOOST_TEST(matches(".", "\u2028"));
  BOOST_TEST(matches(".", "😀"));
  BOOST_TEST(!matches(".", "\n"));
  BOOST_TEST(!matches(".", "\r"));
}

BOOST_AUTO_TEST_CASE(classes_ranges_and_categories_are_known) {
  BOOST_TEST(matches(R"([a-c\-\]x-]*)", "ab-]x-"));
  BOOST_TEST(matches("[-a]+", "-a"));
  BOOST_TEST(matches("[^a-c]", "d"));
  BOOST_TEST(matches(R"(\p{Lu}[\p{Nd}é-ü]\P{L})", "A7-"));
  BOOST_TEST(matches(R"(\-\.\n\{\})", "-.\n{}"));
  BOOST_TEST(matches("a{2}b{1,}c{0,2}", "aabcc"));
  BOOST_TEST(matches("", ""));
}

BOOST_AUTO_TEST_CASE(what_only_other_dialects_have_is_refused) {
  BOOST_TEST(error(R"(\d)") ==
             R"("\d" is no escape of I-Regexp (RFC 9485) (character 1 of the pattern))");
  BOOST_TEST(
      error("a(?:b)") ==
      R"(nothing to repeat before "?"; write "\?" for the character itself (character 3 of the pattern))");
  BOOST_TEST(error("a+?") != "");
  BOOST_TEST(error(R"(\1)") != "");
  BOOST_TEST(
      error(R"(\p{Greek})") ==
      R"(expected a category of Unicode such as \p{L} or \p{Lu} (character 1 of the pattern))");
  BOOST_TEST(error("[a&&[b]]") ==
             R"("[" inside a class is written "\[" (character 5 of the pattern))");
}

BOOST_AUTO_TEST_CASE(what_is_not_closed_or_alone_is_refused) {
  for (const std::string_view pattern :
       {"(",     ")",      "[",          "[]", "[^]", "]",    "{",       "}",   "a{",
        "a{,2}", "a{2,1}", "*",          "|*", "(+)", "\\",   "[a",      "[a-", "[a--b]",
        "[\\",   "[z-a]",  "[a-\\p{L}]", "^*", "\\p", "\\p{", "a{99999}"}) {
    BOOST_TEST(error(pattern) != "", pattern);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
