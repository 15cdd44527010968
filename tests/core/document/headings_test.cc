#include "core/document/headings.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

#include "core/document/boilerplate.h"
#include "core/document/heading_case.h"
#include "core/read/page_sample.h"

namespace proclint {
namespace {

std::string key(const Headings::Entry* entry) { return entry ? entry->key : "none"; }
std::string found(std::string_view text) { return key(sample::headings().find(text)); }
std::string near(std::string_view text) { return key(sample::headings().find_near(text)); }

std::string error_of(std::string_view json) {
  const Source source("headings.json", json);
  Document document;
  std::vector<Diagnostic> diagnostics;
  read_json(source, {}, document, diagnostics);
  const auto table = Headings::from(Value::root(document));
  return table ? "" : table.error().message;
}

BOOST_AUTO_TEST_SUITE(headings)

BOOST_AUTO_TEST_CASE(the_project_s_table_has_twenty_sections) {
  BOOST_TEST(sample::headings().entries().size() == 20);
  BOOST_TEST(sample::headings().find_key("risks")->heading == "Risks and Complications");
  BOOST_TEST((sample::headings().find_key("x-risks") == nullptr));
}

BOOST_AUTO_TEST_CASE(a_canonical_heading_and_an_alias_give_the_key) {
  BOOST_TEST(found("Risks and Complications") == "risks");
  BOOST_TEST(found("Side effects") == "risks");
  BOOST_TEST(found("Fun facts") == "none");
  BOOST_TEST(found("") == "none");
  BOOST_TEST(found(std::string(5000, 'a')) == "none");
}

BOOST_AUTO_TEST_CASE(case_marks_ampersands_hyphens_blanks_and_plurals_do_not_count) {
  for (const std::string_view text :
       {"RISKS AND COMPLICATIONS", "Risks and Complications:", "risks & complications.",
        "Risk  and\tComplication", " Risks-and-Complications : "}) {
    BOOST_TEST(found(text) == "risks");
  }
  BOOST_TEST(found("Why it\xE2\x80\x99s done") == "purpose");
  BOOST_TEST(found("Follow\xC2\xA0up") == "follow-up");
}

BOOST_AUTO_TEST_CASE(two_mistakes_are_forgiven) {
  BOOST_TEST(near("Benifits") == "benefits");
  BOOST_TEST(near("Puropse") == "purpose");
  BOOST_TEST(near("Rks and Complications") == "risks");
  BOOST_TEST(near("Recvry") == "recovery");
  BOOST_TEST(near("Recvy") == "none");
}

BOOST_AUTO_TEST_CASE(two_mistakes_with_the_first_letter_wrong_are_another_word) {
  BOOST_TEST(near("Testing") == "none");
  BOOST_TEST(near("Jummary") == "summary");
}

BOOST_AUTO_TEST_CASE(short_spellings_are_never_misspelled) {
  BOOST_TEST(near("Tim") == "none");
  BOOST_TEST(near("Goals") == "none");
}

BOOST_AUTO_TEST_CASE(the_title_s_heading_is_no_section) {
  BOOST_TEST(sample::headings().is_title("Name of the procedure:"));
  BOOST_TEST(sample::headings().is_nearly_title("Name of the Procdure"));
  BOOST_TEST(found("Name of the Procedure") == "none");
}

BOOST_AUTO_TEST_CASE(the_nearest_headings_come_nearest_first) {
  const auto nearest = sample::headings().nearest("Recover", 3);
  BOOST_REQUIRE(nearest.size() == 3);
  BOOST_TEST(nearest[0]->key == "recovery");
}

BOOST_AUTO_TEST_CASE(same_words_are_equal_but_for_case_blanks_and_mark) {
  BOOST_TEST(have_same_words("Similar  codes:", "Similar Codes"));
  BOOST_TEST(!have_same_words("Similar code", "Similar Codes"));
  BOOST_TEST(!have_same_words("SimilarCodes", "Similar Codes"));
}

BOOST_AUTO_TEST_CASE(a_mistake_in_the_table_is_an_error) {
  BOOST_TEST(error_of("{}") == "the table needs a list \"headings\"");
  BOOST_TEST(error_of(R"({"headings": [{"key": "a"}]})") == "/headings/0 needs a \"heading\"");
  BOOST_TEST(error_of(R"({"headings": [{"key": "a", "heading": "Risk"},
                          {"key": "b", "heading": "B", "aliases": ["Risks"]}]})") ==
             "\"Risks\" is a heading of two sections");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(heading_cases)

std::string_view name_of(HeadingCase style) {
  constexpr std::string_view kNames[] = {"any", "title", "sentence", "upper", "lower"};
  return kNames[static_cast<std::size_t>(style)];
}

BOOST_AUTO_TEST_CASE(words_tell_the_case) {
  BOOST_TEST(name_of(heading_case("Risks and Complications")) == "title");
  BOOST_TEST(name_of(heading_case("Similar codes")) == "sentence");
  BOOST_TEST(name_of(heading_case("Summary")) == "any");
  BOOST_TEST(name_of(heading_case("MRI of the pH")) == "any");
  BOOST_TEST(name_of(heading_case("SUMMARY")) == "upper");
  BOOST_TEST(name_of(heading_case("summary")) == "lower");
  BOOST_TEST(name_of(heading_case("")) == "any");
}

BOOST_AUTO_TEST_CASE(the_other_case_can_be_written) {
  BOOST_TEST(with_heading_case("risks and complications", HeadingCase::title) ==
             "Risks and Complications");
  BOOST_TEST(with_heading_case("Risks and Complications", HeadingCase::sentence) ==
             "Risks and complications");
  BOOST_TEST(with_heading_case("SIMILAR CODES", HeadingCase::sentence) == "Similar codes");
  BOOST_TEST(with_heading_case("After an MRI scan", HeadingCase::title) == "After an MRI Scan");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(boilerplate)

BOOST_AUTO_TEST_CASE(furniture_of_a_web_page_is_recognised) {
  for (const std::string_view line : {"Search all medical codes",
                                      "Back to top",
                                      "Return to the home page",
                                      "Top of page",
                                      "Skip to main content",
                                      "Home > Codes > Surgery",
                                      "Home \xC2\xBB Codes",
                                      "Share this page",
                                      "Share",
                                      "Subscribe to our newsletter",
                                      "Page 3 of 12",
                                      "Copyright 2024 by Clinic X",
                                      "\xC2\xA9 2024 Clinic X. All rights reserved.",
                                      "We use cookies to make this site better.",
                                      "Accept all cookies",
                                      "Print this page",
                                      "Sign up for our newsletter",
                                      "Follow us on Mastodon",
                                      "Home / Codes / Surgery",
                                      "Advertisement",
                                      "Privacy Policy | Terms of Use"}) {
    BOOST_TEST(is_boilerplate(line), line);
  }
}

BOOST_AUTO_TEST_CASE(words_of_a_procedure_are_not) {
  for (const std::string_view line :
       {"", "Back to normal activities", "Share your worries with the nurse.",
        "Page through the list", "Blood pressure > 140 or > 150", "Search for a vein.",
        "Follow us into the room.", "Print your name", "Home | Hospital",
        "Cookies and milk are fine"}) {
    BOOST_TEST(!is_boilerplate(line), line);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
