#include "core/read/yaml_text.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

#include "core/document/dump.h"
#include "core/document/value.h"
#include "core/read/reading.h"

namespace proclint {
namespace {

// The text of the whole of `scalar`.
std::string decoded(std::string_view scalar) {
  return yaml_text(scalar, {0, static_cast<std::uint32_t>(scalar.size())}).decoded;
}

// The source of the bytes `part` of the text of the value of the first key.
std::string located(const YamlReading& reading, std::string_view part) {
  const Value value(reading.document, 2);
  const auto begin = static_cast<std::uint32_t>(value.text().find(part));
  const Span span = value.locate({begin, begin + static_cast<std::uint32_t>(part.size())});
  return std::string(reading.source.slice(span));
}

std::string located(std::string_view text, std::string_view part) {
  return located(YamlReading(text), part);
}

BOOST_AUTO_TEST_SUITE(yaml_texts)

BOOST_AUTO_TEST_CASE(lines_of_a_flow_scalar_are_folded) {
  BOOST_TEST(decoded("a  \n  b\n\n\t c\r\n \r\n\r\n d\re") == "a b\nc\n\nd e");
  BOOST_TEST(decoded("'a\n\n b'") == "a\nb");
  BOOST_TEST(decoded("\" a \n b \"") == " a b ");
  BOOST_TEST(decoded("'\n'") == " ");
}

BOOST_AUTO_TEST_CASE(two_single_quotes_are_one) { BOOST_TEST(decoded("'a''b'''") == "a'b'"); }

BOOST_AUTO_TEST_CASE(escapes_are_decoded) {
  BOOST_TEST(decoded(R"("\a\b\t\n\v\f\r\e\"\/\\\ ")") == "\a\b\t\n\v\f\r\x1B\"/\\ ");
  BOOST_TEST(decoded(R"("\N\_\L\P")") == "\u0085\u00A0\u2028\u2029");
  BOOST_TEST(decoded(R"("\x41\u20ac\U0001F600\ud83d\ude00")") == "A\u20AC\U0001F600\U0001F600");
  BOOST_TEST(decoded("\"\\0\"") == std::string(1, '\0'));
}

BOOST_AUTO_TEST_CASE(an_escaped_line_end_joins_lines) {
  BOOST_TEST(decoded("\"a \\\n   b\\\r\n\\  c\"") == "a b  c");
  BOOST_TEST(decoded("\"a\\\n\n b\"") == "a\nb");
}

// JEF9/02 and L24T/01 of the official suite.
BOOST_AUTO_TEST_CASE(blanks_alone_at_the_end_of_the_file_are_a_whole_line) {
  BOOST_TEST(decoded("|+\n   ") == "\n");
  BOOST_TEST(decoded("|\n  x\n   ") == "x\n \n");
  BOOST_TEST(decoded("|+\n  x\n  ") == "x\n\n");
  BOOST_TEST(decoded("|\n  x\n  ") == "x\n");
  BOOST_TEST(decoded("|\n  x ") == "x ");
}

BOOST_AUTO_TEST_CASE(a_literal_scalar_keeps_its_lines) {
  BOOST_TEST(decoded("|\n  a\n   b\n\n  c\n\n") == "a\n b\n\nc\n");
  BOOST_TEST(decoded("|-\n  a\n\n") == "a");
  BOOST_TEST(decoded("|+\n  a\n\n") == "a\n\n");
  BOOST_TEST(decoded("|\n  a") == "a");
  BOOST_TEST(decoded("|\r\n  a\r\n  b\r\n") == "a\nb\n");
}

BOOST_AUTO_TEST_CASE(a_folded_scalar_joins_its_lines) {
  BOOST_TEST(decoded(">\n  a\n  b\n\n  c\n") == "a b\nc\n");
  BOOST_TEST(decoded(">\n\n  a\n   b\n  c\n  d\n") == "\na\n b\nc d\n");
  BOOST_TEST(decoded(">\n  a\n\n   b\n\n  c\n") == "a\n\n b\n\nc\n");
}

BOOST_AUTO_TEST_CASE(the_indentation_of_a_block_scalar_can_be_given) {
  const std::string_view text = "|1\n   a\n b\n";
  const Span whole{0, static_cast<std::uint32_t>(text.size())};
  BOOST_TEST(yaml_text(text, whole, 1).decoded == "  a\nb\n");
  BOOST_TEST(yaml_indent_digit(text, whole) == 1U);
  BOOST_TEST(dump(YamlReading("a:\n  - b: |2\n        c\n       d\n").document) ==
             "map[0,32) key[0,1)=a list[5,32) map[7,32) key[7,8)=b string[10,32)=  c\\n d\\n "
             "#bullet[5,6)@3=-");
}

BOOST_AUTO_TEST_CASE(tags_and_anchors_before_a_scalar_are_passed_over) {
  BOOST_TEST(decoded("!!str &a # b\n  'c''d'") == "c'd");
}

BOOST_AUTO_TEST_CASE(a_word_of_a_plain_scalar_is_located_on_its_line) {
  BOOST_TEST(located("a: one two\n", "two") == "two");
  const YamlReading reading("a: one\n  two\n\n  three\n");
  BOOST_TEST(located(reading, "two") == "two");
  BOOST_TEST(located(reading, "three") == "three");
  BOOST_TEST(located(reading, "one two") == "one\n  two");
  BOOST_TEST(located(reading, "\n") == "\n\n  ");
}

BOOST_AUTO_TEST_CASE(a_word_of_a_quoted_scalar_is_located_through_its_escapes) {
  const YamlReading reading("a: \"\\u00e9 one \\\n   t\\x77o\\n three\"\n");
  BOOST_TEST(located(reading, "\u00e9") == "\\u00e9");
  BOOST_TEST(located(reading, "two") == "t\\x77o");
  BOOST_TEST(located(reading, "\n") == "\\n");
  BOOST_TEST(located(reading, "three") == "three");
  BOOST_TEST(located("a: 'it''s one'\n", "one") == "one");
  BOOST_TEST(located("a: 'it''s one'\n", "'s") == "''s");
}

BOOST_AUTO_TEST_CASE(a_word_of_a_block_scalar_is_located_behind_the_indentation) {
  const YamlReading folded("a: >- # b\n  one two\n  three\n\n  four\n");
  BOOST_TEST(located(folded, "one") == "one");
  BOOST_TEST(located(folded, "three") == "three");
  BOOST_TEST(located(folded, "two three") == "two\n  three");
  BOOST_TEST(located(folded, "four") == "four");
  const YamlReading literal("a:\n  |\n    one\n      two\n");
  BOOST_TEST(located(literal, "  two") == "  two");
  BOOST_TEST(located(literal, "one\n") == "one\n");
  BOOST_TEST(located("a: |1\n   one\n  two\n", "two") == "two");
}

BOOST_AUTO_TEST_CASE(an_empty_range_is_located_as_an_empty_place) {
  const YamlReading reading("a: \"\\tb\"\n");
  BOOST_TEST((locate_yaml(reading.document, 2, {1, 1}) == Span{6, 6}));
  BOOST_TEST((locate_yaml(reading.document, 2, {2, 2}) == Span{8, 8}));
}

BOOST_AUTO_TEST_CASE(a_range_beyond_the_text_is_located_at_its_end) {
  const YamlReading reading("a: bcd\n");
  BOOST_TEST(located(reading, "d") == "d");
  BOOST_TEST((locate_yaml(reading.document, 2, {1, 99}) == Span{4, 6}));
}

BOOST_AUTO_TEST_CASE(keys_are_located_too) {
  const YamlReading reading("\"a\\tb\": c\n");
  BOOST_TEST(reading.source.slice(locate_yaml(reading.document, 1, {1, 3})) == "\\tb");
  BOOST_TEST(reading.source.slice(locate_yaml(reading.document, 0, {0, 1})) == "\"a\\tb\": c");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
