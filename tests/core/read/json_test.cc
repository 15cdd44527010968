#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

#include "core/document/dump.h"
#include "core/document/value.h"
#include "core/read/reading.h"

namespace proclint {
namespace {

using std::string_view_literals::operator""sv;

// The tree in one line; the findings, if there are any.
std::string read(std::string_view text) {
  const JsonReading reading(text);
  return reading.findings.empty() ? dump(reading.document) : print(reading.findings);
}

// What stands in the source at bytes `begin` to `end` of the text of the first element.
std::string_view located(const JsonReading& reading, std::uint32_t begin, std::uint32_t end) {
  return reading.source.slice(locate_json(reading.document, 1, {begin, end}));
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

BOOST_AUTO_TEST_SUITE(json)

BOOST_AUTO_TEST_CASE(a_span_includes_the_quotes) {
  BOOST_TEST(read(R"({"a": "b"})") == R"(map[0,10) key[1,4)=a string[6,9)=b)");
}

BOOST_AUTO_TEST_CASE(words_and_numbers_have_the_span_that_they_are_written_in) {
  BOOST_TEST(read("[null, true , false,-1.50e+2 ,0]") ==
             "list[0,32) null[1,5)=null boolean[7,11)=true boolean[14,19)=false "
             "number[20,28)=-1.50e+2 number[30,31)=0");
}

BOOST_AUTO_TEST_CASE(a_value_alone_is_a_document) {
  BOOST_TEST(read(" true") == "boolean[1,5)=true");
  BOOST_TEST(read("false\n") == "boolean[0,5)=false");
  BOOST_TEST(read("null") == "null[0,4)=null");
  BOOST_TEST(read("-0") == "number[0,2)=-0");
  BOOST_TEST(read("\"\"") == "string[0,2)=");
}

BOOST_AUTO_TEST_CASE(brackets_have_the_span_from_the_first_to_the_last) {
  BOOST_TEST(read("[[], {} ,[{}]]") == "list[0,14) list[1,3) map[5,7) list[9,13) map[10,12)");
  BOOST_TEST(read(R"({"a":{"b":[1]},"c":{}})") ==
             "map[0,22) key[1,4)=a map[5,14) key[6,9)=b list[10,13) number[11,12)=1 "
             "key[15,18)=c map[19,21)");
}

BOOST_AUTO_TEST_CASE(blanks_and_line_ends_belong_to_no_span) {
  BOOST_TEST(read("\r\n\t [ 1 ,\r\n\"a\"\t]\n ") == "list[4,16) number[6,7)=1 string[11,14)=a");
  BOOST_TEST(read("{ \"a\"\n:\n1\n}") == "map[0,11) key[2,5)=a number[8,9)=1");
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_skipped_and_counted) {
  BOOST_TEST(read("\xEF\xBB\xBF{\"a\": \"\\n\"}") == "map[3,14) key[4,7)=a string[9,13)=\\n");
  BOOST_TEST(read("\xEF\xBB\xBF[true,1,[]]") ==
             "list[3,14) boolean[4,8)=true number[9,10)=1 list[11,13)");
}

BOOST_AUTO_TEST_CASE(a_text_with_escapes_is_decoded_and_its_span_is_the_source) {
  BOOST_TEST(read(R"({"\n\"x": "a\u00e9\ud83d\ude00/"})") ==
             "map[0,33) key[1,8)=\\n\"x string[10,32)=a\u00e9\U0001F600/");
  BOOST_TEST(read(R"(["\"\\\/\b\f\n\r\t", "\\"])") ==
             "list[0,26) string[1,19)=\"\\\\/\\u0008\\u000c\\n\\r\\t string[21,25)=\\\\");
}

BOOST_AUTO_TEST_CASE(only_a_text_with_escapes_stands_in_the_copy) {
  const JsonReading reading(R"(["plain", "\u0061", "", "\n\"x"])");
  BOOST_TEST(!reading.document.node(1).is_decoded);
  BOOST_TEST(reading.document.node(2).is_decoded);
  BOOST_TEST(reading.document.text(2) == "a");
  BOOST_TEST(!reading.document.node(3).is_decoded);
  BOOST_TEST(reading.document.text(4) == "\n\"x");
}

BOOST_AUTO_TEST_CASE(an_escaped_nul_is_a_character) {
  const JsonReading reading(R"(["a\u0000b", 1])");
  BOOST_TEST(reading.document.text(1) == "a\0b"sv);
  BOOST_TEST(reading.document.text(2) == "1");
}

BOOST_AUTO_TEST_CASE(texts_keep_characters_of_every_length) {
  BOOST_TEST(read("[\"\u00e9\u20ac\U0001F600\x7F\"]") ==
             "list[0,14) string[1,13)=\u00e9\u20ac\U0001F600\\u007f");
}

BOOST_AUTO_TEST_CASE(equal_keys_are_both_kept) {
  BOOST_TEST(read(R"({"a":1,"a":2})") ==
             "map[0,13) key[1,4)=a number[5,6)=1 key[7,10)=a number[11,12)=2");
}

BOOST_AUTO_TEST_CASE(a_number_keeps_its_spelling_whatever_its_size) {
  BOOST_TEST(read("[1e309, -1e400]") == "list[0,15) number[1,6)=1e309 number[8,14)=-1e400");
  BOOST_TEST(read("[1E-400,0.0e99999999999999999999]") ==
             "list[0,33) number[1,7)=1E-400 number[8,32)=0.0e99999999999999999999");
  const std::string digits(400, '9');
  BOOST_TEST(read("[" + digits + "]") == "list[0,402) number[1,401)=" + digits);
  BOOST_TEST(read("-" + digits + ".5e-7") == "number[0,406)=-" + digits + ".5e-7");
}

BOOST_AUTO_TEST_CASE(texts_beside_a_huge_number_are_not_touched) {
  BOOST_TEST(read(R"({"1e999 \" 12345":1e999,"b":"-1e999","c":12345})") ==
             "map[0,47) key[1,17)=1e999 \" 12345 number[18,23)=1e999 key[24,27)=b "
             "string[28,36)=-1e999 key[37,40)=c number[41,46)=12345");
}

BOOST_AUTO_TEST_CASE(a_huge_number_hides_no_syntax_error) {
  BOOST_TEST(read("[1e999,100e5e5]").starts_with("syntax-error[7,14)"));
  BOOST_TEST(read("[1e999, 01]").starts_with("syntax-error[8,10)"));
  BOOST_TEST(read("[1e999").starts_with("syntax-error[6,6)"));
}

BOOST_AUTO_TEST_CASE(undecodable_bytes_are_reported_and_the_document_is_still_read) {
  const JsonReading reading("{\"a\xFF\": \"b\xE9\\n\", \"c\": \"\xC3\x28 ok\"}");
  BOOST_TEST(print(reading.findings) ==
             "invalid-utf8[3,4) the byte 0xFF at offset 3 is no UTF-8; save the file as UTF-8, or "
             "type the character again\n"
             "invalid-utf8[9,10) the byte 0xE9 at offset 9 is no UTF-8; save the file as UTF-8, or "
             "type the character again\n"
             "invalid-utf8[21,22) the byte 0xC3 at offset 21 is no UTF-8; save the file as UTF-8, "
             "or type the character again");
  BOOST_TEST(dump(reading.document) ==
             "map[0,28) key[1,5)=a? string[7,13)=b?\\n key[15,18)=c string[20,27)=?( ok");
}

BOOST_AUTO_TEST_CASE(a_run_of_undecodable_bytes_is_one_finding) {
  BOOST_TEST(read("[\"\xFC\x80\x80\x80\x80\x80\xFF\xFE\xFF\"]") ==
             "invalid-utf8[2,11) the bytes 0xFC 0x80 0x80 0x80 0x80 0x80 0xFF 0xFE ... at offset 2 "
             "are no UTF-8; save the file as UTF-8, or type the character again");
}

BOOST_AUTO_TEST_CASE(a_file_of_undecodable_bytes_has_a_bounded_number_of_findings) {
  std::string text = "\"";
  for (int i = 0; i < 1234; ++i) text += "\xFF ";
  const JsonReading reading(text + '"');
  BOOST_TEST(reading.findings.size() == 1000U);
  BOOST_TEST(reading.findings.back().message.ends_with(
      "; 234 more places follow: is this file a text at all?"));
  BOOST_TEST(!reading.document.empty());
}

BOOST_AUTO_TEST_CASE(the_depth_is_capped) {
  BOOST_TEST(JsonReading(nested(3), 3).findings.empty());
  const JsonReading reading(nested(4), 3);
  BOOST_TEST(print(reading.findings) ==
             "too-deep[3,4) lists and maps are nested more than 3 deep here; write the document "
             "flatter");
  BOOST_TEST(reading.document.empty());
  BOOST_TEST(print(JsonReading(R"({"a":{"b":[]}})", 2).findings).starts_with("too-deep[10,11)"));
}

