// schemas/procedure.schema.json: what it accepts, and what authors are told.
#include <array>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>

#include "core/check/schema_harness.h"

namespace proclint::test {
namespace {

const Schema& procedure_schema() {
  static const Read file = [] {
    std::ifstream in(PROCLINT_PROJECT_DIR "/schemas/procedure.schema.json");
    return Read(std::string(std::istreambuf_iterator<char>(in), {}), "procedure.schema.json");
  }();
  static const std::unique_ptr<const Schema> schema = [] {
    std::vector<Diagnostic> diagnostics;
    auto out = compile(file.document, diagnostics);
    BOOST_TEST_REQUIRE(lines(file.source, diagnostics) == "");
    return out;
  }();
  return *schema;
}

std::string found(const std::string& text, std::span<const std::string_view> supplied = {}) {
  const Read document(text);
  BOOST_TEST_REQUIRE(document.problems.empty());
  std::vector<Diagnostic> diagnostics;
  procedure_schema().check(document.root(), supplied, Wording::author, diagnostics);
  return lines(document.source, diagnostics);
}

// A document with these members in place of the usual ones.
std::string with(const std::string& members,
                 const std::string& sections = R"({"summary": [{"text": "Short."}]})") {
  return R"({"schemaVersion": "1.0", "id": "toe-splint", "title": "Splint for a broken toe",
  "codes": [{"system": "cpt", "value": "28515"}], "sections": )" +
         sections + (members.empty() ? "" : ", " + members) + "}";
}

std::string with_section(const std::string& section) {
  return with("", R"({"risks": )" + section + "}");
}

std::string with_codes(const std::string& codes) {
  return R"({"schemaVersion": "1.0", "id": "toe-splint", "title": "Splint", "codes": )" + codes +
         R"(, "sections": {}})";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(procedure_schema_suite)

BOOST_AUTO_TEST_CASE(a_short_document_is_accepted) { BOOST_TEST(found(with("")) == ""); }

BOOST_AUTO_TEST_CASE(a_document_with_everything_is_accepted) {
  BOOST_TEST(found(R"({
    "$schema": "../schemas/procedure.schema.json",
    "schemaVersion": "1.0", "id": "toe-splint", "language": "en-GB", "status": "active",
    "audience": "patient", "title": "Splint for a broken toe",
    "names": {"common": ["Toe strapping"], "technical": [], "abbreviations": []},
    "descriptor": {"text": "Words of the owner", "system": "cpt", "rights": "All rights theirs"},
    "codes": [{"system": "cpt", "value": "28515", "version": "2026", "status": "active",
               "role": "primary", "effective": "1990-01-01", "retired": null, "replacedBy": [],
               "modifiers": ["T1"]}],
    "procedureType": "noninvasive", "category": "therapeutic", "bodySites": [{"text": "toe"}],
    "specialties": ["orthopedics"], "anesthesia": "none",
    "duration": {"min": "PT5M", "max": "PT10M", "approximate": true, "includes": "procedure-only"},
    "settings": ["outpatient-clinic"],
    "sections": {
      "summary": [{"text": "The toe is bound to its neighbour."}],
      "procedure": [{"steps": ["Clean", {"text": "Bind", "items": ["above", "below"]}]}],
      "risks": [{"items": ["Sore skin"]}, {"text": "Rarely more."}],
      "similar-codes": [], "x-house-notes": [{"text": "Ours.", "x-author": 7}]},
    "similarCodes": [{"system": "cpt", "value": "28510", "document": "toe", "relation": "similar"}],
    "provenance": {"source": "clinic", "retrieved": "2026-01-31", "authors": ["A"],
      "reviewers": [{"name": "B", "role": "nurse"}], "created": "2026-01-01",
      "lastReviewed": "2026-01-02", "reviewDue": "2028-01-02",
      "references": [{"text": "Book", "url": "https://example.org/book"}], "license": "CC0-1.0",
      "generatedBy": "hand"},
    "layout": {"nav": ["Home"], "codeLabel": "CPT code", "nameHeading": "Name", "headings": {"risks": "Risks"},
      "bullet": "•", "indent": 2, "finalNewline": true, "eol": "lf", "bom": false},
    "x-anything": {"of": ["ours"]}})") == "");
}

BOOST_AUTO_TEST_CASE(what_rules_own_is_accepted) {
  BOOST_TEST(found(with_codes(R"([{"system": "no such system", "value": 64}])")) == "");
  BOOST_TEST(found(with_codes(R"([{"system": "cpt", "value": null}])")) == "");
  BOOST_TEST(found(with_section("[]")) == "");
  BOOST_TEST(found(with_section(R"([{"items": []}])")) == "");
}

BOOST_AUTO_TEST_CASE(what_the_engine_supplies_is_not_missing) {
  const std::string page =
      R"({"title": "T", "codes": [{"system": "cpt", "value": null}], "sections": {}})";
  constexpr std::array<std::string_view, 2> kSupplied{"id", "schemaVersion"};
  BOOST_TEST(found(page, kSupplied) == "");
  BOOST_TEST(found(page) ==
             "\"T\": the id is missing; add \"id\"\n"
             "\"T\": the schema version is missing; add \"schemaVersion\"");
}

BOOST_AUTO_TEST_CASE(a_missing_member_is_shown_at_the_title_else_at_the_first_node) {
  BOOST_TEST(
      found(R"({"schemaVersion": "1.0", "id": "a", "codes": [{"system": "cpt", "value": "1"}],
                       "sections": {}})") ==
      "\"schemaVersion\": the title is missing; add \"title\"");
  BOOST_TEST(found(R"({"schemaVersion": "1.0", "id": "a", "title": "T", "sections": {}})") ==
             "\"T\": the codes are missing; add \"codes\"");
}

BOOST_AUTO_TEST_CASE(what_a_page_lacks_is_told_without_keys) {
  Read page(R"({"descriptor": {"text": "A"}, "codes": [{"value": "1"}]})");
  page.document.form = Form::page;
  std::vector<Diagnostic> diagnostics;
  constexpr std::array<std::string_view, 2> kSupplied{"id", "schemaVersion"};
  procedure_schema().check(page.root(), kSupplied, Wording::author, diagnostics);
  BOOST_TEST(lines(page.source, diagnostics) ==
             "\"descriptor\": the page has no sections; write each below its heading\n"
             "\"descriptor\": the page has no name; write it below the heading \"Name of the "
             "Procedure\"\n"
             "{: the code line does not name its code system; write it before the word \"code\"");
}

BOOST_AUTO_TEST_CASE(what_markdown_lacks_is_told_as_it_is_written_there) {
  Read file(R"({"language": "en"})");
  file.document.form = Form::markdown;
  std::vector<Diagnostic> diagnostics;
  constexpr std::array<std::string_view, 2> kSupplied{"id", "schemaVersion"};
  procedure_schema().check(file.root(), kSupplied, Wording::author, diagnostics);
  BOOST_TEST(lines(file.source, diagnostics) ==
             "\"language\": the codes are missing; name them between two lines of three hyphens at "
             "the begin of the file, as in codes: [{ system: cpt, value: \"36415\" }]\n"
             "\"language\": the document has no sections; write each below a heading behind "
             "\"## \"\n"
             "\"language\": the document has no title; write it on a line behind \"# \"");
}

BOOST_AUTO_TEST_CASE(a_misspelt_section_is_named_and_the_right_one_offered) {
  BOOST_TEST(found(with("", R"({"purpos": []})")) ==
             "\"purpos\": \"purpos\" is no name of a section; did you mean \"purpose\"?");
}

BOOST_AUTO_TEST_CASE(an_unknown_name_may_begin_with_x) {
  BOOST_TEST(found(with("", R"({"billing": []})")) ==
             "\"billing\": \"billing\" is no name of a section; remove it, or begin a name of your "
             "own with \"x-\"");
  BOOST_TEST(found(with(R"("colour": 1)")) ==
             "\"colour\": \"colour\" is no field of the document; remove it, or begin a name of "
             "your own with \"x-\"");
}

BOOST_AUTO_TEST_CASE(a_misspelt_name_is_not_also_a_missing_one) {
  BOOST_TEST(found(R"({"schemaVersion": "1.0", "id": "a", "titel": "T",
                       "codes": [{"system": "cpt", "value": "1"}], "sections": {}})") ==
             "\"titel\": \"titel\" is no field of the document; did you mean \"title\"?");
}

BOOST_AUTO_TEST_CASE(a_section_is_a_list_of_blocks) {
  BOOST_TEST(found(with_section(R"("Bleeding")")) ==
             "\"Bleeding\": \"risks\" should be a list of blocks, but is a text");
  BOOST_TEST(found(with_section(R"({"text": "Bleeding"})")) ==
             "\"risks\": \"risks\" should be a list of blocks, but is a group of fields");
  BOOST_TEST(found(with_section(R"(["Bleeding"])")) ==
             "\"Bleeding\": item 1 of \"risks\" should be a block with text, items or steps, but "
             "is a text");
}

BOOST_AUTO_TEST_CASE(a_block_is_one_thing) {
  BOOST_TEST(found(with_section(R"([{"text": "a", "items": ["b"]}])")) ==
             "{: the block has \"text\" and \"items\", but may have only one of \"text\", "
             "\"items\", \"steps\"");
  BOOST_TEST(found(with_section(R"([{}])")) ==
             "{: the block has none of \"text\", \"items\" and \"steps\"; add one of them");
  BOOST_TEST(found(with_section(R"([{"txet": "a"}])")) ==
             "\"txet\": \"txet\" is no field of item 1 of \"risks\"; did you mean \"text\"?");
}

BOOST_AUTO_TEST_CASE(an_item_is_a_text_or_has_a_list_below_it) {
  BOOST_TEST(found(with_section(R"([{"items": [5]}])")) ==
             "5: item 1 of \"items\" in the section \"risks\" should be a text, or a group with "
             "text and items or steps, but is a number");
  BOOST_TEST(
      found(with_section(R"([{"items": [{"items": ["b"]}]}])")) ==
      "{: the text is missing in item 1 of \"items\" in the section \"risks\"; add \"text\"");
  BOOST_TEST(found(with_section(R"([{"items": [{"text": "a", "items": [["c"]]}]}])")) ==
             "[: item 1 of \"items\" in the section \"risks\" should be a text, but is a list");
}

BOOST_AUTO_TEST_CASE(words_from_a_list_are_offered) {
  BOOST_TEST(found(with(R"("status": "activ")")) ==
             "\"activ\": \"status\" is \"activ\", but must be one of draft, active, retired; did "
             "you mean \"active\"?");
  BOOST_TEST(found(with(R"("status": 3)")) == "3: \"status\" should be a text, but is a number");
}

BOOST_AUTO_TEST_CASE(an_id_has_a_shape_that_is_told_in_words) {
  BOOST_TEST(found(R"({"schemaVersion": "1.0", "id": "Toe Splint", "title": "T",
                       "codes": [{"system": "cpt", "value": "1"}], "sections": {}})") ==
             "\"Toe Splint\": \"id\" is \"Toe Splint\", but must be a name of small letters and "
             "digits joined by single hyphens");
}

BOOST_AUTO_TEST_CASE(codes_are_a_list_with_at_least_one_code) {
  BOOST_TEST(found(with_codes("[]")) == "\"codes\": \"codes\" is empty, but needs at least 1 item");
  BOOST_TEST(found(with_codes(R"("28515")")) ==
             "\"28515\": \"codes\" should be a list of codes, but is a text");
  BOOST_TEST(found(with_codes(R"([{"value": "28515"}])")) ==
             "{: the system is missing in item 1 of \"codes\"; add \"system\"");
  BOOST_TEST(found(with_codes(R"([{"system": "cpt", "value": ["1"]}])")) ==
             "\"value\": \"value\" should be a code, but is a list");
}

BOOST_AUTO_TEST_CASE(dates_and_time_spans_are_checked) {
  BOOST_TEST(
      found(with(R"("provenance": {"created": "31.01.2026"})")) ==
      "\"31.01.2026\": \"created\" is \"31.01.2026\", but must be a date such as 2026-01-31");
  BOOST_TEST(
      found(with(R"("provenance": {"created": "2026-02-30"})")) ==
      "\"2026-02-30\": \"created\" is \"2026-02-30\", but must be a date such as 2026-01-31");
  BOOST_TEST(found(with(R"("duration": {"min": "15 minutes"})")) ==
             "\"15 minutes\": \"min\" is \"15 minutes\", but must be a time span such as PT15M (15 "
             "minutes) or PT1H30M");
}

BOOST_AUTO_TEST_CASE(each_mistake_is_one_finding) {
  BOOST_TEST(found(with(R"("status": 1, "layout": {"indent": -1, "bullet": ""})",
                        R"({"risks": [{"items": ["a", 1]}, 7]})")) ==
             "1: item 2 of \"items\" in the section \"risks\" should be a text, or a group with "
             "text and items or steps, but is a number\n"
             "7: item 2 of \"risks\" should be a block with text, items or steps, but is a number\n"
             "1: \"status\" should be a text, but is a number\n"
             "-1: \"indent\" is -1, but must be at least 0\n"
             "\"\": \"bullet\" is empty, but needs at least 1 character");
}

BOOST_AUTO_TEST_CASE(a_document_of_another_kind_is_one_finding) {
  BOOST_TEST(found("[1, 2]") == "[: the document should be a procedure document, but is a list");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint::test
