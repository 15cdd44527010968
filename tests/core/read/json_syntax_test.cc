#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

#include "core/read/reading.h"

namespace proclint {
namespace {

using std::string_view_literals::operator""sv;

// The one syntax error of `text`, without its rule.
std::string fault(std::string_view text) {
  const JsonReading reading(text);
  BOOST_TEST(reading.document.empty());
  const std::string all = print(reading.findings);
  constexpr std::string_view kRule = "syntax-error";
  return all.starts_with(kRule) ? all.substr(kRule.size()) : all;
}

BOOST_AUTO_TEST_SUITE(json_syntax)

BOOST_AUTO_TEST_CASE(a_missing_comma_is_named_with_its_neighbours) {
  BOOST_TEST(fault(R"(["a" "b"])") == R"([5,8) a comma is missing between "a" and "b")");
  BOOST_TEST(fault("{\"a\": 1\n\"b\": 2}") == R"([8,11) a comma is missing between 1 and "b")");
  BOOST_TEST(fault("[{} {}]") == "[4,5) a comma is missing between } and {");
}

BOOST_AUTO_TEST_CASE(a_comma_too_many_is_the_place_itself) {
  BOOST_TEST(fault("[1 , ]") ==
             "[3,4) a comma before ], but nothing between them; remove the comma");
  BOOST_TEST(fault("{\"a\":1,\n}") ==
             "[6,7) a comma before }, but nothing between them; remove the comma");
  BOOST_TEST(fault("[1,,2]") == "[3,4) two commas in a row; remove one");
  BOOST_TEST(fault("{\"a\":1,,}") == "[7,8) two commas in a row; remove one");
  BOOST_TEST(fault("[,1]") == "[1,2) a comma before the first value; remove it");
  BOOST_TEST(fault("{,}") == "[1,2) a comma before the first key; remove it");
}

BOOST_AUTO_TEST_CASE(other_quotes_are_named) {
  BOOST_TEST(fault("{'it\\'s': 1}") ==
             R"([1,8) 'it\'s' stands in single quotes; write double ones: "it\'s")");
  BOOST_TEST(fault("['a]") == R"([1,2) a single quote; write a double one: ")");
  BOOST_TEST(fault("{\u201Ctitle\u201D: 1}") ==
             "[1,4) \u201C is a typographic quote; write a straight one: \"");
  BOOST_TEST(fault("[`a`]") == R"([1,2) ` is a typographic quote; write a straight one: ")");
}

BOOST_AUTO_TEST_CASE(a_key_without_quotes_is_named) {
  BOOST_TEST(
      fault("{title: 1}") ==
      R"([1,6) title stands where a key is expected; write a key in double quotes: "title")");
  BOOST_TEST(fault("{\"a\": 1, 2: 1}") ==
             R"([9,10) 2 stands where a key is expected; write a key in double quotes: "2")");
  BOOST_TEST(fault("{{}}") ==
             "[1,2) { stands where a key is expected; write a key in double quotes and a colon "
             "before it");
  BOOST_TEST(fault("{:1}") ==
             "[1,2) a colon without a key before it; write the key in double quotes");
}

BOOST_AUTO_TEST_CASE(a_comment_is_named_whole) {
  BOOST_TEST(fault("[1, // why\n2]") == "[4,10) a comment; a JSON file can have none: remove it");
  BOOST_TEST(fault("/* a\nb */ 1") == "[0,9) a comment; a JSON file can have none: remove it");
  BOOST_TEST(fault("# a\r\n1") == "[0,3) a comment; a JSON file can have none: remove it");
  BOOST_TEST(fault("[1 /* a") == "[3,7) a comment; a JSON file can have none: remove it");
  BOOST_TEST(fault("[/]") == "[1,2) / stands where a value is expected");
}

BOOST_AUTO_TEST_CASE(a_colon_is_missed_or_too_much) {
  BOOST_TEST(fault(R"({"a" 1})") == R"([5,6) a colon is missing between "a" and 1)");
  BOOST_TEST(fault(R"({"a" = 1})") == "[5,6) = stands where a colon is expected");
  BOOST_TEST(fault(R"({"a":: 1})") == "[5,6) two colons in a row; remove one");
  BOOST_TEST(fault(R"({"a": "b": 1})") ==
             R"([9,10) a colon behind the value "b"; write a comma and the next key before it)");
  BOOST_TEST(
      fault(R"(["a": 1])") ==
      "[4,5) a colon in a list; write ] before \"a\" if the list ends there, or keys and values "
      "into { and }");
  BOOST_TEST(
      fault(R"({"a": ["b" "c": 1})") ==
      "[11,14) the key \"c\" stands in a list; write ] and a comma before it if the list ends "
      "there, or keys and values into { and }");
  BOOST_TEST(fault("[:]") ==
             "[1,2) a colon where a value is expected; keys and values stand in { and }");
  BOOST_TEST(fault(R"("a": 1)") ==
             "[3,4) a colon behind the end of the document; keys and values stand in { and }");
}

BOOST_AUTO_TEST_CASE(a_key_without_value_is_named) {
  BOOST_TEST(fault(R"({"a"})") ==
             R"([4,5) the key "a" has no value; write a colon and the value behind it)");
  BOOST_TEST(fault(R"({"a", "b": 1})") ==
             R"([4,5) the key "a" has no value; write a colon and the value behind it)");
  BOOST_TEST(fault(R"({"a": })") == "[6,7) no value behind the colon; write one before the }");
  BOOST_TEST(fault(R"({"a":, "b": 1})") ==
             "[5,6) no value behind the colon; write one before the comma");
}

BOOST_AUTO_TEST_CASE(a_line_break_in_a_text_has_a_note_at_the_quote) {
  constexpr std::string_view kMessage =
      "a line break inside the text; write \" before it if the text ends here, else \\n in its "
      "place";
  BOOST_TEST(fault("[\n \"a\nb\"]") ==
             "[5,6) " + std::string(kMessage) + " (2:2 the text begins here)");
  BOOST_TEST(fault("{\"a\r\n\": 1}") ==
             "[3,5) " + std::string(kMessage) + " (1:2 the text begins here)");
}

BOOST_AUTO_TEST_CASE(a_control_character_in_a_text_is_named) {
  BOOST_TEST(fault("[\"a\tb\"]") ==
             "[3,4) a tab inside the text; write a blank, or \\t (1:2 the text begins here)");
  BOOST_TEST(fault("[\"\x01\"]") ==
             "[2,3) a control character (U+0001) inside the text; remove it (1:2 the text begins "
             "here)");
  BOOST_TEST(fault("[\"ab\0c\"]"sv) ==
             "[4,5) a control character (U+0000) inside the text; remove it (1:2 the text begins "
             "here)");
}

// RapidJSON's SSE2 scanner takes 0x1A to 0x1F for characters.
BOOST_AUTO_TEST_CASE(every_control_character_in_a_text_is_refused_at_every_alignment) {
  for (char c = 0; c < 0x20; ++c) {
    for (std::size_t before = 0; before < 70; ++before) {
      std::string text = "[\"" + std::string(before, 'a') + c + std::string(40, 'b') + "\"]";
      const std::string place =
          "[" + std::to_string(before + 2) + "," + std::to_string(before + 3) + ")";
      BOOST_TEST_REQUIRE(fault(text).starts_with(place));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_control_character_between_tokens_is_named) {
  BOOST_TEST(fault("[1,\f2]") == "[3,4) a control character (U+000C); remove it");
  BOOST_TEST(fault("[1]\x1A") == "[3,4) a control character (U+001A); remove it");
}

BOOST_AUTO_TEST_CASE(a_nul_is_not_the_end) {
  BOOST_TEST(fault("[1]\0"sv) == "[3,4) a control character (U+0000); remove it");
  BOOST_TEST(fault("[1]\0[2]"sv) == "[3,4) a control character (U+0000); remove it");
  BOOST_TEST(fault("[\0]"sv) == "[1,2) a control character (U+0000); remove it");
  BOOST_TEST(fault("\0"sv) == "[0,1) a control character (U+0000); remove it");
}

BOOST_AUTO_TEST_CASE(a_bad_escape_is_named) {
  BOOST_TEST(fault(R"(["a\xb"])") ==
             R"([3,5) \x has no meaning; write \\ if a backslash is meant, else remove it)"
             " (1:2 the text begins here)");
  BOOST_TEST(fault("[\"\\\u00e9\"]") ==
             "[2,5) \\\u00e9 has no meaning; write \\\\ if a backslash is meant, else remove it"
             " (1:2 the text begins here)");
  BOOST_TEST(fault(R"(["\u12g4"])").starts_with(R"([2,7) \u12g is no character)"));
  BOOST_TEST(fault(R"(["\u12"])").starts_with(R"([2,6) \u12 is no character)"));
}

BOOST_AUTO_TEST_CASE(half_a_surrogate_pair_is_named) {
  BOOST_TEST(fault(R"(["\ud83d"])").starts_with(R"([2,8) \ud83d is one half of a character)"));
  BOOST_TEST(fault(R"(["\ude00"])").starts_with(R"([2,8) \ude00 is one half of a character)"));
  BOOST_TEST(fault(R"(["a\ude00\ud83d"])").starts_with(R"([3,9) \ude00 is one half)"));
  BOOST_TEST(fault(R"(["\ud83dx"])").starts_with(R"([2,8) \ud83d is one half)"));
  BOOST_TEST(fault(R"(["\ud83d\n"])").starts_with(R"([2,8) \ud83d is one half)"));
  BOOST_TEST(fault(R"({"\udc00": 1})").starts_with(R"([2,8) \udc00 is one half)"));
}

BOOST_AUTO_TEST_CASE(a_number_is_mended) {
  BOOST_TEST(
      fault("[00100]") ==
      R"([1,6) the number 00100 begins with a zero; write "00100" in quotes if it is a code,)"
      " else 100");
  BOOST_TEST(
      fault("[-01.5]") ==
      R"([1,6) the number -01.5 begins with a zero; write "-01.5" in quotes if it is a code,)"
      " else -1.5");
  BOOST_TEST(fault("[+1]") == "[1,3) the number +1 begins with a plus; write 1");
  BOOST_TEST(fault("[.5]") == "[1,3) the number .5 has no digit before its point; write 0.5");
  BOOST_TEST(fault("[-.5]") == "[1,4) the number -.5 has no digit before its point; write -0.5");
  BOOST_TEST(fault("[5.]") == "[1,3) the number 5. has no digit behind its point; write 5.0");
  BOOST_TEST(fault("[5.e1]") == "[1,5) the number 5.e1 has no digit behind its point; write 5.0e1");
  BOOST_TEST(fault("[5e]") == "[1,3) the number 5e has no digit behind its e; write 5");
  BOOST_TEST(fault("[-]") == "[1,2) a - without a number; write the number, or a text in quotes");
}

BOOST_AUTO_TEST_CASE(what_only_begins_like_a_number_is_named_whole) {
  BOOST_TEST(
      fault("[2024-01-15]") ==
      "[1,11) 2024-01-15 is no number; if it is a text or a date, write it in double quotes: "
      "\"2024-01-15\"");
  BOOST_TEST(fault("[5mg]").starts_with("[1,4) 5mg is no number"));
  BOOST_TEST(fault("[0x1F]").starts_with("[1,5) 0x1F is no number"));
  BOOST_TEST(fault("[-Infinity]") ==
             "[1,10) -Infinity is no number that can be written here; write null, or \"-Infinity\" "
             "in quotes");
}

BOOST_AUTO_TEST_CASE(a_word_is_named_with_what_it_means) {
  BOOST_TEST(fault("[True]") ==
             R"([1,5) True is no value; write true, or "True" in quotes if it is a text)");
  BOOST_TEST(fault("[None]") ==
             R"([1,5) None is no value; write null, or "None" in quotes if it is a text)");
  BOOST_TEST(fault("[tru]") ==
             R"([1,4) tru is no value; write true, or "tru" in quotes if it is a text)");
  BOOST_TEST(fault("[NaN]") ==
             "[1,4) NaN is no number that can be written here; write null, or "
             "\"NaN\" in quotes if it is a text");
  BOOST_TEST(fault("{\"a\": needle}") ==
             R"([6,12) needle stands where a value is expected; write a text in double quotes: )"
             R"("needle")");
  BOOST_TEST(fault("[\u00e9t\u00e9]").starts_with("[1,6) \u00e9t\u00e9 stands where a value"));
}

BOOST_AUTO_TEST_CASE(a_quote_inside_a_text_is_suspected) {
  BOOST_TEST(fault(R"(["say "ah" now"])") ==
             R"([7,9) ah stands behind the text "say "; write a comma, or \" if the quote before )"
             "it belongs to the text");
  BOOST_TEST(fault(R"({"a"b": 1})") ==
             R"([4,5) b stands behind the key "a"; write a colon, or \" if the quote before it )"
             "belongs to the key");
}

BOOST_AUTO_TEST_CASE(what_is_never_closed_is_noted_where_it_begins) {
  BOOST_TEST(fault("{\"a\": [1,\n") ==
             "[9,9) the file ends before a list is closed; write ] where the list ends (1:7 the "
             "list begins here)");
  BOOST_TEST(fault("{\"a\": []\n\n") ==
             "[8,8) the file ends before a map is closed; write } where the map ends (1:1 the map "
             "begins here)");
  BOOST_TEST(fault("[\n\"a") ==
             "[4,4) the file ends inside a text; write \" where the text ends (2:1 the text begins "
             "here)");
  BOOST_TEST(fault("\"").starts_with("[1,1) the file ends inside a text"));
  BOOST_TEST(fault("[\"a\\").starts_with("[4,4) the file ends inside a text"));
}

BOOST_AUTO_TEST_CASE(a_wrong_bracket_is_noted_where_the_other_begins) {
  BOOST_TEST(fault("[1}") ==
             "[2,3) } stands where ] is expected: a list ends with ] (1:1 the list begins here)");
  BOOST_TEST(fault("{\"a\": 1]") ==
             "[7,8) ] stands where } is expected: a map ends with } (1:1 the map begins here)");
  BOOST_TEST(fault("{]").starts_with("[1,2) ] stands where } is expected"));
  BOOST_TEST(fault("[}").starts_with("[1,2) } stands where ] is expected"));
  BOOST_TEST(fault("[1]]") == "[3,4) ] closes nothing, all brackets are closed; remove it");
  BOOST_TEST(fault("}") == "[0,1) } closes nothing; remove it");
}

BOOST_AUTO_TEST_CASE(nothing_may_follow_the_document) {
  BOOST_TEST(fault("{}\n{}") ==
             "[3,4) a second document begins here, but a file holds one; remove one of them");
  BOOST_TEST(fault("{},") == "[2,3) a comma behind the end of the document; remove it");
  BOOST_TEST(fault("{} end") == "[3,6) end stands behind the end of the document; remove it");
}

BOOST_AUTO_TEST_CASE(an_empty_file_is_a_finding) {
  BOOST_TEST(fault("") ==
             "[0,0) the file is empty; write a document into it, as in { \"title\": \"...\" }");
  BOOST_TEST(fault(" \n\t") ==
             "[0,0) the file holds only blanks; write a document into it, as in { \"title\": "
             "\"...\" }");
  BOOST_TEST(fault("\xEF\xBB\xBF").starts_with("[3,3) the file is empty"));
}

BOOST_AUTO_TEST_CASE(characters_that_cannot_be_seen_are_named) {
  BOOST_TEST(fault("[1,\u00A02]") == "[3,5) a special blank (U+00A0); write a plain one");
  BOOST_TEST(fault("[\u200B1]") == "[1,4) an invisible character (U+200B); remove it");
  BOOST_TEST(fault("[1]\uFEFF") == "[3,6) an invisible character (U+FEFF); remove it");
  BOOST_TEST(fault("\xEF\xBB\xBF\xEF\xBB\xBF[]") ==
             "[3,6) an invisible character (U+FEFF); remove it");
}

BOOST_AUTO_TEST_CASE(offsets_count_the_byte_order_mark) {
  BOOST_TEST(fault("\xEF\xBB\xBF[1,]") ==
             "[5,6) a comma before ], but nothing between them; remove the comma");
}

BOOST_AUTO_TEST_CASE(undecodable_bytes_outside_of_a_text_are_both_findings) {
  BOOST_TEST(print(JsonReading("[1,\xFF]").findings) ==
             "invalid-utf8[3,4) the byte 0xFF at offset 3 is no UTF-8; save the file as UTF-8, or "
             "type the character again\n"
             "syntax-error[3,4) an undecodable character where a value is expected; remove it");
}

BOOST_AUTO_TEST_CASE(utf16_is_one_finding) {
  constexpr std::string_view kExpected = "[0,2) the file is written in UTF-16; save it as UTF-8";
  BOOST_TEST(fault("\xFF\xFE{\0}\0"sv) == kExpected);
  BOOST_TEST(fault("\xFE\xFF\0{\0}"sv) == kExpected);
  BOOST_TEST(fault("[\0]\0"sv) == kExpected);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_text_is_one_finding) {
  std::string bytes = "PK\x03\x04";
  for (int i = 0; i < 2000; ++i) bytes += static_cast<char>(i * 37);
  const std::string found = print(JsonReading(bytes).findings);
  BOOST_TEST(found.starts_with("syntax-error[4,5) the file is no text, it holds bytes"), found);
  BOOST_TEST(found.find('\n') == std::string::npos);
  BOOST_TEST(print(YamlReading(bytes).findings) == found);
}

BOOST_AUTO_TEST_CASE(what_a_message_shows_is_short) {
  const std::string word(1000, 'x');
  BOOST_TEST(fault("[" + word + "]").size() < 200U);
  BOOST_TEST(fault("[\"" + word + "\" \"" + word + "\"]") ==
             "[1004,2006) a comma is missing between \"" + std::string(39, 'x') + "...\" and \"" +
                 std::string(39, 'x') + "...\"");
}

BOOST_AUTO_TEST_CASE(the_walk_over_a_wrong_text_is_linear) {
  std::string text;
  for (int i = 0; i < 300'000; ++i) text += i % 2 == 0 ? "[\"a'b\"," : "'],";
  BOOST_TEST(fault("[" + std::string(2'000'000, '0') + "]").starts_with("[1,2000001)"));
  BOOST_TEST(!fault(text).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
