#include <boost/test/unit_test.hpp>

#include <string>

#include "core/check/page_run.h"

namespace proclint {
namespace {

// The sections that are out of order, in a page of these headings.
std::string out_of_order(std::initializer_list<std::string_view> headings,
                         std::string_view options = "{}") {
  std::string page;
  for (const std::string_view heading : headings) page.append(heading).append("\n\nSome text.\n\n");
  return found_in(Form::page, "section-order", page, options, "/sections");
}

std::string moved(Form form, std::string_view text) {
  return mended_in(form, "section-order", text, "/sections");
}

BOOST_AUTO_TEST_SUITE(section_order)

BOOST_AUTO_TEST_CASE(sections_in_the_order_of_the_table_are_good) {
  BOOST_TEST(out_of_order({"Summary", "Risks and Complications", "Recovery"}) == "");
  BOOST_TEST(out_of_order({}) == "");
}

BOOST_AUTO_TEST_CASE(only_the_sections_that_have_to_move_are_found) {
  BOOST_TEST(
      out_of_order({"Recovery", "Summary", "Purpose", "Benefits", "Preparation", "Alternatives"}) ==
      "1:1 [Recovery] the section \"Recovery\" is out of the usual order; put it behind "
      "\"Preparation\"\n"
      "13:1 [Benefits] the section \"Benefits\" is out of the usual order; put it behind "
      "\"Preparation\"");
}

BOOST_AUTO_TEST_CASE(what_belongs_before_all_others_is_put_there) {
  BOOST_TEST(out_of_order({"Purpose", "Indications", "Summary"}) ==
             "9:1 [Summary] the section \"Summary\" is out of the usual order; put it before "
             "\"Purpose\"");
}

BOOST_AUTO_TEST_CASE(other_sections_may_stand_anywhere) {
  BOOST_TEST(found_in(Form::json, "section-order",
                      R"({"sections": {"x-a": [], "purpose": [], "x-b": [], "risks": []}})", "{}",
                      "/sections") == "");
}

BOOST_AUTO_TEST_CASE(one_that_comes_twice_is_for_another_rule) {
  BOOST_TEST(out_of_order({"Risks", "Recovery", "Risks"}) == "");
}

BOOST_AUTO_TEST_CASE(the_order_is_an_option) {
  BOOST_TEST(out_of_order({"Summary", "Purpose"}, R"({"order": ["purpose", "summary"]})") ==
             "1:1 [Summary] the section \"Summary\" is out of the usual order; put it behind "
             "\"Purpose\"");
  BOOST_TEST(out_of_order({}, R"({"order": 1})") == "\"order\" is a list of texts");
  BOOST_TEST(out_of_order({}, R"({"keys": []})") == "there is no option \"keys\"; there are order");
}

BOOST_AUTO_TEST_CASE(a_part_of_a_page_moves_with_its_text) {
  BOOST_TEST(moved(Form::page, "Risks\n\nA.\n\nSummary\n\nB.\n\n- c\n\nRecovery\n\nD.") ==
             "Summary\n\nB.\n\n- c\n\nRisks\n\nA.\n\nRecovery\n\nD.");
  BOOST_TEST(moved(Form::page,
                   "Purpose\r\n\r\nA.\r\n\r\nRisks\r\n\r\nB.\r\n\r\nSummary\r\n\r\nC."
                   "\r\n") ==
             "Summary\r\n\r\nC.\r\n\r\nPurpose\r\n\r\nA.\r\n\r\nRisks\r\n\r\nB.\r\n");
}

BOOST_AUTO_TEST_CASE(a_part_can_go_to_the_end) {
  BOOST_TEST(moved(Form::page, "Recovery\n\nA.\n\nSummary\n\nB.\n\nPurpose\n\nC.") ==
             "Summary\n\nB.\n\nPurpose\n\nC.\n\nRecovery\n\nA.");
  BOOST_TEST(
      moved(Form::json, R"({"sections": {"recovery": [], "summary": [], "purpose": [1]}})") ==
      R"({"sections": {"summary": [], "purpose": [1], "recovery": []}})");
  BOOST_TEST(
      moved(Form::yaml, "sections:\n  recovery: []\n  summary: []\n  purpose:\n  - text: C") ==
      "sections:\n  summary: []\n  purpose:\n  - text: C\n  recovery: []");
}

BOOST_AUTO_TEST_CASE(comments_above_a_part_go_with_it) {
  BOOST_TEST(moved(Form::markdown,
                   "# T\n\n<!-- a -->\n## Risks\n\nA.\n\n## Summary\n\nB.\n\n## Purpose\n\nC.\n") ==
             "# T\n\n## Summary\n\nB.\n\n## Purpose\n\nC.\n\n<!-- a -->\n## Risks\n\nA.\n");
  BOOST_TEST(moved(Form::yaml,
                   "sections:\n  # first\n  # of it\n  risks: []  # none\n\n  summary: []\n"
                   "  purpose: []\nid: a\n") ==
             "sections:\n  summary: []\n  purpose: []\n  # first\n  # of it\n  risks: []  # none\n"
             "id: a\n");
}

BOOST_AUTO_TEST_CASE(members_in_braces_keep_their_layout) {
  BOOST_TEST(moved(Form::json,
                   "{\"sections\": {\n  \"risks\": [],\n  \"summary\": [],\n"
                   "  \"purpose\": []\n}}") ==
             "{\"sections\": {\n  \"summary\": [],\n  \"purpose\": [],\n  \"risks\": []\n}}");
  BOOST_TEST(moved(Form::yaml, "sections: {risks: [], summary: [], purpose: []}\n") ==
             "sections: {summary: [], purpose: [], risks: []}\n");
}

BOOST_AUTO_TEST_CASE(what_is_bound_to_its_place_is_not_moved) {
  const std::string anchor =
      "sections:\n  risks: &none []\n  summary: []\n  purpose: []\n  recovery: *none\n";
  BOOST_TEST(moved(Form::yaml, anchor) == anchor);
  const std::string comment = "sections: {risks: [],  # a\n  summary: [], purpose: []}\n";
  BOOST_TEST(moved(Form::yaml, comment) == comment);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
