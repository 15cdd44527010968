#include <boost/test/unit_test.hpp>

#include "core/read/page_dump.h"

namespace proclint {
namespace {

using sample::marks;
using sample::Page;
using sample::sections;

BOOST_AUTO_TEST_SUITE(page_sections)

// ---- Headings ----

BOOST_AUTO_TEST_CASE(an_alias_gives_the_key) {
  BOOST_TEST(sections("Risks & complications:\n\nPain.\n\nAFTERCARE\n\nRest.\n") ==
             "{risks: [{text: 'Pain.'}], recovery: [{text: 'Rest.'}]}");
}

BOOST_AUTO_TEST_CASE(a_misspelled_heading_gives_the_key) {
  BOOST_TEST(sections("Risk and Complication\n\nPain.\n\nBenifits\n\nLess pain.\n") ==
             "{risks: [{text: 'Pain.'}], benefits: [{text: 'Less pain.'}]}");
}

BOOST_AUTO_TEST_CASE(a_heading_spelled_twice_gives_the_key_twice) {
  BOOST_TEST(sections("Risks\n\nPain.\n\nComplications\n\nBleeding.\n") ==
             "{risks: [{text: 'Pain.'}], risks: [{text: 'Bleeding.'}]}");
}

BOOST_AUTO_TEST_CASE(an_alias_right_under_its_own_heading_is_text) {
  BOOST_TEST(sections("Anesthesia\n\nSedation\n\nRisks\n") ==
             "{anesthesia: [{text: 'Sedation'}], risks: []}");
}

BOOST_AUTO_TEST_CASE(a_value_may_stand_on_the_heading_s_line) {
  BOOST_TEST(
      sections("Summary\n\nA.\n\nDuration: 15 minutes\n\nSetting: clinic\n") ==
      "{summary: [{text: 'A.'}], duration: [{text: '15 minutes'}], setting: [{text: 'clinic'}]}");
  BOOST_TEST(marks("Risks\nDuration: 15 minutes\n") ==
             "heading'Risks' missing-blank-line'Duration: 15 minutes' heading'Duration:' "
             "inline-value'15 minutes'");
}

BOOST_AUTO_TEST_CASE(headings_with_values_may_follow_each_other_directly) {
  BOOST_TEST(sections("Summary\n\nDuration: 15 minutes\nSetting: clinic\nPersonnel: a nurse\n") ==
             "{summary: [], duration: [{text: '15 minutes'}], setting: [{text: 'clinic'}], "
             "personnel: [{text: 'a nurse'}]}");
}

BOOST_AUTO_TEST_CASE(a_lead_in_is_no_heading_when_its_section_exists) {
  BOOST_TEST(sections("Duration\n\nShort.\n\nTime: an hour in all.\n") ==
             "{duration: [{text: 'Short.'}, {text: 'Time: an hour in all.'}]}");
}

BOOST_AUTO_TEST_CASE(an_unknown_heading_gives_a_key_of_its_words) {
  BOOST_TEST(sections("Risks\n\n- Pain\n\nFun facts\n\nIt is made from a toxin.\n") ==
             "{risks: [{items: ['Pain']}], x-fun-facts: [{text: 'It is made from a toxin.'}]}");
  BOOST_TEST(sections("Risks\n\nPain.\n\nOur Team's Promise (2024)\n\n- Kindness\n") ==
             "{risks: [{text: 'Pain.'}], x-our-team-s-promise-2024: [{items: ['Kindness']}]}");
}

BOOST_AUTO_TEST_CASE(the_only_line_of_a_section_is_no_heading) {
  BOOST_TEST(sections("Setting\n\nOutpatient Clinic\n\nPersonnel\n\nNurse\n") ==
             "{setting: [{text: 'Outpatient Clinic'}], personnel: [{text: 'Nurse'}]}");
}

BOOST_AUTO_TEST_CASE(a_short_line_before_a_heading_is_no_heading) {
  BOOST_TEST(sections("Risks\n\n- Pain\n\nFun facts\n\nRecovery\n") ==
             "{risks: [{items: ['Pain']}, {text: 'Fun facts'}], recovery: []}");
}

BOOST_AUTO_TEST_CASE(short_advice_is_no_heading) {
  BOOST_TEST(sections("Preparation\n\n- Rest\n\nNo special diet\n\nCall us with questions.\n") ==
             "{preparation: [{items: ['Rest']}, {text: 'No special diet'}, "
             "{text: 'Call us with questions.'}]}");
}

BOOST_AUTO_TEST_CASE(short_lines_in_a_row_are_no_headings) {
  BOOST_TEST(sections("Preparation\n\n- Rest\n\nSoft diet\n\nLoose clothes\n\nWarm socks\n") ==
             "{preparation: [{items: ['Rest']}, {text: 'Soft diet'}, {text: 'Loose clothes'}, "
             "{text: 'Warm socks'}]}");
}

BOOST_AUTO_TEST_CASE(a_lead_in_to_a_list_is_no_heading) {
  BOOST_TEST(
      sections("Preparation\n\nRest well.\n\nThings to bring:\n\n- Socks\n") ==
      "{preparation: [{text: 'Rest well.'}, {text: 'Things to bring:'}, {items: ['Socks']}]}");
}

BOOST_AUTO_TEST_CASE(a_word_of_a_paragraph_that_stands_alone_on_a_line_is_no_heading) {
  BOOST_TEST(sections("Recovery\n\nYou need some\nTime\nto rest, and then\nRecovery\nends.\n") ==
             "{recovery: [{text: 'You need some Time to rest, and then Recovery ends.'}]}");
}

// ---- Blocks ----

BOOST_AUTO_TEST_CASE(lines_of_a_paragraph_and_of_an_item_are_joined) {
  BOOST_TEST(sections("Risks\n\nYou may\n  feel pain.\n\n1. Lie\n   down\n2. Sleep\n") ==
             "{risks: [{text: 'You may feel pain.'}, {steps: ['Lie down', 'Sleep']}]}");
}

BOOST_AUTO_TEST_CASE(every_kind_of_bullet_is_known) {
  BOOST_TEST(sections("Risks\n\n- a\n* b\n\xE2\x80\x93 c\no d\n\xC2\xB7 e\n\xE2\x96\xAA f\n"
                      "\xE2\x80\xA2g\n\xEF\x82\xB7\th\n") ==
             "{risks: [{items: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']}]}");
}

BOOST_AUTO_TEST_CASE(numbers_may_have_a_parenthesis) {
  BOOST_TEST(sections("Steps\n\n1) a\n2) b\n10) c\n") == "{procedure: [{steps: ['a', 'b', 'c']}]}");
  BOOST_TEST(marks("Steps\n\n1)  a\n") == "heading'Steps' blank-lines*1 number'1)'");
}

BOOST_AUTO_TEST_CASE(deeper_items_are_nested_one_level) {
  BOOST_TEST(sections("Steps\n\n  1. a\n    - b\n      - c\n    - d\n  2. e\n") ==
             "{procedure: [{steps: [{text: 'a', items: ['b', 'c', 'd']}, 'e']}]}");
}

BOOST_AUTO_TEST_CASE(a_tab_indents_as_far_as_two_blanks_and_so_do_two_no_break_spaces) {
  const std::string expected = "{risks: [{items: [{text: 'a', items: ['b']}, 'c']}]}";
  BOOST_TEST(sections("Risks\n\n  - a\n    - b\n  - c\n") == expected);
  BOOST_TEST(sections("Risks\n\n\t- a\n\t\t- b\n  - c\n") == expected);
  BOOST_TEST(sections("Risks\n\n\xC2\xA0\xC2\xA0- a\n\xC2\xA0\xC2\xA0\xC2\xA0\xC2\xA0-\xC2\xA0"
                      "b\n"
                      "  - c\n") == expected);
}

BOOST_AUTO_TEST_CASE(a_blank_line_between_items_parts_no_list) {
  BOOST_TEST(sections("Risks\n\n- a\n\n- b\n\nSteps\n\n1. c\n\n2. d\n\n\n3. e\n") ==
             "{risks: [{items: ['a', 'b']}], procedure: [{steps: ['c', 'd', 'e']}]}");
  const Page page("Risks\n\n- a\n\n- b\n");
  BOOST_TEST(page.document.marks[3].node == 7U);  // the blank line belongs to the list
}

BOOST_AUTO_TEST_CASE(numbers_that_begin_again_begin_another_list) {
  BOOST_TEST(sections("Steps\n\n1. a\n2. b\n\n1. c\n2. d\n") ==
             "{procedure: [{steps: ['a', 'b']}, {steps: ['c', 'd']}]}");
  BOOST_TEST(sections("Steps\n\n1. a\n\n1. b\n\n1. c\n") ==
             "{procedure: [{steps: ['a', 'b', 'c']}]}");
}

BOOST_AUTO_TEST_CASE(bullets_and_numbers_are_two_lists) {
  BOOST_TEST(sections("Steps\n\n1. a\n- b\n") == "{procedure: [{steps: ['a']}, {items: ['b']}]}");
}

BOOST_AUTO_TEST_CASE(an_unmarked_line_under_an_item_is_a_paragraph_and_marked) {
  BOOST_TEST(sections("Recovery\n\n- rest\nDrink water.\n") ==
             "{recovery: [{items: ['rest']}, {text: 'Drink water.'}]}");
  BOOST_TEST(marks("Recovery\n\n- rest\nDrink water.\n") ==
             "heading'Recovery' blank-lines*1 bullet'-' mixed-block'Drink water.'");
}

BOOST_AUTO_TEST_CASE(a_line_that_goes_on_with_a_small_letter_belongs_to_the_item) {
  BOOST_TEST(sections("Recovery\n\n- rest for\na week\n- drink\n") ==
             "{recovery: [{items: ['rest for a week', 'drink']}]}");
}

BOOST_AUTO_TEST_CASE(a_list_may_follow_its_lead_in_directly) {
  BOOST_TEST(sections("Risks\n\nThere may be:\n- pain\n- fever\n") ==
             "{risks: [{text: 'There may be:'}, {items: ['pain', 'fever']}]}");
}

BOOST_AUTO_TEST_CASE(a_dash_in_a_wrapped_sentence_is_no_item) {
  BOOST_TEST(sections("Recovery\n\nNearly all people can go home on the same day\n- sometimes on "
                      "the next.\n") ==
             "{recovery: [{text: 'Nearly all people can go home on the same day - sometimes on the "
             "next.'}]}");
}

BOOST_AUTO_TEST_CASE(a_lone_number_begins_a_list_only_at_the_begin_of_a_block) {
  BOOST_TEST(sections("Steps\n\nLie down.\n\n5. Rest\n") ==
             "{procedure: [{text: 'Lie down.'}, {steps: ['Rest']}]}");
  BOOST_TEST(sections("Steps\n\nTake the dose of\n5. Rest.\n") ==
             "{procedure: [{text: 'Take the dose of 5. Rest.'}]}");
}

BOOST_AUTO_TEST_CASE(a_dash_alone_is_text_and_among_items_an_empty_item) {
  BOOST_TEST(sections("Risks\n\n-\n") == "{risks: [{text: '-'}]}");
  BOOST_TEST(sections("Risks\n\n-\n- pain\n-\n") == "{risks: [{items: ['', 'pain', '']}]}");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
