#include "core/pattern/pattern.h"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace proclint {
namespace {

std::string search(std::string_view pattern, std::string_view text) {
  const Result<Pattern> parsed = Pattern::parse(pattern);
  if (!parsed) return parsed.error().message;
  switch (parsed->search(text)) {
    case Pattern::Match::no:
      return "no";
    case Pattern::Match::yes:
      return "yes";
    case Pattern::Match::limit:
      break;
  }
  return "limit";
}

struct Case {
  std::string_view pattern;
  std::string_view text;
  std::string_view expected;
};

void check(std::initializer_list<Case> cases) {
  for (const Case& each : cases) {
    BOOST_TEST_CONTEXT("/" << each.pattern << "/u on \"" << each.text << '"') {
      BOOST_TEST(search(each.pattern, each.text) == each.expected);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pattern)

BOOST_AUTO_TEST_CASE(a_pattern_occurs_anywhere_unless_anchored) {
  check({{"b", "abc", "yes"},
         {"^b", "abc", "no"},
         {"b$", "abc", "no"},
         {"^abc$", "abc", "yes"},
         {"", "", "yes"},
         {"", "abc", "yes"},
         {"^$", "", "yes"},
         {"^$", "a", "no"},
         {"a|^b", "ab", "yes"},
         {"^a|b", "cb", "yes"},
         {"a^b", "ab", "no"}});
}

BOOST_AUTO_TEST_CASE(the_end_is_the_very_end) {
  check({{"^abc$", "abc\n", "no"}, {"^abc\\n$", "abc\n", "yes"}, {"c$", "c\nc\n", "no"}});
}

BOOST_AUTO_TEST_CASE(a_dot_is_no_line_end) {
  check({{"^.$", "\n", "no"},
         {"^.$", "\r", "no"},
         {"^.$", "\u2028", "no"},
         {"^.$", "\u2029", "no"},
         {"^.$", "\v", "yes"},
         {"^.$", "\u0085", "yes"},
         {"^.$", "\U0001F432", "yes"},
         {"^..$", "\U0001F432", "no"}});
}

BOOST_AUTO_TEST_CASE(white_space_is_what_ecmascript_says) {
  for (const std::string_view text :
       {"\t", "\n", "\v", "\f", "\r", " ", "\u00A0", "\u1680", "\u2000", "\u2005", "\u200A",
        "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF"}) {
    BOOST_TEST(search("^\\s$", text) == "yes");
    BOOST_TEST(search("^[\\s]$", text) == "yes");
    BOOST_TEST(search("^\\S$", text) == "no");
    BOOST_TEST(search("^[^\\s]$", text) == "no");
  }
  for (const std::string_view text : {"\u0085", "\u180E", "\u200B", "a", "\u2013"}) {
    BOOST_TEST(search("^\\s$", text) == "no");
    BOOST_TEST(search("^\\S$", text) == "yes");
  }
}

BOOST_AUTO_TEST_CASE(digits_and_words_are_ascii) {
  check({{"^\\d$", "7", "yes"},
         {"^\\d$", "\u0967", "no"},
         {"^\\D$", "\u0967", "yes"},
         {"^\\w+$", "aZ_9", "yes"},
         {"^\\w$", "\u00E9", "no"},
         {"^\\W$", "\u00E9", "yes"},
         {"^\\w$", "\u017F", "no"},
         {"\\bcole", "\u00E9cole", "yes"},
         {"\\bcole", "ecole", "no"},
         {"a\\B", "ab", "yes"},
         {"^[\\w-]+$", "a-b", "yes"},
         {"^[^\\W_]+$", "a_b", "no"}});
}

BOOST_AUTO_TEST_CASE(escapes_name_characters) {
  check({{"^\\x41\\u0042\\u{43}$", "ABC", "yes"},
         {"^\\uD83D\\uDC32$", "\U0001F432", "yes"},
         {"^\\u{1F432}$", "\U0001F432", "yes"},
         {"^[\\uD83D\\uDC32]$", "\U0001F432", "yes"},
         {"^\\cC\\cc$", "\x03\x03", "yes"},
         {"^\\t\\n\\v\\f\\r$", "\t\n\v\f\r", "yes"},
         {"^\\0$", std::string_view("\0", 1), "yes"},
         {"^[\\b]$", "\b", "yes"},
         {"^[a\\-z]+$", "a-z", "yes"},
         {"^[a\\-z]+$", "b", "no"},
         {"^\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/$", "^$\\.*+?()[]{}|/", "yes"}});
}

BOOST_AUTO_TEST_CASE(a_lone_surrogate_is_in_no_text) {
  check({{"\\uD83D", "\U0001F432", "no"},
         {"^[\\uD800-\\uE000]$", "\uE000", "yes"},
         {"^[^\\uD800]$", "\U0001F432", "yes"},
         {"^\\u{D83D}\\u{DC32}$", "\U0001F432", "no"}});
}

BOOST_AUTO_TEST_CASE(an_empty_class_matches_nothing_and_its_opposite_everything) {
  check({{"[]", "a", "no"},
         {"^[]*$", "", "yes"},
         {"^[^]$", "\n", "yes"},
         {"^[^]$", "\U0001F432", "yes"},
         {"^[^]$", "", "no"}});
}

BOOST_AUTO_TEST_CASE(properties_have_the_names_of_unicode) {
  check({{"^\\p{Letter}$", "\u00E9", "yes"},
         {"^\\p{L}$", "1", "no"},
         {"^\\P{L}$", "1", "yes"},
         {"^\\p{Lu}$", "\u00C9", "yes"},
         {"^\\p{digit}$", "\u0967", "yes"},
         {"^\\p{General_Category=Decimal_Number}$", "\u0967", "yes"},
         {"^\\p{gc=punct}$", "!", "yes"},
         {"^\\p{Script=Greek}$", "\u03B1", "yes"},
         {"^\\p{sc=Grek}$", "a", "no"},
         {"^\\p{scx=Deva}$", "\u0964", "yes"},
         {"^\\p{sc=Deva}$", "\u0964", "no"},
         {"^\\p{Alphabetic}$", "\u0345", "yes"},
         {"^\\p{ASCII}$", "\u00E9", "no"},
         {"^\\P{ASCII}$", "\u00E9", "yes"},
         {"^\\p{Any}$", "\n", "yes"},
         {"^\\p{Assigned}$", "a", "yes"},
         {"^\\p{Assigned}$", "\u0378", "no"},
         {"^\\P{Assigned}$", "\u0378", "yes"},
         {"^\\p{Cn}$", "\u0378", "yes"},
         {"^\\p{LC}$", "a", "yes"},
         {"^\\p{C}$", "\u0378", "yes"},
         {"^[\\p{L}0-9]+$", "\u00E99", "yes"},
         {"^[^\\p{L}0-9]+$", "\u00E9", "no"},
         {"^[^\\p{L}0-9]+$", "-!", "yes"},
         {"^[\\P{L}\\p{Lu}]$", "a", "no"},
         {"^\\p{Emoji_Presentation}$", "\U0001F432", "yes"},
         {"^\\p{Cs}$", "a", "no"},
         {"\\p{Klingon}", "",
          "no Unicode property has the name \"Klingon\" (character 1 of the pattern)"},
         {"a\\p{letter}", "",
          "no Unicode property has the name \"letter\" (character 2 of the pattern)"}});
}

BOOST_AUTO_TEST_CASE(look_around_and_back_references_work) {
  check({{"^(?!.*b).*$", "aca", "yes"},
         {"^(?!.*b).*$", "aba", "no"},
         {"a(?=b)", "ab", "yes"},
         {"(?<=a)b", "ab", "yes"},
         {"(?<!a)b", "ab", "no"},
         {"(?<=ab|c)d", "cd", "yes"},
         {"^(a|b)\\1$", "aa", "yes"},
         {"^(a|b)\\1$", "ab", "no"},
         {"^(?<x>a|b)\\k<x>$", "bb", "yes"},
         {"^\\k<x>(?<x>a)$", "a", "yes"},
         {"^(x)?\\1y$", "y", "yes"},
         {"^(x)(y)(z)\\3$", "xyzz", "yes"}});
}

BOOST_AUTO_TEST_CASE(a_look_behind_may_have_several_lengths) {
  check({{"(?<=^a{1,3})b", "aab", "yes"},
         {"(?<=^a{1,3})b", "aaaab", "no"},
         {"(?<=^(?:a|bc)d?)e", "bcde", "yes"},
         {"(?<=^(?:a|bc)d?)e", "bcdde", "no"},
         {"(?<!a?b)c", "abc", "no"},
         {"(?<!^ab?)c", "bc", "yes"},
         {"(?<=(a|bc))d", "bcd", "yes"},
         {"(?<=(a|b)c)\\1", "bcb", "yes"},
         {"(?<=(a|b)c)\\1", "bca", "no"},
         {"(?<=(a)b?)\\1", "",
          "the pattern needs a back-reference into a look-behind of several lengths"},
         {"(?<=a{1,9}b{1,9}c{1,9}d{1,9}e{1,9}f{1,9}g{1,9}h{1,9})i", "",
          "the pattern needs a look-behind of too many lengths"}});
}

BOOST_AUTO_TEST_CASE(quantifiers_count) {
  check({{"^a{2}$", "aa", "yes"},
         {"^a{2}$", "a", "no"},
         {"^a{2,}$", "aaa", "yes"},
         {"^a{1,2}?$", "aa", "yes"},
         {"^a{0}$", "", "yes"},
         {"^(?:ab)+?$", "abab", "yes"},
         {"^(?:^)*a$", "a", "yes"},
         {"^(?:a*)*b$", "aab", "yes"},
         {"^.{2,3000}$", "abc", "yes"}});
}

BOOST_AUTO_TEST_CASE(an_error_says_what_and_where) {
  check({{"a(b", "",
          "the group that opens here is never closed; add \")\" (character 2 of the pattern)"},
         {"ab)", "",
          "\")\" closes no group; remove it, or write \"\\)\" for the character itself (character "
          "3 of the pattern)"},
         {"\u00E9[a", "",
          "the class that opens here is never closed; add \"]\" (character 2 of the pattern)"},
         {"\\a", "", "\"\\a\" is no escape that ECMA-262 knows (character 1 of the pattern)"},
         {"\\Z", "", "\"\\Z\" is no escape that ECMA-262 knows (character 1 of the pattern)"},
         {"\\@", "",
          "\"\\@\" is no escape that ECMA-262 knows; write the character without \"\\\" (character "
          "1 of the pattern)"},
         {"\\2(a)", "",
          "there is no group 2 for the back-reference; the pattern has 1 (character 1 of the "
          "pattern)"},
         {"^*", "",
          "nothing to repeat: \"^\" matches a place, not a character (character 2 of the "
          "pattern)"}});
}

BOOST_AUTO_TEST_CASE(what_no_pattern_may_hold_with_the_u_flag_is_refused) {
  for (const std::string_view pattern : {"*a",
                                         "a**",
                                         "a{2}{3}",
                                         "(?=a)*",
                                         "a{2,1}",
                                         "{",
                                         "}",
                                         "]",
                                         "a{",
                                         "a{,2}",
                                         "x{a}",
                                         "\\",
                                         "[\\",
                                         "[z-a]",
                                         "[\\d-z]",
                                         "[a-\\d]",
                                         "[\\1]",
                                         "[\\B]",
                                         "\\1",
                                         "\\00",
                                         "\\01",
                                         "\\c",
                                         "\\c1",
                                         "\\x4",
                                         "\\u12",
                                         "\\u{}",
                                         "\\u{110000}",
                                         "\\u{12",
                                         "\\k",
                                         "\\k<a",
                                         "\\k<a>",
                                         "(?<a>)(?<a>)",
                                         "(?<1a>)",
                                         "(?<>a)",
                                         "(?P<a>b)",
                                         "(?P=a)",
                                         "(?#a)",
                                         "(?i)a",
                                         "(?i:a)",
                                         "(?>a)",
                                         "(?a",
                                         "\\A",
                                         "\\z",
                                         "\\h",
                                         "\\p",
                                         "\\p{",
                                         "\\pL",
                                         "\\p{}",
                                         "\\p{sc=}",
                                         "\\p{Script}",
                                         "\\p{IsGreek}",
                                         "\\-",
                                         "(?<=a)*",
                                         "\\b+",
                                         "a|*",
                                         "(*)",
                                         "\xFF"}) {
    BOOST_TEST_CONTEXT(pattern) { BOOST_TEST(check_pattern_syntax(pattern).has_value()); }
  }
}

BOOST_AUTO_TEST_CASE(format_regex_also_takes_what_no_engine_here_can_run) {
  BOOST_TEST(!check_pattern_syntax("(?<=a+)b").has_value());
  BOOST_TEST(!check_pattern_syntax("\\p{Changes_When_NFKC_Casefolded}").has_value());
  BOOST_TEST(!check_pattern_syntax("a{1000000}").has_value());
  check({{"(?<=a+)b", "", "the pattern needs look-behind without a greatest length"},
         {"a{1000000}", "", "the pattern needs a repeat of more than 65535 times"},
         {"\\p{CWKCF}", "",
          "the pattern needs the Unicode property Changes_When_NFKC_Casefolded, which no engine "
          "here knows"}});
}

BOOST_AUTO_TEST_CASE(lenient_takes_what_can_mean_only_one_thing) {
  for (const std::string_view pattern :
       {"\\-", "\\@", "\\\"", "{", "a{b}", "]", "[\\w-.]", "[.-\\w]"}) {
    BOOST_TEST_CONTEXT(pattern) {
      BOOST_TEST(!Pattern::parse(pattern).has_value());
      BOOST_TEST(Pattern::parse(pattern, Strictness::lenient).has_value());
    }
  }
  BOOST_TEST(!Pattern::parse("\\a", Strictness::lenient).has_value());
  BOOST_TEST(
      (Pattern::parse("^[\\w-.]+$", Strictness::lenient)->search("a-b.c") == Pattern::Match::yes));
}

BOOST_AUTO_TEST_CASE(undecodable_bytes_are_read_as_replacement_characters) {
  check({{"^.$", "\xFF", "yes"},
         {"^a..b$",
          "a\xFF\xFE"
          "b",
          "yes"},
         {"^\\uFFFD$", "\xE2\x82", "yes"},
         {"^a$", "a\xFF", "no"},
         {"^(?!b).$", "\xED", "yes"}});
}

BOOST_AUTO_TEST_CASE(catastrophic_patterns_take_linear_time) {
  const std::string text(100'000, 'a');
  check({{"^(a+)+$", text + "b", "no"}, {"^(a|b)*$", text, "yes"}, {"^(a|a)*$", text + "c", "no"}});
}

BOOST_AUTO_TEST_CASE(endless_backtracking_ends_at_the_limit) {
  const std::string text(100, 'a');
  check({{"^(?=(a+)+$)", text + "b", "limit"}, {"^(a+)+\\1$", text + "b", "limit"}});
}

BOOST_AUTO_TEST_CASE(deep_recursion_of_the_backtracker_is_no_crash) {
  check({{"^(?!b)(a|b)*$", std::string(1'000'000, 'a'), "limit"}});
}

BOOST_AUTO_TEST_CASE(nesting_has_an_end) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '(') + "a" + std::string(depth, ')');
  };
  BOOST_TEST(search(nested(200), "a") == "yes");
  BOOST_TEST(search("(?!b)" + nested(200), "a") == "yes");
  BOOST_TEST(!Pattern::parse(nested(201)).has_value());
  BOOST_TEST(!Pattern::parse(std::string(60'000, '(')).has_value());
}

BOOST_AUTO_TEST_CASE(a_copy_is_the_same_pattern) {
  const Pattern copy = *Pattern::parse("^a+$");
  const Pattern other = copy;
  BOOST_TEST(other.source() == "^a+$");
  BOOST_TEST((other.search("aa") == Pattern::Match::yes));
}

BOOST_AUTO_TEST_CASE(threads_may_share_a_pattern_from_its_first_search) {
  for (const std::string_view pattern : {"^a+$", "\\ba\\b", "^(?!b)a+$"}) {
    const Pattern shared = *Pattern::parse(pattern);
    std::atomic<int> matches = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&] {
        for (int j = 0; j < 100; ++j) {
          if (shared.search("a") == Pattern::Match::yes) ++matches;
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    BOOST_TEST(matches == 400);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint
