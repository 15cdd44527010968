#include <boost/test/unit_test.hpp>
#include <string>

#include "core/check/lint.h"
#include "core/check/page_run.h"

namespace proclint {
namespace {

// Whether a text block with `text` alone leaves its section empty.
bool is_empty(std::string_view text, std::string_view placeholders) {
  const std::string rule = R"("given": "$.a", "then": {"not-empty": {"placeholders": )" +
                           std::string(placeholders) + "}}";
  const std::string found = lint(rule, R"({"a": [{"text": ")" + std::string(text) + "\"}]}");
  BOOST_TEST_REQUIRE(!found.starts_with("1:1 "), found);  // no mistake in the rule
  return !found.empty();
}

std::string section(std::string_view blocks) {
  return lint(R"("given": "$.sections.*", "message": "{key} in {section}: {content}",
                 "then": {"not-empty": {"kinds": ["list"], "placeholders": ["tbd"],
                                        "warning": ["similar-codes"]}})",
              R"({"sections": {)" + std::string(blocks) + "}}");
}

BOOST_AUTO_TEST_SUITE(not_empty)

BOOST_AUTO_TEST_CASE(a_section_without_blocks_is_empty_and_shown_at_its_key) {
  BOOST_TEST(section(R"("risks": [])") ==
             "1:15 error /sections/risks risks in Risks and Complications: nothing");
}

BOOST_AUTO_TEST_CASE(a_section_with_placeholders_alone_is_empty) {
  BOOST_TEST(section(R"("risks": [{"text": "TBD"}, {"text": ""}])") ==
             "1:15 error /sections/risks risks in Risks and Complications: only \"TBD\"");
}

BOOST_AUTO_TEST_CASE(a_section_with_furniture_of_a_web_page_alone_is_empty) {
  BOOST_TEST(section(R"("risks": [{"text": "Back to top"}])") ==
             "1:15 error /sections/risks risks in Risks and Complications: only \"Back to top\"");
}

BOOST_AUTO_TEST_CASE(one_block_with_words_is_enough) {
  BOOST_TEST(section(R"("risks": [{"text": "TBD"}, {"text": "Few."}])") == "");
}

BOOST_AUTO_TEST_CASE(an_empty_list_in_a_block_is_not_the_sections_matter) {
  BOOST_TEST(section(R"("risks": [{"items": []}])") == "");
}

BOOST_AUTO_TEST_CASE(a_section_of_another_kind_is_a_matter_of_the_schema) {
  BOOST_TEST(section(R"("risks": "", "recovery": null, "setting": [{}])") == "");
}

BOOST_AUTO_TEST_CASE(for_some_keys_it_is_a_warning) {
  BOOST_TEST(section(R"("similar-codes": [])") ==
             "1:15 warning /sections/similar-codes similar-codes in Similar Codes: nothing");
}

BOOST_AUTO_TEST_CASE(an_unknown_section_is_named_by_its_key) {
  BOOST_TEST(section(R"("x-facts": [])") ==
             "1:15 error /sections/x-facts x-facts in x-facts: nothing");
}

BOOST_AUTO_TEST_CASE(case_and_marks_around_a_placeholder_do_not_count) {
  BOOST_TEST(is_empty("(None.)", R"(["none"])"));
  BOOST_TEST(is_empty(" N/A ", R"(["n/a"])"));
  BOOST_TEST(!is_empty("None of them", R"(["none"])"));
}

BOOST_AUTO_TEST_CASE(a_text_of_marks_and_blanks_is_empty) {
  BOOST_TEST(is_empty("-", "[]"));
  BOOST_TEST(is_empty(" ... ", "[]"));
  BOOST_TEST(is_empty("\xC2\xA0", "[]"));
  BOOST_TEST(!is_empty("7", "[]"));
}

BOOST_AUTO_TEST_CASE(three_points_stand_for_any_text) {
  BOOST_TEST(is_empty("<what the nurse does>", R"(["<...>"])"));
  BOOST_TEST(!is_empty("< 5 % of people", R"(["<...>"])"));
  BOOST_TEST(is_empty("lorem ipsum dolor", R"(["lorem..."])"));
  BOOST_TEST(!is_empty("lorems", R"(["lorem..."])"));
}

BOOST_AUTO_TEST_CASE(a_placeholder_in_capitals_is_meant_in_capitals) {
  BOOST_TEST(is_empty("TODO: ask", R"(["TODO..."])"));
  BOOST_TEST(!is_empty("Todo el mundo", R"(["TODO..."])"));
}

BOOST_AUTO_TEST_CASE(a_placeholder_that_begins_with_any_text_is_refused) {
  BOOST_TEST(lint(R"("given": "$", "then": {"not-empty": {"placeholders": ["..."]}})", "1")
                 .ends_with("a placeholder does not begin with \"...\""));
}

BOOST_AUTO_TEST_CASE(what_is_empty_can_be_removed) {
  const auto mended_at = [](Form form, std::string_view text, std::string_view pointer) {
    return mended_in(form, "not-empty", text, pointer);
  };
  BOOST_TEST(mended_at(Form::page, "Summary\n\nA.\n\nRisks\n\nRecovery\n\nB.\n",
                       "/sections/risks") == "Summary\n\nA.\n\nRecovery\n\nB.\n");
  BOOST_TEST(mended_at(Form::json, R"({"sections": {"risks": [{"text": "a"}, {"items": []}]}})",
                       "/sections/risks/1/items") == R"({"sections": {"risks": [{"text": "a"}]}})");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