BOOST_AUTO_TEST_CASE(endless_nesting_ends_at_the_cap) {
  BOOST_TEST(read(std::string(100'000, '[')).starts_with("too-deep[512,513)"));
  std::string maps;
  for (int i = 0; i < 100'000; ++i) maps += "{\"a\":";
  BOOST_TEST(read(maps).starts_with("too-deep[2560,2561)"));
}

BOOST_AUTO_TEST_CASE(a_larger_cap_allows_deeper_nesting) {
  const JsonReading reading(nested(100'000), 100'000);
  BOOST_TEST(reading.document.nodes.size() == 100'000U);
}

BOOST_AUTO_TEST_CASE(more_nodes_than_allowed_are_too_large) {
  const std::string text = R"(["a", {"b": 1}, true])";
  const Source source("test.json", text);
  for (const std::size_t allowed : {5U, 6U}) {
    Document document;
    std::vector<Diagnostic> findings;
    ReadOptions options;
    options.max_nodes = allowed;
    read_json(source, options, document, findings);
    BOOST_TEST(findings.empty() == (allowed == 6));
    BOOST_TEST(document.empty() == (allowed == 5));
    if (!findings.empty()) BOOST_TEST(findings.front().rule == "too-large");
  }
}

BOOST_AUTO_TEST_CASE(sizes_of_lists_and_maps_are_counted) {
  const JsonReading reading(R"({"a":[1,2,3],"b":{"c":{}}})");
  const Value root = Value::root(reading.document);
  BOOST_TEST(root.size() == 2U);
  BOOST_TEST(root.find("a").size() == 3U);
  BOOST_TEST(root.find("b").find("c").size() == 0U);
}

BOOST_AUTO_TEST_CASE(the_document_knows_its_source_and_form) {
  const JsonReading reading("[]");
  BOOST_TEST(reading.document.source == &reading.source);
  BOOST_TEST((reading.document.form == Form::json));
}

BOOST_AUTO_TEST_CASE(a_document_that_is_read_again_uses_its_memory_again) {
  const std::string text = R"({"title": "a\nb", "list": [1, 2, 3]})";
  JsonReading reading(text);
  const char* const memory = reading.document.decoded.data();
  const Node* const nodes = reading.document.nodes.data();
  reading.document.clear();
  read_json(reading.source, ReadOptions{}, reading.document, reading.findings);
  BOOST_TEST(static_cast<const void*>(reading.document.decoded.data()) == memory);
  BOOST_TEST(reading.document.nodes.data() == nodes);
  BOOST_TEST(dump(reading.document) == read(text));
}

BOOST_AUTO_TEST_CASE(a_file_beyond_32_bits_is_refused_unread) {
  const char byte = '1';
  const Source source("test.json", std::string_view(&byte, std::size_t{1} << 32U));
  Document document;
  std::vector<Diagnostic> findings;
  read_json(source, ReadOptions{}, document, findings);
  BOOST_TEST(print(findings) == "syntax-error[0,0) the file is larger than 4 GB; divide it");
}

BOOST_AUTO_TEST_CASE(bytes_of_a_text_are_located) {
  const JsonReading reading(R"(["one two"])");
  BOOST_TEST(located(reading, 4, 7) == "two");
  BOOST_TEST(located(reading, 0, 3) == "one");
  BOOST_TEST(located(reading, 0, 7) == "one two");
}

BOOST_AUTO_TEST_CASE(bytes_are_located_through_escapes) {
  const JsonReading reading(R"(["a\nb\u00e9\u20acc\ud83d\ude00d"])");
  BOOST_TEST(reading.document.text(1) == "a\nb\u00e9\u20acc\U0001F600d");
  BOOST_TEST(located(reading, 0, 1) == "a");
  BOOST_TEST(located(reading, 1, 2) == "\\n");
  BOOST_TEST(located(reading, 2, 3) == "b");
  BOOST_TEST(located(reading, 3, 5) == "\\u00e9");
  BOOST_TEST(located(reading, 5, 8) == "\\u20ac");
  BOOST_TEST(located(reading, 8, 9) == "c");
  BOOST_TEST(located(reading, 9, 13) == "\\ud83d\\ude00");
  BOOST_TEST(located(reading, 13, 14) == "d");
  BOOST_TEST(located(reading, 2, 14) == R"(b\u00e9\u20acc\ud83d\ude00d)");
}

BOOST_AUTO_TEST_CASE(a_part_of_an_escape_is_located_as_the_whole_escape) {
  const JsonReading reading(R"(["\u20acx"])");
  BOOST_TEST(located(reading, 1, 2) == "\\u20ac");
  BOOST_TEST(located(reading, 2, 4) == "\\u20acx");
}

BOOST_AUTO_TEST_CASE(an_empty_range_is_located_as_an_empty_place) {
  const JsonReading reading(R"(["\n\tb"])");
  BOOST_TEST((locate_json(reading.document, 1, {1, 1}) == Span{4, 4}));
  BOOST_TEST((locate_json(reading.document, 1, {3, 3}) == Span{7, 7}));
}

BOOST_AUTO_TEST_CASE(a_range_beyond_the_text_is_located_at_its_end) {
  const JsonReading reading(R"(["ab"])");
  BOOST_TEST(located(reading, 1, 99) == "b");
  BOOST_TEST((locate_json(reading.document, 1, {50, 99}) == Span{4, 4}));
}

BOOST_AUTO_TEST_CASE(keys_and_numbers_are_located_too) {
  const JsonReading reading(R"({"a\tb": 125})");
  BOOST_TEST(reading.source.slice(locate_json(reading.document, 1, {1, 3})) == "\\tb");
  BOOST_TEST(reading.source.slice(locate_json(reading.document, 2, {1, 3})) == "25");
  BOOST_TEST(reading.source.slice(locate_json(reading.document, 0, {0, 1})) == reading.text);
}

BOOST_AUTO_TEST_CASE(replaced_bytes_are_located) {
  const JsonReading reading("[\"a\xFF\xFE\\n!\"]");
  BOOST_TEST(reading.document.text(1) == "a?\?\n!");
  BOOST_TEST(located(reading, 1, 3) == "\xFF\xFE");
  BOOST_TEST(located(reading, 4, 5) == "!");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
