#include <boost/test/unit_test.hpp>

#include <chrono>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/dump.h"
#include "core/document/value.h"
#include "core/read/page_sample.h"

namespace proclint {
namespace {

using sample::Page;

void append_tree(std::string& out, Value value) {
  const bool is_map = value.is(Kind::map);
  if (is_map || value.is(Kind::list)) {
    out += is_map ? '{' : '[';
    bool is_first = true;
    for (const Value child : value.children()) {
      if (!is_first) out += ", ";
      is_first = false;
      if (is_map) out.append(child.key().text()).append(": ");
      append_tree(out, child);
    }
    out += is_map ? '}' : ']';
  } else {
    out += value.is(Kind::null) ? "null" : "'" + std::string(value.text()) + "'";
  }
}

// The tree without places.
std::string tree(std::string_view text) {
  const Page page{std::string(text)};
  std::string out;
  if (!page.document.empty()) append_tree(out, Value::root(page.document));
  for (const Diagnostic& finding : page.diagnostics) out += " !" + finding.rule;
  return out;
}

// The sections' part of it, of a page that begins with a section.
std::string sections(std::string_view text) {
  const std::string all = tree(text);
  constexpr std::string_view kBegin = "{sections: ";
  if (!all.starts_with(kBegin)) return all;
  return all.substr(kBegin.size(), all.size() - kBegin.size() - 1);
}

std::string marks(std::string_view text) {
  const Page page{std::string(text)};
  std::string out;
  for (const Mark& mark : page.document.marks) {
    if (!out.empty()) out += ' ';
    out += name(mark.kind);
    const std::string_view slice = page.source.slice(mark.span);
    const bool is_visible = slice.find_first_not_of(" \t\r\n") != std::string_view::npos;
    out += is_visible ? "'" + std::string(slice) + "'" : "*" + std::to_string(slice.size());
  }
  return out;
}

std::string trimmed(std::string_view line) {
  std::string out(line);
  const auto is_blank_at = [&out](std::size_t i) {
    return out[i] == ' ' || out[i] == '\t' || out[i] == '\r';
  };
  for (bool again = true; again && !out.empty();) {
    again = false;
    if (is_blank_at(out.size() - 1)) {
      out.pop_back();
      again = true;
    } else if (out.ends_with("\xC2\xA0")) {
      out.resize(out.size() - 2);
      again = true;
    } else if (is_blank_at(0)) {
      out.erase(0, 1);
      again = true;
    } else if (out.starts_with("\xC2\xA0")) {
      out.erase(0, 2);
      again = true;
    }
  }
  return out;
}

// The bytes of a text, read again: lines trimmed and joined with one blank.
std::string joined_lines(std::string_view slice) {
  std::istringstream in{std::string(slice)};
  std::string out;
  std::string line;
  while (std::getline(in, line)) {
    if (!out.empty()) out += ' ';
    out += trimmed(line);
  }
  return out;
}

// What is wrong with the places of the document; empty if nothing.
std::string broken_places(const Page& page) {
  const Document& document = page.document;
  const auto size = static_cast<std::uint32_t>(page.text.size());
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    const Node& node = document.node(id);
    const std::string at = "node " + std::to_string(id) + ": ";
    if (node.span.begin > node.span.end || node.span.end > size) return at + "outside the source";
    if (node.parent != kNoNode && !document.node(node.parent).span.contains(node.span)) {
      return at + "outside its parent";
    }
    if (node.kind == Kind::string &&
        joined_lines(page.source.slice(node.span)) != std::string(document.text(id))) {
      return at + "its bytes are no '" + std::string(document.text(id)) + "'";
    }
  }
  std::uint32_t last = 0;
  for (const Mark& mark : document.marks) {
    if (mark.span.begin < last || mark.span.end > size || mark.span.begin > mark.span.end) {
      return "a mark out of order";
    }
    if (mark.node >= document.nodes.size()) return "a mark of no node";
    last = mark.span.begin;
  }
  return {};
}

BOOST_AUTO_TEST_SUITE(page)

constexpr std::string_view kPage =
    "Find a code\n"
    "\n"
    "Taking blood from a vein\n"
    "\n"
    "CPT code 36415\n"
    "\n"
    "Name of the Procedure\n"
    "\n"
    "Blood test\n"
    "\n"
    "Summary\n"
    "\n"
    "A nurse takes blood from your arm.\n"
    "\n"
    "Risks and Complications\n"
    "\n"
    "  \xE2\x80\xA2 Bruise\n"
    "  \xE2\x80\xA2 Feeling faint\n";

// ---- The whole page ----

BOOST_AUTO_TEST_CASE(every_part_of_the_layout_has_its_node) {
  BOOST_TEST(tree(kPage) ==
             "{descriptor: {text: 'Taking blood from a vein'}, "
             "codes: [{system: 'CPT', value: '36415'}], title: 'Blood test', "
             "sections: {summary: [{text: 'A nurse takes blood from your arm.'}], "
             "risks: [{items: ['Bruise', 'Feeling faint']}]}}");
}

BOOST_AUTO_TEST_CASE(what_the_tree_drops_is_a_mark) {
  BOOST_TEST(marks("Search all codes\n\nCPT code 1\n\n\n2. Rest\n") ==
             "navigation'Search all codes' blank-lines*1 code-label'CPT code' blank-lines*2 "
             "unplaced'2. Rest'");
}

BOOST_AUTO_TEST_CASE(keys_of_the_layout_have_an_empty_span_and_headings_their_own) {
  const Page page("Risks:\n\n- Pain\n");
  BOOST_TEST(dump(page.document) ==
             "map[0,15) key[0,0)=sections map[0,14) key[0,6)=risks list[6,14) map[8,14) "
             "key[8,8)=items list[8,14) string[10,14)=Pain #heading[0,6)@3=Risks: "
             "#blank-lines[7,8)@0=\\n #bullet[8,9)@8=-");
}

BOOST_AUTO_TEST_CASE(the_real_page_has_its_fourteen_sections) {
  const std::string text = sample::real_page();
  if (text.empty()) {
    BOOST_TEST_MESSAGE("skipped: PROCLINT_SUITES is not set");
    return;
  }
  const Page page(text);
  BOOST_TEST(broken_places(page) == "");
  BOOST_TEST(page.diagnostics.empty());
  const Value root = Value::root(page.document);
  BOOST_TEST(root.find("sections").size() == 14);
  BOOST_TEST(root.find("title").node().size == 101);
  BOOST_TEST(root.find("sections").find("similar-codes").size() == 0);
  BOOST_TEST((page.document.marks.front().kind == MarkKind::navigation));
}

BOOST_AUTO_TEST_CASE(an_empty_file_is_a_syntax_error) {
  BOOST_TEST(tree("") == " !syntax-error");
  BOOST_TEST(tree("\xEF\xBB\xBF \r\n\t\n\xC2\xA0") == " !syntax-error");
}

BOOST_AUTO_TEST_CASE(a_page_of_headings_alone_has_empty_sections) {
  BOOST_TEST(tree("Summary\n\nRisks\n\nRecovery") ==
             "{sections: {summary: [], risks: [], recovery: []}}");
}

BOOST_AUTO_TEST_CASE(a_text_that_is_no_page_has_an_empty_root) {
  BOOST_TEST(tree("Dear all,\nplease come.\n\n- soon\n") == "{}");
}

BOOST_AUTO_TEST_CASE(lists_deeper_than_allowed_are_a_finding) {
  const Page page("Risks\n\n- Pain\n", 4);
  BOOST_TEST(page.document.empty());
  BOOST_TEST(page.document.marks.empty());
  BOOST_REQUIRE(page.diagnostics.size() == 1);
  BOOST_TEST(page.diagnostics[0].rule == "too-deep");
}

BOOST_AUTO_TEST_CASE(each_run_of_undecodable_bytes_is_a_finding_and_the_page_is_still_read) {
  BOOST_TEST(tree("Risks\n\n- P\xFF\xFE"
                  "ain \xC3\n") ==
             "{sections: {risks: [{items: ['P\xFF\xFE"
             "ain \xC3']}]}} !invalid-utf8 !invalid-utf8");
}

// ---- Before the first section ----

BOOST_AUTO_TEST_CASE(the_last_free_block_before_the_code_line_is_the_descriptor) {
  BOOST_TEST(tree("Top\n\nSearch all tests\n\nNeck injection\n\nCPT code 1\n") ==
             "{descriptor: {text: 'Neck injection'}, codes: [{system: 'CPT', value: '1'}]}");
}

BOOST_AUTO_TEST_CASE(furniture_of_a_web_page_is_never_the_descriptor) {
  BOOST_TEST(tree("Search all tests\n\nCPT code 1\n") == "{codes: [{system: 'CPT', value: '1'}]}");
}

BOOST_AUTO_TEST_CASE(without_a_code_line_the_descriptor_stands_before_the_name) {
  BOOST_TEST(tree("Neck injection\n\nName of the procedure:\n\nNeck\n") ==
             "{descriptor: {text: 'Neck injection'}, title: 'Neck'}");
}

BOOST_AUTO_TEST_CASE(a_label_without_value_has_a_null_at_its_end) {
  const Page page("CPT4 code\n");
  BOOST_TEST(dump(page.document) ==
             "map[0,10) key[0,0)=codes list[0,9) map[0,9) key[0,0)=system string[0,4)=CPT4 "
             "key[9,9)=value null[9,9)= #code-label[0,9)@3=CPT4 code");
}

BOOST_AUTO_TEST_CASE(several_codes_on_the_line_have_a_map_each) {
  BOOST_TEST(
      tree("ICD-10-PCS codes: 3E0X3GC, 3E0X33Z and 3E0X3BZ\n") ==
      "{codes: [{system: 'ICD-10-PCS', value: '3E0X3GC'}, "
      "{system: 'ICD-10-PCS', value: '3E0X33Z'}, {system: 'ICD-10-PCS', value: '3E0X3BZ'}]}");
}

BOOST_AUTO_TEST_CASE(a_system_may_have_several_words_or_be_unknown) {
  BOOST_TEST(tree("ICD10 procedure code\n") ==
             "{codes: [{system: 'ICD10 procedure', value: null}]}");
  BOOST_TEST(tree("HCPIC code\n") == "{codes: [{system: 'HCPIC', value: null}]}");
  BOOST_TEST(tree("Procedure code: 36415\n") == "{codes: [{system: 'Procedure', value: '36415'}]}");
  BOOST_TEST(tree("Code: 36415\n") == "{codes: [{value: '36415'}]}");
  BOOST_TEST(tree("cpt 36415\n") == "{codes: [{system: 'cpt', value: '36415'}]}");
}

BOOST_AUTO_TEST_CASE(a_placeholder_is_a_value_and_a_sentence_is_none) {
  BOOST_TEST(tree("CPT code n/a\n") == "{codes: [{system: 'CPT', value: 'n/a'}]}");
  BOOST_TEST(tree("CPT codes are listed in the book\n") == "{}");
  BOOST_TEST(tree("Search all medical codes\n") == "{}");
}

BOOST_AUTO_TEST_CASE(a_label_without_value_need_not_be_complete) {
  BOOST_TEST(tree("CPT\n") == "{codes: [{system: 'CPT', value: null}]}");
  BOOST_TEST(tree("SNOMED CT\n") == "{codes: [{system: 'SNOMED CT', value: null}]}");
  BOOST_TEST(tree("Procedure code\n") == "{codes: [{system: 'Procedure', value: null}]}");
  BOOST_TEST(tree("Code:\n") == "{codes: [{value: null}]}");
  BOOST_TEST(tree("Code\n\nMs\n\nLuxury code\n") == "{}");
}

BOOST_AUTO_TEST_CASE(a_system_of_two_words_needs_no_word_code) {
  BOOST_TEST(tree("SNOMED CT 73761001\n") == "{codes: [{system: 'SNOMED CT', value: '73761001'}]}");
}

BOOST_AUTO_TEST_CASE(a_page_in_utf_16_is_one_finding) {
  const Page page(
      std::string("\xFF\xFE"
                  "A\0\n\0",
                  6));
  BOOST_TEST_REQUIRE(page.diagnostics.size() == 1U);
  BOOST_TEST(page.diagnostics.front().rule == "syntax-error");
  BOOST_TEST(page.diagnostics.front().message == "the file is written in UTF-16; save it as UTF-8");
}

BOOST_AUTO_TEST_CASE(a_range_and_a_modifier_stay_with_their_code) {
  BOOST_TEST(
      tree("CPT code 10021 to 10035, 64616 -50\n") ==
      "{codes: [{system: 'CPT', value: '10021 to 10035'}, {system: 'CPT', value: '64616 -50'}]}");
}

BOOST_AUTO_TEST_CASE(a_value_may_stand_on_the_line_below_the_label) {
  BOOST_TEST(tree("CPT code\n\n36415\n") == "{codes: [{system: 'CPT', value: '36415'}]}");
  BOOST_TEST(tree("CPT code\n36415\nName\n") == tree("CPT code\n\n36415\n\nName\n"));
}

BOOST_AUTO_TEST_CASE(two_code_lines_make_one_list) {
  BOOST_TEST(tree("CPT code 1\n\nHCPCS code J0585\n") ==
             "{codes: [{system: 'CPT', value: '1'}, {system: 'HCPCS', value: 'J0585'}]}");
}

BOOST_AUTO_TEST_CASE(a_list_under_the_name_holds_other_names) {
  BOOST_TEST(
      tree("Name of the Procedure:\n\nEye laser\n\n- LASIK\n- Laser eye surgery\n\nSummary\n") ==
      "{title: 'Eye laser', names: {common: ['LASIK', 'Laser eye surgery']}, "
      "sections: {summary: []}}");
}

BOOST_AUTO_TEST_CASE(other_names_may_be_nested_too) {
  BOOST_TEST(
      tree("Name of the Procedure:\n\nEye laser\n\n- LASIK\n  - iLASIK\n- Laser\n") ==
      "{title: 'Eye laser', names: {common: [{text: 'LASIK', items: ['iLASIK']}, 'Laser']}}");
}

BOOST_AUTO_TEST_CASE(a_title_may_stand_on_the_line_of_its_heading) {
  BOOST_TEST(tree("Name of the Procedure: Eye laser\n\nSummary\n") ==
             "{title: 'Eye laser', sections: {summary: []}}");
}

BOOST_AUTO_TEST_CASE(a_name_heading_with_nothing_under_it_is_an_empty_title) {
  BOOST_TEST(tree("Name of the Procedure\n\nSummary\n\nText.\n") ==
             "{title: '', sections: {summary: [{text: 'Text.'}]}}");
}

BOOST_AUTO_TEST_CASE(a_title_that_is_also_a_heading_stands_before_another_heading) {
  BOOST_TEST(tree("Name of the Procedure\n\nSedation\n\nSummary\n") ==
             "{title: 'Sedation', sections: {summary: []}}");
}

BOOST_AUTO_TEST_CASE(lines_may_stand_together_without_blank_lines) {
  BOOST_TEST(tree("Neck injection\nCPT code 64616\nName of the Procedure:\nNeck\nSummary\nA shot.\n"
                  "Risks\n- Pain\nRecovery\nRest.\n") ==
             "{descriptor: {text: 'Neck injection'}, codes: [{system: 'CPT', value: '64616'}], "
             "title: 'Neck', sections: {summary: [{text: 'A shot.'}], risks: [{items: ['Pain']}], "
             "recovery: [{text: 'Rest.'}]}}");
}

BOOST_AUTO_TEST_CASE(each_missing_blank_line_is_a_mark) {
  BOOST_TEST(
      marks("Summary\nA shot.\nRisks\n\n- Pain\n") ==
      "heading'Summary' missing-blank-line'A shot.' missing-blank-line'Risks' heading'Risks' "
      "blank-lines*1 bullet'-'");
}

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

// ---- The same page, written in another way ----

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::vector<std::string> sample_pages() {
  std::vector<std::string> pages{
      std::string(kPage),
      "HCPCS code G0101\n\nName of the Procedure:\n\nPelvic exam\n\nProcedure Description\n\n"
      "  1. Lie\n     down\n  2. Breathe\n    - in\n    - out\n\nIt is short,\nas you will see.\n"};
  if (const std::string real = sample::real_page(); !real.empty()) pages.push_back(real);
  return pages;
}

BOOST_AUTO_TEST_CASE(line_ends_byte_order_mark_and_tabs_change_no_node) {
  for (const std::string& page : sample_pages()) {
    const std::string expected = tree(page);
    BOOST_TEST(tree(replaced(page, "\n", "\r\n")) == expected);
    BOOST_TEST(tree("\xEF\xBB\xBF" + page) == expected);
    BOOST_TEST(tree(replaced(page, "\n  ", "\n\t")) == expected);
    BOOST_TEST(tree(replaced(page, "\n", " \n")) == expected);
    BOOST_TEST(tree(page + "\n\n") == expected);
  }
}

BOOST_AUTO_TEST_CASE(a_second_blank_line_anywhere_changes_no_node) {
  for (const std::string& page : sample_pages()) {
    const std::string expected = tree(page);
    for (std::size_t at = page.find("\n\n"); at != std::string::npos;
         at = page.find("\n\n", at + 2)) {
      std::string longer = page;
      longer.insert(at, "\n");
      BOOST_TEST(tree(longer) == expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(an_inserted_paragraph_adds_one_block) {
  BOOST_TEST(sections("Risks\n\n- a\n- b\n\nRecovery\n\nRest.\n") ==
             "{risks: [{items: ['a', 'b']}], recovery: [{text: 'Rest.'}]}");
  BOOST_TEST(sections("Risks\n\n- a\n- b\n\nAsk us.\n\nRecovery\n\nRest.\n") ==
             "{risks: [{items: ['a', 'b']}, {text: 'Ask us.'}], recovery: [{text: 'Rest.'}]}");
}

BOOST_AUTO_TEST_CASE(every_span_is_inside_the_source_and_decodes_to_its_text) {
  std::vector<std::string> pages = sample_pages();
  pages.push_back(
      "CPT code: 1, 2\n\nName: A\n  B\n\n- c\n\n\nDuration: 1\r\n2\r\nSteps\n-\n- x\r\n  y\n");
  for (const std::string& whole : pages) {
    for (std::size_t size = 0; size <= whole.size(); size += 1 + whole.size() / 200) {
      for (const std::string& text :
           {whole.substr(0, size), whole.substr(size), replaced(whole.substr(size), "\n", "\r\n"),
            replaced(whole.substr(size), "\n\n", "\n"),
            replaced(whole.substr(size), " ", "\xC2\xA0")}) {
        BOOST_TEST(broken_places(Page(text)) == "");
      }
    }
  }
}

// ---- Finding the place of a word ----

std::string located(std::string_view text, std::string_view word) {
  const Page page{std::string(text)};
  for (NodeId id = 0; id < page.document.nodes.size(); ++id) {
    const Value value(page.document, id);
    if (!value.is(Kind::string)) continue;
    const std::size_t at = value.text().find(word);
    if (at == std::string_view::npos) continue;
    const auto begin = static_cast<std::uint32_t>(at);
    const Span span = value.locate({begin, begin + static_cast<std::uint32_t>(word.size())});
    return std::string(page.source.slice(span));
  }
  return "absent";
}

BOOST_AUTO_TEST_CASE(a_word_is_located_through_joined_lines) {
  const std::string_view text = "Risks\n\nYou may \r\n   feel\tsome  pain.\n";
  BOOST_TEST(located(text, "You") == "You");
  BOOST_TEST(located(text, "feel") == "feel");
  BOOST_TEST(located(text, "some  pain.") == "some  pain.");
  BOOST_TEST(located(text, "may feel") == "may \r\n   feel");
}

// ---- Hostile input ----

double seconds_to_read(const std::string& text) {
  const auto begin = std::chrono::steady_clock::now();
  const Page page(text);
  BOOST_TEST(page.source.text().size() == text.size());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

BOOST_AUTO_TEST_CASE(long_pages_take_linear_time) {
  for (const std::string_view part :
       {"Risks\n", "Risks\n\n", "Fun facts\n\n", "Time: a\n", "- a\n", "\n", "- a\n\n", "-\n",
        "CPT code 1\n", "CPT code\n1\n", "Name of the Procedure:\n", "a\n", "A\n\n", " ", "\r",
        "1. \n  - a\n"}) {
    BOOST_TEST_CONTEXT(part) {
      BOOST_TEST(seconds_to_read("Risks\n\nA.\n\n" + repeated(part, 20'000)) < 5);
      BOOST_TEST(seconds_to_read(repeated(part, 20'000)) < 5);
    }
  }
}

BOOST_AUTO_TEST_CASE(bytes_at_random_never_break_a_place) {
  std::uint32_t state = 1;
  const auto next = [&state] { return state = state * 1664525U + 1013904223U, state >> 16U; };
  constexpr std::string_view kAlphabet = "\n\n\n  \t\r-*o.1):aA\xC2\xA0\xE2\x80\xA2\xFF\0RisksTime";
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::uint32_t size = next() % 60; size > 0; --size)
      text += kAlphabet[next() % kAlphabet.size()];
    const Page page(text);
    const Document& document = page.document;
    for (const Node& node : document.nodes) BOOST_REQUIRE(node.span.end <= text.size());
    for (const Mark& mark : document.marks) BOOST_REQUIRE(mark.node < document.nodes.size());
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
