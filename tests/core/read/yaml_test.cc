#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

#include "core/document/dump.h"
#include "core/document/value.h"
#include "core/read/reading.h"
#include "core/read/yaml.h"

namespace proclint {
namespace {

// The tree in one line; the findings, if there are any.
std::string read(std::string_view text) {
  const YamlReading reading(text);
  return reading.findings.empty() ? dump(reading.document) : print(reading.findings);
}

// The tree and, behind a line end, the findings.
std::string both(std::string_view text) {
  const YamlReading reading(text);
  return dump(reading.document) + '\n' + print(reading.findings);
}

BOOST_AUTO_TEST_SUITE(yaml)

BOOST_AUTO_TEST_CASE(a_block_map_ends_at_its_last_child) {
  BOOST_TEST(read("a: b\nc:\n  d: e # f\n\ng: h\n") ==
             "map[0,24) key[0,1)=a string[3,4)=b key[5,6)=c map[10,14) key[10,11)=d "
             "string[13,14)=e key[20,21)=g string[23,24)=h #comment[15,18)=# f");
}

BOOST_AUTO_TEST_CASE(a_block_list_begins_at_its_first_dash) {
  BOOST_TEST(read("a:\n- b\n-   c\n") ==
             "map[0,12) key[0,1)=a list[3,12) string[5,6)=b string[11,12)=c #bullet[3,4)@3=- "
             "#bullet[7,8)@4=-");
  BOOST_TEST(read("- - a\n  - b\n") ==
             "list[0,11) list[2,11) string[4,5)=a string[10,11)=b #bullet[0,1)@1=- "
             "#bullet[2,3)@2=- #bullet[8,9)@3=-");
}

BOOST_AUTO_TEST_CASE(flow_collections_have_their_brackets) {
  BOOST_TEST(read("a: [ b, {c: 1} , [], {} ]\n") ==
             "map[0,25) key[0,1)=a list[3,25) string[5,6)=b map[8,14) key[9,10)=c number[12,13)=1 "
             "list[17,19) map[21,23)");
}

BOOST_AUTO_TEST_CASE(a_pair_in_a_flow_list_is_a_map_without_brackets) {
  BOOST_TEST(read("[a: 1, ? b : 2]") ==
             "list[0,15) map[1,5) key[1,2)=a number[4,5)=1 map[7,14) key[9,10)=b number[13,14)=2");
}

BOOST_AUTO_TEST_CASE(a_span_includes_the_quotes) {
  BOOST_TEST(read("\"a\": 'b'\n") == "map[0,8) key[0,3)=a string[5,8)=b");
}

BOOST_AUTO_TEST_CASE(a_span_includes_the_header_of_a_block_scalar) {
  BOOST_TEST(read("a: |-\n  b\n  c\nd: >2 # e\n   f\n  g\n") ==
             "map[0,33) key[0,1)=a string[3,13)=b\\nc key[14,15)=d string[17,33)= f\\ng\\n "
             "#comment[20,23)=# e");
}

BOOST_AUTO_TEST_CASE(a_block_scalar_ends_with_what_belongs_to_its_text) {
  BOOST_TEST(
      read("a: |\n  b\n\n\nc: |+\n  d\n\ne: |-\n  f\n\n# g\n") ==
      "map[0,31) key[0,1)=a string[3,9)=b\\n key[11,12)=c string[14,22)=d\\n\\n key[22,23)=e "
      "string[25,31)=f #comment[33,36)=# g");
}

BOOST_AUTO_TEST_CASE(only_a_text_that_is_not_written_as_it_is_stands_in_the_copy) {
  const YamlReading reading("[plain text, 'it''s', \"a\\tb\", \"c\", 'd', e\n  f]");
  BOOST_TEST(reading.document.decoded == "it'sa\tbe f");
}

BOOST_AUTO_TEST_CASE(a_plain_scalar_is_what_the_core_schema_says) {
  BOOST_TEST(read("[1, -1, +1, 0x1F, 0o17, 1.5, .5, 5., 1e3, -.inf, .nan]") ==
             "list[0,54) number[1,2)=1 number[4,6)=-1 number[8,10)=+1 number[12,16)=0x1F "
             "number[18,22)=0o17 number[24,27)=1.5 number[29,31)=.5 number[33,35)=5. "
             "number[37,40)=1e3 number[42,47)=-.inf number[49,53)=.nan");
  BOOST_TEST(read("[true, False, NULL, ~, tRue, yes, 0x, 1e, ., -, .., +]") ==
             "syntax-error[45,46) text cannot begin with -; write it in quotes: \"-, .., +]\"");
  BOOST_TEST(
      read("[true, False, NULL, ~, tRue, yes, 0x, 1e, ., --, .., +]") ==
      "list[0,55) boolean[1,5)=true boolean[7,12)=False null[14,18)=NULL null[20,21)=~ "
      "string[23,27)=tRue string[29,32)=yes string[34,36)=0x string[38,40)=1e string[42,43)=. "
      "string[45,47)=-- string[49,51)=.. string[53,54)=+");
}

BOOST_AUTO_TEST_CASE(codes_and_dates_are_kept_as_written) {
  BOOST_TEST(read("- 00100\n- 3E03317\n- NO\n- 12:30\n- 2026-01-31\n- 45.20\n") ==
             "list[0,51) number[2,7)=00100 number[10,17)=3E03317 string[20,22)=NO "
             "string[25,30)=12:30 string[33,43)=2026-01-31 number[46,51)=45.20 #bullet[0,1)@1=- "
             "#bullet[8,9)@2=- #bullet[18,19)@3=- #bullet[23,24)@4=- #bullet[31,32)@5=- "
             "#bullet[44,45)@6=-");
}

BOOST_AUTO_TEST_CASE(a_quoted_scalar_is_a_string) {
  BOOST_TEST(read("['1', \"true\", '']") ==
             "list[0,17) string[1,4)=1 string[6,12)=true string[14,16)=");
}

BOOST_AUTO_TEST_CASE(a_value_that_is_not_written_is_null_behind_its_sign) {
  BOOST_TEST(read("a:\nb: # c\nd: {e, f: }\n") ==
             "map[0,21) key[0,1)=a null[2,2)= key[3,4)=b null[5,5)= key[10,11)=d map[13,21) "
             "key[14,15)=e null[15,15)= key[17,18)=f null[19,19)= #comment[6,9)=# c");
  BOOST_TEST(read("-\n- b\n") ==
             "list[0,5) null[1,1)= string[4,5)=b #bullet[0,1)@1=- "
             "#bullet[2,3)@2=-");
  BOOST_TEST(read("? a\n? b\n") == "map[0,7) key[2,3)=a null[3,3)= key[6,7)=b null[7,7)=");
  BOOST_TEST(read("--- # a\n") == "null[3,3)= #comment[4,7)=# a");
}

BOOST_AUTO_TEST_CASE(equal_keys_are_both_kept) {
  BOOST_TEST(read("a: 1\na: 2\n") == "map[0,9) key[0,1)=a number[3,4)=1 key[5,6)=a number[8,9)=2");
}

BOOST_AUTO_TEST_CASE(a_number_as_a_key_is_a_text) {
  BOOST_TEST(read("1: a\n") == "map[0,4) key[0,1)=1 string[3,4)=a");
}

BOOST_AUTO_TEST_CASE(comments_are_kept_in_order) {
  BOOST_TEST(read("# a\n%YAML 1.2 # b\n--- # c\n- d # e\n# f\n- [g, # h\n  i]\n... # j\n# k") ==
             "list[26,52) string[28,29)=d list[40,52) string[41,42)=g string[50,51)=i "
             "#bullet[26,27)@1=- #bullet[38,39)@2=- #comment[0,3)=# a #comment[14,17)=# b "
             "#comment[22,25)=# c #comment[30,33)=# e #comment[34,37)=# f #comment[44,47)=# h "
             "#comment[57,60)=# j #comment[61,64)=# k");
}

BOOST_AUTO_TEST_CASE(a_number_sign_inside_a_text_is_no_comment) {
  BOOST_TEST(read("a#b: c#d\ne: \"# f\"\ng: |\n  # h\n") ==
             "map[0,29) key[0,3)=a#b string[5,8)=c#d key[9,10)=e string[12,17)=# f key[18,19)=g "
             "string[21,29)=# h\\n");
}

BOOST_AUTO_TEST_CASE(what_an_alias_stands_for_keeps_its_place) {
  BOOST_TEST(read("a: &x b\nc: *x\n*x : d\n") ==
             "map[0,20) key[0,1)=a string[6,7)=b key[8,9)=c string[6,7)=b key[6,7)=b "
             "string[19,20)=d");
  BOOST_TEST(read("- &x {k: [1, \"\\t\"]}\n- [*x]\n") ==
             "list[0,26) map[5,19) key[6,7)=k list[9,18) number[10,11)=1 string[13,17)=\\t "
             "list[22,26) map[5,19) key[6,7)=k list[9,18) number[10,11)=1 string[13,17)=\\t "
             "#bullet[0,1)@1=- #bullet[20,21)@6=-");
}

BOOST_AUTO_TEST_CASE(an_alias_of_a_key_is_what_the_key_would_be_as_a_value) {
  BOOST_TEST(read("&x 1: *x\n") == "map[0,8) key[3,4)=1 number[3,4)=1");
}

BOOST_AUTO_TEST_CASE(the_last_of_equal_anchors_counts) {
  BOOST_TEST(read("[&x a, *x, &x b, *x]") ==
             "list[0,20) string[4,5)=a string[4,5)=a string[14,15)=b string[14,15)=b");
}

BOOST_AUTO_TEST_CASE(an_alias_without_an_anchor_is_refused) {
  BOOST_TEST(
      both("a: *b*\n") ==
      "\nsyntax-error[3,6) *b* stands for something that is marked &b* before, but nothing is; "
      "write the value itself, or \"*b*\" in quotes if it is text");
}

BOOST_AUTO_TEST_CASE(an_alias_of_what_holds_it_is_refused) {
  BOOST_TEST(
      both("&x [*x]\n") ==
      "\nyaml-unsupported[4,6) *x stands for the list or map that holds it, so it would never "
      "end; write the value itself");
}

BOOST_AUTO_TEST_CASE(aliases_of_aliases_are_bounded) {
  std::string text = "x0: &x0 [lol]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string one = "*x" + std::to_string(i - 1) + ", ";
    text += 'x' + std::to_string(i) + ": &x" + std::to_string(i) + " [";
    for (int k = 0; k < 10; ++k) text += one;
    text += "]\n";
  }
  const YamlReading reading(text);
  BOOST_TEST(reading.document.empty());
  BOOST_TEST(print(reading.findings)
                 .ends_with("what aliases (*x5) stand for makes this document larger than 1000000 "
                            "values or 64 MB; "
                            "write less by aliases"));
}

BOOST_AUTO_TEST_CASE(aliases_of_a_long_text_are_bounded) {
  std::string text = "- &x " + std::string(1'000'000, 'x') + '\n';
  for (int i = 0; i < 100; ++i) text += "- *x\n";
  BOOST_TEST(read(text).starts_with("yaml-unsupported["));
}

BOOST_AUTO_TEST_CASE(a_core_tag_decides_the_kind_and_belongs_to_the_span) {
  BOOST_TEST(read("[!!str 1, !!int '2', !!float 3, !!bool \"true\", !!null '', ! 4, !!str ]") ==
             "list[0,70) string[1,8)=1 number[10,19)=2 number[21,30)=3 boolean[32,45)=true "
             "null[47,56)= string[58,61)=4 string[63,68)=");
  BOOST_TEST(read("a: !!map\n  b: !!seq [&x !!str 1]\n") ==
             "map[0,32) key[0,1)=a map[11,32) key[11,12)=b list[20,32) string[24,31)=1");
}

BOOST_AUTO_TEST_CASE(a_core_tag_that_does_not_fit_is_reported) {
  BOOST_TEST(
      both("!!int a") ==
      "string[0,7)=a\nyaml-unsupported[0,5) the tag !!int asks for a whole number, which does "
      "not follow; remove the tag, or write a whole number");
  BOOST_TEST(both("!!str [a]") ==
             "list[6,9) string[7,8)=a\nyaml-unsupported[0,5) the tag !!str stands before a list; "
             "remove the tag");
}

BOOST_AUTO_TEST_CASE(another_tag_is_reported_and_its_value_read) {
  BOOST_TEST(both("a: !local b\n") ==
             "map[0,11) key[0,1)=a string[3,11)=b\nyaml-unsupported[3,9) the tag !local has no "
             "meaning here and is ignored; remove it");
  BOOST_TEST(both("!!set {a}") ==
             "map[6,9) key[7,8)=a null[8,8)=\nyaml-unsupported[0,5) the tag !!set has no meaning "
             "here and is ignored; remove it");
}

BOOST_AUTO_TEST_CASE(a_list_or_map_as_a_key_is_reported_and_kept_as_written) {
  BOOST_TEST(
      both("? [a, &x b]\n: c\n{d: e} : *x\n") ==
      "map[0,27) key[2,11)=[a, &x b] string[14,15)=c key[16,22)={d: e} string[25,27)=*x\n"
      "yaml-unsupported[2,11) a list or map as a key, which is not supported; write a text "
      "as the key\n"
      "yaml-unsupported[16,22) a list or map as a key, which is not supported; write a text "
      "as the key\n"
      "yaml-unsupported[25,27) *x stands for something inside a key, which is not supported; "
      "write it out");
  BOOST_TEST(both("? - a # b\n  -\n: e\n") ==
             "map[0,17) key[2,13)=- a # b\\n  - string[16,17)=e #comment[6,9)=# b\n"
             "yaml-unsupported[2,13) a list or map as a key, which is not supported; write a text "
             "as the key");
}

BOOST_AUTO_TEST_CASE(a_merge_key_is_reported_and_kept) {
  BOOST_TEST(
      both("<<: {a: b}\n\"<<\": c\n") ==
      "map[0,18) key[0,2)=<< map[4,10) key[5,6)=a string[8,9)=b key[11,15)=<< "
      "string[17,18)=c\nyaml-unsupported[0,2) a merge key (<<), which is not supported; write "
      "the keys of the other map here");
}

BOOST_AUTO_TEST_CASE(an_empty_key_is_reported) {
  BOOST_TEST(both(": a\n") ==
             "map[0,3) key[0,0)= string[2,3)=a\nyaml-unsupported[0,1) a key that is empty or null; "
             "write a name for it, in quotes if it is a word such as \"null\"");
}

BOOST_AUTO_TEST_CASE(a_second_document_is_reported_and_the_first_one_read) {
  BOOST_TEST(both("a: b\n---\nc: d\n---\ne: f\n") ==
             "map[0,4) key[0,1)=a string[3,4)=b\nyaml-unsupported[5,8) a second document begins "
             "here, and only the first one is checked; write each document into a file of its own");
}

BOOST_AUTO_TEST_CASE(a_fault_in_a_later_document_is_one_of_the_file) {
  BOOST_TEST(YamlReading("a: b\n---\n[\n").document.empty());
}

BOOST_AUTO_TEST_CASE(a_stream_gives_its_documents_one_by_one) {
  const std::string text = "# a\nb: 1\n---\n- c # d\n...\n# e\n--- f\n";
  const Source source("test.yaml", text);
  Document document;
  std::vector<Diagnostic> findings;
  std::string out;
  read_yaml_stream(source, ReadOptions{}, document, findings,
                   [&](const Document& one) { out += dump(one) + '\n'; });
  BOOST_TEST(findings.empty());
  BOOST_TEST(out ==
             "map[4,8) key[4,5)=b number[7,8)=1 #comment[0,3)=# a\n"
             "list[13,16) string[15,16)=c #bullet[13,14)@1=- #comment[17,20)=# d\n"
             "string[33,34)=f #comment[25,28)=# e\n");
}

BOOST_AUTO_TEST_CASE(a_stream_without_documents_gives_none) {
  const Source source("test.yaml", "# nothing\n");
  Document document;
  std::vector<Diagnostic> findings;
  int count = 0;
  read_yaml_stream(source, ReadOptions{}, document, findings, [&](const Document&) { ++count; });
  BOOST_TEST(findings.empty());
  BOOST_TEST(count == 0);
}

BOOST_AUTO_TEST_CASE(a_file_without_a_document_is_a_finding) {
  BOOST_TEST(both("# a\n") ==
             "#comment[0,3)=# a\nsyntax-error[4,4) the file holds no document; write names with "
             "their values into it, as in title: Blood draw from the arm");
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_skipped_and_counted) {
  BOOST_TEST(read("\xEF\xBB\xBF"
                  "a: b") == "map[3,7) key[3,4)=a string[6,7)=b");
}

BOOST_AUTO_TEST_CASE(every_line_end_is_one) {
  BOOST_TEST(read("a: b\r\nc:\r\n  - d\r\n  - e\r\n    f\r\ng: |\r\n  h\r\n") ==
             "map[0,42) key[0,1)=a string[3,4)=b key[6,7)=c list[12,29) string[14,15)=d "
             "string[21,29)=e f key[31,32)=g string[34,42)=h\\n #bullet[12,13)@5=- "
             "#bullet[19,20)@6=-");
  BOOST_TEST(read("a: b\rc: d") == "map[0,9) key[0,1)=a string[3,4)=b key[5,6)=c string[8,9)=d");
}

BOOST_AUTO_TEST_CASE(a_file_in_utf16_is_refused) {
  BOOST_TEST(both(std::string_view("\xFF\xFE"
                                   "a\0:\0 \0b\0",
                                   10)) ==
             "\nsyntax-error[0,2) the file is written in UTF-16; save it as UTF-8");
}

BOOST_AUTO_TEST_CASE(undecodable_bytes_are_reported_and_the_document_is_still_read) {
  BOOST_TEST(both("a: b\xFFz\n\xFE c: d\n") ==
             "map[0,13) key[0,1)=a string[3,6)=b_z key[7,10)=_ c string[12,13)=d\n"
             "invalid-utf8[4,5) the byte 0xFF at offset 4 is no UTF-8; save the file as UTF-8, or "
             "type the character again\n"
             "invalid-utf8[7,8) the byte 0xFE at offset 7 is no UTF-8; save the file as UTF-8, or "
             "type the character again");
}

BOOST_AUTO_TEST_CASE(a_control_character_is_refused) {
  BOOST_TEST(both(std::string_view("a: b\0c", 6)) ==
             "\nsyntax-error[4,5) a control character (U+0000); remove it");
  BOOST_TEST(both("# \x1B[1m") == "\nsyntax-error[2,3) a control character (U+001B); remove it");
}

BOOST_AUTO_TEST_CASE(the_depth_is_capped) {
  BOOST_TEST(YamlReading("[[[]]]", 3).findings.empty());
  BOOST_TEST(print(YamlReading("[[[[]]]]", 3).findings) ==
             "too-deep[3,4) lists and maps are nested more than 3 deep here; write the document "
             "flatter");
  BOOST_TEST(print(YamlReading("a:\n b:\n  - c\n", 2).findings).starts_with("too-deep[9,10)"));
}

BOOST_AUTO_TEST_CASE(the_depth_is_capped_inside_keys_and_aliases) {
  std::string keys;
  for (int i = 0; i < 100'000; ++i) keys += "? ";
  BOOST_TEST(read(keys).starts_with("too-deep[1024,1025)"));
  BOOST_TEST(print(YamlReading("- &x [[]]\n- [*x]\n", 3).findings).starts_with("too-deep[13,15)"));
}

BOOST_AUTO_TEST_CASE(endless_nesting_ends_at_the_cap) {
  BOOST_TEST(read(std::string(100'000, '[')).starts_with("too-deep[512,513)"));
  std::string dashes;
  for (int i = 0; i < 100'000; ++i) dashes += "- ";
  BOOST_TEST(read(dashes).starts_with("too-deep[1024,1025)"));
}

BOOST_AUTO_TEST_CASE(what_the_library_cannot_bound_is_refused) {
  std::string line = "[";
  for (int i = 0; i < 300'000; ++i) line += "1,";
  BOOST_TEST(read(line).ends_with(
      "more than 250000 brackets and commas on one line; break it into lines"));
  std::string tags;
  for (int i = 0; i < 101; ++i) tags += "%TAG !a" + std::to_string(i) + "! tag:a\n";
  BOOST_TEST(
      read(tags + "--- a\n").ends_with("more than 100 lines that begin with %TAG; remove them"));
}

BOOST_AUTO_TEST_CASE(a_long_list_is_read) {
  std::string text;
  for (int i = 0; i < 300'000; ++i) text += "- 1\n";
  BOOST_TEST(Value::root(YamlReading(text).document).size() == 300'000U);
}

// libfyaml 0.7.12 frees memory twice at such a tab.
BOOST_AUTO_TEST_CASE(a_tab_behind_a_colon_is_a_blank) {
  BOOST_TEST(read("? []:\t x\n").starts_with("yaml-unsupported[2,"));
  BOOST_TEST(read("? a\n:\t- b\n") ==
             "syntax-error[5,6) a tab before a list or map that begins on the same line; write one "
             "blank");
  BOOST_TEST(read("a:\t|\n  b\tc\n") == "map[0,11) key[0,1)=a string[3,11)=b\\tc\\n");
  BOOST_TEST(read("a: \"b:\t- \\\\c\"\n") == "map[0,13) key[0,1)=a string[3,13)=b:\\t- \\\\c");
}

BOOST_AUTO_TEST_CASE(a_directive_that_means_nothing_is_reported) {
  BOOST_TEST(both("%HTML 5\n---\na\n") ==
             "string[12,13)=a\nyaml-unsupported[0,5) the directive %HTML has no meaning and is "
             "ignored; remove the line, or write \"%\" in quotes if it is text");
  BOOST_TEST(read("---\n%z: 1\n").starts_with("syntax-error[4,5) a line that begins with %"));
}

BOOST_AUTO_TEST_CASE(a_file_beyond_32_bits_is_refused_unread) {
  const char byte = '1';
  const Source source("test.yaml", std::string_view(&byte, std::size_t{1} << 32U));
  Document document;
  std::vector<Diagnostic> findings;
  read_yaml(source, ReadOptions{}, document, findings);
  BOOST_TEST(print(findings) == "syntax-error[0,0) the file is larger than 4 GB; divide it");
}

BOOST_AUTO_TEST_CASE(both_endings_of_a_file_name_are_yaml) {
  BOOST_TEST_REQUIRE(reader_for("a.yaml") != nullptr);
  BOOST_TEST((reader_for("a.yaml")->form == Form::yaml));
  BOOST_TEST(reader_for("A.YML") == &reader_for(Form::yaml));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
