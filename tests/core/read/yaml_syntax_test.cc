#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

#include "core/read/reading.h"

namespace proclint {
namespace {

// "1:2 [1,3) message" of the only finding of a text that is refused.
std::string fault(std::string_view text) {
  const YamlReading reading(text);
  if (!reading.document.empty() || reading.findings.size() != 1) return print(reading.findings);
  const Diagnostic& finding = reading.findings.front();
  BOOST_TEST(finding.rule == "syntax-error");
  const Place place = reading.source.place(finding.span.begin, Columns::codepoint);
  return std::to_string(place.line) + ':' + std::to_string(place.column) + " [" +
         std::to_string(finding.span.begin) + ',' + std::to_string(finding.span.end) + ") " +
         finding.message;
}

BOOST_AUTO_TEST_SUITE(yaml_syntax)

BOOST_AUTO_TEST_CASE(a_tab_in_the_indentation_is_named) {
  BOOST_TEST(
      fault("sections:\n\tsummary: x\n") ==
      "2:1 [10,11) a tab in the indentation; YAML wants blanks there: write two for each level");
  BOOST_TEST(
      fault("sections:\n  summary: x\n\trisks: y\n") ==
      "3:1 [23,24) a tab in the indentation; YAML wants blanks there: write two for each level");
  BOOST_TEST(
      fault("items:\n  - a\n\t- b\n") ==
      "3:1 [13,14) a tab in the indentation; YAML wants blanks there: write two for each level");
}

BOOST_AUTO_TEST_CASE(a_key_without_a_colon_is_named) {
  BOOST_TEST(fault("title: x\nstatus\nid: y\n") ==
             "2:1 [9,15) status has no colon; write key: value, or indent it further than the key "
             "above if it continues its text");
  BOOST_TEST(fault("title: x\nstatus\n") ==
             "2:1 [9,15) status has no colon; write key: value, or indent it further than the key "
             "above if it continues its text");
  BOOST_TEST(fault("a\nb: c\n") == "1:1 [0,1) a has no colon; write key: value");
}

BOOST_AUTO_TEST_CASE(a_colon_needs_a_blank_behind_it) {
  BOOST_TEST(fault("title:x\nid: y\n") ==
             "1:6 [5,6) a colon without a blank behind it; write title: x");
  BOOST_TEST(fault("id: y\ntitle:x\n") ==
             "2:6 [11,12) a colon without a blank behind it; write title: x");
}

BOOST_AUTO_TEST_CASE(a_second_colon_asks_for_quotes) {
  BOOST_TEST(fault("title: Botox: for the neck\n") ==
             "1:13 [12,13) a second colon in one line; if it is text, write the text in quotes: "
             "\"Botox: for the neck\"");
  BOOST_TEST(fault("items:\n  - Risk: \"high\": very\n") ==
             "2:17 [23,24) a second colon in one line; if it is text, write the text in quotes: "
             "'\"high\": very'");
  BOOST_TEST(fault("a: say: \"it's\"\n") ==
             "1:7 [6,7) a second colon in one line; if it is text, write the text in quotes: 'say: "
             "\"it''s\"'");
}

BOOST_AUTO_TEST_CASE(a_key_is_lined_up_with_those_above) {
  BOOST_TEST(fault("title: x\n  id: y\n") ==
             "2:3 [11,13) the key id is indented further than the key above it, so it continues "
             "that text; write it without blanks before it");
  BOOST_TEST(fault("sections:\n    a: 1\n  b: 2\n") ==
             "3:3 [21,22) the key b is indented by 2 blanks, unlike anything above it; indent it "
             "by 4 or 0");
  BOOST_TEST(fault("- a: 1\n   b: 2\n") ==
             "2:4 [10,11) the key b is indented further than the key above it, so it continues "
             "that text; indent it by 2 blanks");
  BOOST_TEST(
      fault("- a: 1\n b: 2\n") ==
      "2:2 [8,9) the key b is indented by 1 blank, unlike anything above it; indent it by 2 or 0");
}

BOOST_AUTO_TEST_CASE(a_list_item_is_lined_up_with_those_above) {
  BOOST_TEST(fault("items:\n  - a\n - b\n") ==
             "3:2 [14,17) this list item is indented by 1 blank, unlike anything above it; indent "
             "it by 2 or 0");
  BOOST_TEST(fault("a: b\n- c\n") ==
             "2:1 [5,8) a list item stands where a key is expected; indent it if it belongs to the "
             "key above, else write key: value");
}

BOOST_AUTO_TEST_CASE(what_stands_behind_a_list_is_named) {
  BOOST_TEST(fault("items:\n  - a\n  b\n") ==
             "3:3 [15,16) b stands behind a list; write - b if it is an item, or indent it further "
             "if it continues the item above");
  BOOST_TEST(fault("- a\nb: c\n") ==
             "2:1 [4,5) the key b stands where a list item is expected; indent it if it belongs to "
             "the item above, else begin it with a dash and a blank");
}

BOOST_AUTO_TEST_CASE(a_dash_needs_a_blank_behind_it) {
  BOOST_TEST(fault("-a\n-b\nc: d\n") == "1:1 [0,1) a dash without a blank behind it; write - a");
  BOOST_TEST(fault("a:\n  - b\n  -c\n") ==
             "3:3 [11,12) a dash without a blank behind it; write - c");
}

BOOST_AUTO_TEST_CASE(a_list_begins_on_a_line_of_its_own) {
  BOOST_TEST(fault("a: - b\n") ==
             "1:4 [3,4) a list cannot begin on the line of its key or behind another item; write "
             "it on the next line, or write the text in quotes");
}

BOOST_AUTO_TEST_CASE(an_open_quote_is_shown_where_it_begins) {
  BOOST_TEST(fault("title: \"abc\nid: y\n") ==
             "1:8 [7,8) the text in quotes that begins here is not closed, or its next lines are "
             "not indented further than its key; write \" where the text ends");
  BOOST_TEST(fault("title: 'abc\nid: y\n") ==
             "1:8 [7,8) the text in quotes that begins here is not closed, or its next lines are "
             "not indented further than its key; write ' where the text ends");
  BOOST_TEST(fault("\"a\nb\": c\n") ==
             "1:1 [0,1) a key in quotes must stand on one line; if it is no key, write the closing "
             "quote where the text ends");
  BOOST_TEST(
      fault("\"a\n---\nb\"\n") ==
      "2:1 [3,4) a text in quotes is not closed before this line; write \" where the text ends");
  BOOST_TEST(fault("x: \"") ==
             "1:4 [3,4) the text in quotes that begins here is not closed, or its next lines are "
             "not indented further than its key; write \" where the text ends");
}

BOOST_AUTO_TEST_CASE(text_behind_a_closing_quote_is_named) {
  BOOST_TEST(fault("title: 'it's'\n") ==
             "1:12 [11,12) text behind the closing single quote; an apostrophe inside single "
             "quotes is written twice: '', or write the text in double quotes");
  BOOST_TEST(fault("title: \"abc\" def\n") ==
             "1:14 [13,14) text behind the closing quote; write one pair of quotes around the "
             "whole text, and \\\" for a quote inside it");
}

BOOST_AUTO_TEST_CASE(an_escape_without_meaning_is_shown) {
  BOOST_TEST(fault("title: \"C:\\dir\"\n") ==
             "1:11 [10,12) \\d has no meaning inside double quotes; write \\\\ if a backslash is "
             "meant, or write the text in single quotes");
}

BOOST_AUTO_TEST_CASE(a_text_that_cannot_begin_so_is_quoted) {
  BOOST_TEST(fault("title: @home\n") ==
             "1:8 [7,8) text cannot begin with @; write it in quotes: \"@home\"");
  BOOST_TEST(fault("title: `x`\n") ==
             "1:8 [7,8) text cannot begin with `; write it in quotes: \"`x`\"");
  BOOST_TEST(fault("title: %5\n") ==
             "1:8 [7,8) text cannot begin with %; write it in quotes: \"%5\"");
}

BOOST_AUTO_TEST_CASE(a_sign_of_yaml_at_the_begin_of_a_text_is_explained) {
  BOOST_TEST(fault("title: & co\n") ==
             "1:9 [8,9) an & begins a mark for references, and it cannot stand here; write the "
             "text in quotes");
  BOOST_TEST(fault("a: !x!y z\n") ==
             "1:4 [3,4) a ! begins a tag, and this one is not known; remove it, or write the text "
             "in quotes");
  BOOST_TEST(
      fault("a: !<x z\n") ==
      "1:7 [6,7) a tag that begins with !< ends with >; remove it, or write the text in quotes");
  BOOST_TEST(fault("a: &x &y z\n") ==
             "1:8 [7,8) an & begins a mark for references, and it cannot stand here; write the "
             "text in quotes");
}

BOOST_AUTO_TEST_CASE(text_behind_a_bracket_asks_for_quotes) {
  BOOST_TEST(fault("items:\n  - [see below] for more\n  - b\n") ==
             "2:17 [23,31) text behind the closing ]; write the whole text in quotes: "
             "\"[see below] for more\"");
  BOOST_TEST(fault("title: {name}, call us\nid: x\n") ==
             "1:14 [13,22) text behind the closing }; write the whole text in quotes: "
             "\"{name}, call us\"");
}

BOOST_AUTO_TEST_CASE(a_bracket_that_is_never_closed_is_shown) {
  BOOST_TEST(fault("items:\n  - {yearly visit\n  - b\nid: x\n") ==
             "2:5 [11,12) the { that opens here is never closed; write } where the map ends, or "
             "quotes around the text if the sign is a part of it");
  BOOST_TEST(fault("a: [x, [y]\nb: c\n") ==
             "1:4 [3,4) the [ that opens here is never closed; write ] where the list ends, or "
             "quotes around the text if the sign is a part of it");
}

BOOST_AUTO_TEST_CASE(brackets_must_match) {
  BOOST_TEST(fault("items: [a, b\nid: x\n") ==
             "1:8 [7,8) the [ that opens here is never closed; write ] where the list ends, or "
             "quotes around the text if the sign is a part of it");
  BOOST_TEST(fault("items: [a, b]]\n") ==
             "1:14 [13,14) a ] without its [; remove it, or write the text in quotes");
  BOOST_TEST(fault("items: [a, b}\n") == "1:13 [12,13) a } closes what [ has opened; write ]");
  BOOST_TEST(fault("codes: {a: b\nid: x\n") ==
             "1:8 [7,8) the { that opens here is never closed; write } where the map ends, or "
             "quotes around the text if the sign is a part of it");
  BOOST_TEST(fault("items: [a b, \"c\" \"d\"]\n") ==
             "1:19 [18,19) a comma is missing before this, or the closing ] or }");
  BOOST_TEST(fault("items: [a,, b]\n") == "1:11 [10,11) a comma too many; remove it");
}

BOOST_AUTO_TEST_CASE(a_comment_needs_a_blank_before_it) {
  BOOST_TEST(fault("a: [b]#c\n") ==
             "1:7 [6,7) a # without a blank before it; write a blank if a comment begins here, "
             "else write the text in quotes");
  BOOST_TEST(fault("[a,#b\n]\n") ==
             "1:4 [3,4) a # without a blank before it; write a blank if a comment begins here, "
             "else write the text in quotes");
}

BOOST_AUTO_TEST_CASE(a_block_scalar_begins_on_the_next_line) {
  BOOST_TEST(fault("text: | hello\n") ==
             "1:7 [6,13) text behind | on the same line; begin it on the next line, indented, or "
             "write it in quotes if the sign is a part of it: \"| hello\"");
  BOOST_TEST(fault("text: > 5 mm\n") ==
             "1:7 [6,12) text behind > on the same line; begin it on the next line, indented, or "
             "write it in quotes if the sign is a part of it: \"> 5 mm\"");
}

BOOST_AUTO_TEST_CASE(the_lines_of_a_block_scalar_are_indented_alike) {
  BOOST_TEST(fault("text: >\n    a\n  b\nid: x\n") ==
             "3:3 [16,17) this line is indented less than the text above it, below | or >; indent "
             "all lines of a text alike, by two blanks more than its key");
  BOOST_TEST(fault("text: >\na\nid: x\n") ==
             "2:1 [8,9) this line is indented less than the text above it, below | or >; indent "
             "all lines of a text alike, by two blanks more than its key");
  BOOST_TEST(fault("text: |0\n a\n") == "1:8 [7,8) 0 is no indentation; write | or > alone");
  BOOST_TEST(fault("text: |\n    \n  a\n") ==
             "2:1 [8,9) a line of blanks alone that is longer than the indentation of the text "
             "below it; remove its blanks");
}

BOOST_AUTO_TEST_CASE(directives_must_be_whole) {
  BOOST_TEST(fault("%YAML 2.0\n---\na\n") ==
             "1:1 [0,9) %YAML 2.0 is no version that can be read; remove the line");
  BOOST_TEST(fault("%TAG !x\n---\na\n") == "1:8 [7,8) this %TAG line is not complete; remove it");
  BOOST_TEST(fault("%YAML 1.2\n%YAML 1.2\n---\na\n") ==
             "2:7 [16,17) a second %YAML line; remove it");
  BOOST_TEST(fault("a: b\n%YAML 1.2\n---\na\n") ==
             "2:7 [11,12) a line that begins with % in the middle of a document; write it in "
             "quotes if it is text, else write ... on a line before it");
}

BOOST_AUTO_TEST_CASE(text_behind_the_end_of_a_document_is_named) {
  BOOST_TEST(fault("a: 1\n... x\n") ==
             "2:5 [9,10) text behind the three points that end the document; write it on a line of "
             "its own");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
