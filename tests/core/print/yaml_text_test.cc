#include "core/print/yaml_text.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

namespace proclint {
namespace {

std::string quoted(std::string_view text) {
  std::string out;
  append_quoted_yaml(text, out);
  return out;
}

BOOST_AUTO_TEST_SUITE(print_yaml_text)

BOOST_AUTO_TEST_CASE(words_and_sentences_are_plain) {
  for (const std::string_view text :
       {"a", "Blood draw", "10 to 15 minutes", "it's", "a#b", "a:b", "say \"x\"",
        "(about 1 in 100)", "https://example.org/x#y", "$schema", "x, y", "Größe", "flu-shot",
        "covid-19-vaccine", "nothing", "yesterday", "a - b", "100% sure"}) {
    BOOST_TEST(is_plain_yaml(text), text);
  }
}

BOOST_AUTO_TEST_CASE(what_some_parser_reads_as_something_else_is_not) {
  for (const std::string_view text : {"",
                                      "~",
                                      "null",
                                      "NULL",
                                      "true",
                                      "Yes",
                                      "NO",
                                      "on",
                                      "y",
                                      "N",
                                      "12",
                                      "12:30",
                                      "1e3",
                                      "3E03317",
                                      "00100",
                                      "1_000",
                                      "0x1F",
                                      "0b11",
                                      "1.0",
                                      "+1",
                                      "-1",
                                      ".5",
                                      ".inf",
                                      ".nan",
                                      "=",
                                      "<<",
                                      "2014-01-01",
                                      "1:2:3",
                                      "2014-01-01 08:00:00"}) {
    BOOST_TEST(!is_plain_yaml(text), text);
  }
}

BOOST_AUTO_TEST_CASE(codes_are_not) {
  for (const std::string_view text :
       {"64616", "G24.3", "0042T", "E0114", "PT15M", "5-470", "H01.1"}) {
    BOOST_TEST(!is_plain_yaml(text), text);
  }
}

BOOST_AUTO_TEST_CASE(what_means_something_to_yaml_is_not) {
  for (const std::string_view text :
       {"- a", "-",   "? a",   ": a", "a: b", "a:",   "a #b", "#a",  "&a", "*a",
        "!a",  "|",   ">",     "%a",  "@a",   "`a",   "[a]",  "{a}", "]",  "}",
        ", a", "'a'", "\"a\"", " a",  "a ",   "a\tb", "a\nb", "---", "..."}) {
    BOOST_TEST(!is_plain_yaml(text), text);
  }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_seen_is_not) {
  for (const std::string_view text : {"a\x07", "a\x7F", "a\u0085", "a\u2028", "\uFEFFa", "a\xFF"}) {
    BOOST_TEST(!is_plain_yaml(text), quoted(text));
  }
}

BOOST_AUTO_TEST_CASE(quoted_texts_have_escapes_for_what_cannot_be_seen) {
  BOOST_TEST(quoted("a\"b\\c") == R"("a\"b\\c")");
  BOOST_TEST(quoted("\n\t\r") == R"("\n\t\r")");
  BOOST_TEST(quoted(std::string_view("\0\x07\x7F", 3)) == R"("\0\x07\x7F")");
  BOOST_TEST(quoted("\u0085\u2028\uFEFF") == R"("\x85\u2028\uFEFF")");
  BOOST_TEST(quoted("\U0001F600\U0001FFFE") == "\"\U0001F600\\U0001FFFE\"");
  BOOST_TEST(quoted("a\xFF\xC3") == "\"a\uFFFD\uFFFD\"");
}

BOOST_AUTO_TEST_CASE(lines_that_everybody_sees_can_be_a_block) {
  BOOST_TEST(is_literal_yaml("a\nb"));
  BOOST_TEST(is_literal_yaml("a\n\n  b\n"));
  for (const std::string_view text :
       {"", "a", "\na", " a\nb", "a \nb", "a\nb ", "a\n\n", "a\tb\nc", "a\r\nb", "a\n\u2028"}) {
    BOOST_TEST(!is_literal_yaml(text), quoted(text));
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
