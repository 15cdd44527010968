#include <boost/test/unit_test.hpp>

#include <string_view>

#include "core/document/dump.h"
#include "core/read/page_dump.h"

namespace proclint {
namespace {

using sample::broken_places;
using sample::marks;
using sample::Page;
using sample::sections;
using sample::tree;

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
  BOOST_TEST(page.findings.empty());
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
  BOOST_REQUIRE(page.findings.size() == 1);
  BOOST_TEST(page.findings[0].rule == "too-deep");
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
  BOOST_TEST_REQUIRE(page.findings.size() == 1U);
  BOOST_TEST(page.findings.front().rule == "syntax-error");
  BOOST_TEST(page.findings.front().message == "the file is written in UTF-16; save it as UTF-8");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_text_is_one_finding) {
  std::string bytes = "PK\x03\x04";
  for (int i = 0; i < 2000; ++i) bytes += static_cast<char>(i * 37);
  const Page page(bytes);
  BOOST_TEST_REQUIRE(page.findings.size() == 1U);
  BOOST_TEST(page.findings.front().rule == "syntax-error");
  BOOST_TEST(page.findings.front().message ==
             "the file is no text, it holds bytes such as 0x00; if it comes from a word processor, "
             "save it as plain text in UTF-8");
  BOOST_TEST(page.document.empty());
}

BOOST_AUTO_TEST_CASE(a_text_with_a_stray_nul_is_still_a_text) {
  const Page page(std::string(kPage) + '\0');
  BOOST_TEST(page.findings.empty());
  BOOST_TEST(!page.document.empty());
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

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
