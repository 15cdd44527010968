#include <boost/test/unit_test.hpp>

#include "core/print/page_layout.h"
#include "core/print/written.h"

namespace proclint {
namespace {

std::string from_json(std::string_view json) { return written(Form::page, Form::json, json); }
std::string anew(std::string_view page) { return written(Form::page, Form::page, page); }

constexpr std::string_view kPage = R"(Search the site

A licensed wording

CPT4 code: 12345, 12346

Name of the Procedure:

The title

  - Another name

Overview

One paragraph.

  - a
  - b
    1. c
    2. d

Another one.

Side effects:

  1. e
  2. f
)";

}  // namespace

BOOST_AUTO_TEST_SUITE(print_page)

BOOST_AUTO_TEST_CASE(a_document_is_printed_in_the_order_of_the_grammar) {
  BOOST_TEST(from_json(R"({"schemaVersion":"1.0","id":"test","title":"The title",
    "names":{"common":["Another name"]},"descriptor":{"text":"A licensed wording"},
    "codes":[{"system":"cpt","value":"12345"},{"system":"cpt","value":"12346"},
             {"system":"icd-10-pcs","value":"0016070"},{"system":"hcpcs","value":null}],
    "sections":{"risks":[{"text":"One."},{"items":["a",{"text":"b","steps":["c"]}]}],"x-fun-facts":[]}})") ==
             R"(A licensed wording

CPT codes: 12345, 12346

ICD-10-PCS code: 0016070

HCPCS code

Name of the Procedure

The title

  • Another name

Risks

One.

  • a
  • b
    1. c

Fun facts
)");
}

BOOST_AUTO_TEST_CASE(a_layout_says_the_rest) {
  BOOST_TEST(from_json(R"({"title":"T","codes":[{"system":"cpt","value":"1"}],
    "sections":{"risks":[{"items":["a"]}]},"layout":{"nav":["Home","Codes"],"codeLabel":"CPT4 code",
    "nameHeading":"Name:","headings":{"risks":"Side effects"},"bullet":"-","indent":0,
    "finalNewline":false,"eol":"crlf","bom":true}})") ==
             "\xEF\xBB\xBFHome\r\n\r\nCodes\r\n\r\nCPT4 code 1\r\n\r\nName:\r\n\r\nT\r\n\r\n"
             "Side effects\r\n\r\n- a");
}

BOOST_AUTO_TEST_CASE(the_layout_of_a_page_is_what_differs_from_the_default) {
  const ReadText read(Form::page, kPage, two_headings());
  BOOST_TEST(
      layout_json(layout_of_page(read.document, two_headings(), "cpt")) ==
      R"({"nav":["Search the site"],"codeLabel":"CPT4 code:","nameHeading":"Name of the Procedure:",)"
      R"("headings":{"risks":"Side effects:","summary":"Overview"},"bullet":"-"})");
}

BOOST_AUTO_TEST_CASE(a_layout_that_is_read_again_is_the_same) {
  const std::string_view json =
      R"({"nav":["Home"],"codeLabel":"CPT4 code:","headings":{"risks":"Side effects:"},"bullet":"-",)"
      R"("indent":0,"finalNewline":false,"eol":"crlf","bom":true})";
  const ReadText read(Form::json, json, two_headings());
  BOOST_TEST(layout_json(layout_of(Value::root(read.document))) == json);
}

BOOST_AUTO_TEST_CASE(a_canonical_page_is_printed_as_it_is) { BOOST_TEST(anew(kPage) == kPage); }

BOOST_AUTO_TEST_CASE(a_page_is_laid_out_anew) {
  BOOST_TEST(
      anew("CPT code: 12345\nName of the Procedure\nThe\ntitle\n\n\nSummary\nOne\nparagraph.\n"
           "* a\n* b\nRisks: a few\n") ==
      "CPT code: 12345\n\nName of the Procedure\n\nThe title\n\nSummary\n\nOne paragraph.\n\n"
      "* a\n* b\n\nRisks\n\na few\n");
}

BOOST_AUTO_TEST_CASE(text_that_belongs_to_nothing_stays_in_a_page) {
  const std::string_view text =
      "CPT code: 12345\n\nA stray line of text, which nobody asked for.\n\nName of the "
      "Procedure\n\nThe title\n\nSummary\n\nOne.\n";
  BOOST_TEST(anew(text) == text);
}

BOOST_AUTO_TEST_CASE(what_a_page_cannot_hold_is_reported) {
  BOOST_TEST(from_json(R"({"id":"other","schemaVersion":"1.0","language":"en",
    "descriptor":{"text":"D","rights":"R"},"names":{"technical":["t"]},
    "codes":[{"system":"cpt","value":"1","status":"active"}],
    "sections":{"risks":[{"items":[]},{"text":""},{"items":[{"text":"a","items":[{"text":"b","items":["c"]}]}]}],
    "summary":7}})") ==
             R"(D

CPT code: 1

Risks

  • a
    • b

Summary
!!
"other": a page has no place for "id", which is left out
"en": a page has no place for "language", which is left out
"R": a page has no place for "rights", which is left out
"active": a page has no place for "status", which is left out
"technical": a page has no place for "technical", which is left out
"items": a page has no empty lists; this one is left out
"": a page has no empty paragraphs; this one is left out
"items": a page has one level of nested lists; this one is left out
7: a page cannot hold this as the content of a section; it is left out
)");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint
