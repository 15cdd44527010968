#include "core/pattern/glob.h"

#include <boost/test/unit_test.hpp>
#include <initializer_list>
#include <string>
#include <string_view>

namespace proclint {
namespace {

bool matches(std::string_view glob, std::string_view path) {
  const Result<Glob> parsed = Glob::parse(glob);
  BOOST_TEST_REQUIRE(parsed.has_value());
  return parsed->matches(path);
}

struct Case {
  std::string_view glob;
  std::string_view path;
  bool expected;
};

void check(std::initializer_list<Case> cases) {
  for (const Case& each : cases) {
    BOOST_TEST_CONTEXT(each.glob << " on " << each.path) {
      BOOST_TEST(matches(each.glob, each.path) == each.expected);
    }
  }
}

std::string error(std::string_view glob) {
  const Result<Glob> parsed = Glob::parse(glob);
  return parsed ? "" : parsed.error().message;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(glob)

BOOST_AUTO_TEST_CASE(without_a_slash_it_matches_at_any_depth) {
  check({{"*.json", "a.json", true},
         {"*.json", "x/y/a.json", true},
         {"*.json", "a.yaml", false},
         {"a.json", "x/a.json", true},
         {"a.json", "ba.json", false},
         {"*.JSON", "a.json", false},
         {"*", ".hidden", true}});
}

BOOST_AUTO_TEST_CASE(a_slash_inside_or_before_anchors) {
  check({{"/a.json", "a.json", true},
         {"/a.json", "x/a.json", false},
         {"x/a.json", "x/a.json", true},
         {"x/a.json", "y/x/a.json", false},
         {"x/*.json", "x/a.json", true},
         {"x/*.json", "x/y/a.json", false}});
}

BOOST_AUTO_TEST_CASE(a_folder_stands_for_what_is_in_it) {
  check({{"drafts", "drafts/a.json", true},
         {"drafts", "x/drafts/y/a.json", true},
         {"drafts", "drafts", true},
         {"drafts/", "drafts/a.json", true},
         {"drafts/", "x/drafts/a.json", true},
         {"drafts/", "drafts", false},
         {"/drafts/", "x/drafts/a.json", false},
         {"drafts", "drafts2/a.json", false},
         {"x/*", "x/y/a.json", true}});
}

BOOST_AUTO_TEST_CASE(two_stars_cross_folders) {
  check({{"**", "a", true},
         {"**", "x/y/a", true},
         {"**/a", "a", true},
         {"**/a", "x/y/a", true},
         {"**/a", "xa", false},
         {"x/**", "x/y/a", true},
         {"x/**", "x", false},
         {"x/**/a", "x/a", true},
         {"x/**/a", "x/y/z/a", true},
         {"x/**/a", "xa", false},
         {"x/***/a", "x/y/z/a", true},
         {"x/a**b", "x/ab", true},
         {"x/a**b", "x/a/b", false},
         {"**/x/**/*.json", "p/x/q/a.json", true}});
}

BOOST_AUTO_TEST_CASE(one_character_and_classes_never_match_a_slash) {
  check({{"x/?", "x/a", true},
         {"x/?", "x/\u00E9", true},
         {"x?a", "x/a", false},
         {"[a-c].json", "b.json", true},
         {"[a-c].json", "d.json", false},
         {"[!a-c].json", "d.json", true},
         {"[^a-c].json", "b.json", false},
         {"x[!a]y", "x/y", false},
         {"x[.-0]y", "x/y", false},
         {"[]-]", "]", true},
         {"[]-]", "-", true},
         {"[\\]]", "]", true},
         {"[[:digit:]x].md", "7.md", true},
         {"[[:digit:]x].md", "a.md", false}});
}

BOOST_AUTO_TEST_CASE(braces_are_alternatives) {
  check({{"*.{json,yaml}", "a.yaml", true},
         {"*.{json,yaml}", "a.yml", false},
         {"{a,b{c,d}}", "bd", true},
         {"{a,b{c,d}}", "b", false},
         {"{a,}b", "b", true},
         {"{a,b}/{c,d}.md", "b/c.md", true},
         {"{a,b}/{c,d}.md", "b/c,d.md", false},
         {"x,{a,b}", "x,b", true},
         {"{,a}**/x", "y/x", true},
         {"{*.md,docs/*.txt}", "x/a.md", true},
         {"{*.md,docs/*.txt}", "x/docs/a.txt", false},
         {"{*.md,docs/*.txt}", "docs/a.txt", true},
         {"a{b}c", "abc", true},
         {"[{,}]", ",", true},
         {"\\{a,b\\}", "{a,b}", true},
         {"{a\\,b,c}", "a,b", true}});
}

BOOST_AUTO_TEST_CASE(a_backslash_makes_a_character_literal) {
  check({{"\\*", "*", true},
         {"\\*", "a", false},
         {"a\\?", "a?", true},
         {"\\!a", "!a", true},
         {"a.b+(c)$", "a.b+(c)$", true},
         {"a.b", "axb", false}});
}

BOOST_AUTO_TEST_CASE(an_error_says_what_is_malformed) {
  BOOST_TEST(error("[a") == "\"[\" is never closed; add \"]\", or write \"\\[\" for itself");
  BOOST_TEST(error("{a") == "\"{\" is never closed; add \"}\", or write \"\\{\" for itself");
  BOOST_TEST(error("a}") == "\"}\" closes no brace; write \"\\}\" for itself");
  BOOST_TEST(error("a\\") == "the glob ends after \"\\\"; write \"\\\\\" for the character itself");
  BOOST_TEST(error("") == "a glob must name something; to match every file, write \"**\"");
  BOOST_TEST(error("/") == error(""));
  BOOST_TEST(error("[z-a]") ==
             "the range \"z-a\" is out of order: the smaller character comes first");
  BOOST_TEST(error("[[:word:]]") == "there is no character class \"[:word:]\"");
  BOOST_TEST(!error("!a").empty());
}

BOOST_AUTO_TEST_CASE(braces_have_an_end) {
  std::string many;
  for (int i = 0; i < 30; ++i) many += "{a*,b}";
  BOOST_TEST(error(many) ==
             "the braces stand for more than 256 patterns; split them into several globs");
  BOOST_TEST(!error(std::string(4000, '{')).empty());
}

BOOST_AUTO_TEST_CASE(many_stars_take_linear_time) {
  std::string glob;
  for (int i = 0; i < 100; ++i) glob += "*a";
  BOOST_TEST(!matches(glob + "b", std::string(20'000, 'a')));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint
