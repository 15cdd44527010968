#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

#include "core/document/dump.h"
#include "core/read/markdown_arena.h"
#include "core/read/page_sample.h"
#include "core/read/reader_agreement.h"

namespace proclint {
namespace {

using sample::Markdown;

void append_tree(std::string& out, Value value) {
  const bool is_map = value.is(Kind::map);
  if (!is_map && !value.is(Kind::list)) {
    out += "'" + std::string(value.text()) + "'";
    return;
  }
  out += is_map ? '{' : '[';
  bool is_first = true;
  for (const Value child : value.children()) {
    if (!is_first) out += ", ";
    is_first = false;
    if (is_map) out.append(child.key().text()).append(": ");
    append_tree(out, child);
  }
  out += is_map ? '}' : ']';
}

// The tree without places, and the rules of the findings.
std::string tree(std::string_view text) {
  const Markdown file{std::string(text)};
  std::string out;
  if (!file.document.empty()) append_tree(out, Value::root(file.document));
  for (const Diagnostic& finding : file.findings) out += " !" + finding.rule;
  return out;
}

// The blocks of the section "Summary" that holds `text`.
std::string blocks(std::string_view text) {
  const std::string all = tree("## Summary\n\n" + std::string(text));
  constexpr std::string_view kBegin = "{sections: {summary: ";
  if (!all.starts_with(kBegin)) return all;
  return all.substr(kBegin.size(), all.size() - kBegin.size() - 2);
}

// The marks that are not `left_out`: name, node's text or number of elements, and bytes.
std::string marks(std::string_view text, MarkKind wanted) {
  const Markdown file{std::string(text)};
  std::string out;
  for (const Mark& mark : file.document.marks) {
    if (mark.kind != wanted) continue;
    if (!out.empty()) out += ' ';
    out += "'" + std::string(file.source.slice(mark.span)) + "'";
    const Value node(file.document, mark.node);
    if (node.is(Kind::string) || node.is(Kind::key)) out += "=" + std::string(node.text());
    if (node.is(Kind::list)) out += "@list";
  }
  return out;
}

// The source of `wanted` inside the one paragraph `text`.
std::string located(std::string_view text, std::string_view wanted) {
  const Markdown file("## Summary\n\n" + std::string(text));
  const Value value = Value::root(file.document).find("sections").find("summary");
  const Value string = (*(*value.children().begin()).children().begin());
  const std::size_t at = string.text().find(wanted);
  if (at == std::string_view::npos) return "not in '" + std::string(string.text()) + "'";
  const auto begin = static_cast<std::uint32_t>(at);
  return std::string(
      file.source.slice(string.locate({begin, begin + static_cast<std::uint32_t>(wanted.size())})));
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

// Reads `text`: what takes a step for each pair of its pieces would take minutes, until the time
// limit of the tests ends it.
bool is_read(const std::string& text) {
  const Markdown file(text);
  return !file.document.empty();
}

BOOST_AUTO_TEST_SUITE(markdown)

// ---- Structure ----

BOOST_AUTO_TEST_CASE(title_and_sections_make_the_tree_of_a_page) {
  BOOST_TEST(tree("# Blood test\n\n## Summary\n\nA nurse takes blood.\n\n## Risks\n\n- Bruise\n") ==
             "{title: 'Blood test', sections: {summary: [{text: 'A nurse takes blood.'}], "
             "risks: [{items: ['Bruise']}]}}");
}

BOOST_AUTO_TEST_CASE(spans_and_marks_are_exact) {
  const Markdown file("# Test\n\n## Risks\n\n1. Bruise\n");
  BOOST_TEST(dump(file.document) ==
             "map[0,28) key[2,2)=title string[2,6)=Test key[11,11)=sections map[11,27) "
             "key[11,16)=risks list[16,27) map[18,27) key[18,18)=steps list[18,27) "
             "string[21,27)=Bruise #blank-lines[7,8)@0=\\n #heading[11,16)@5=Risks "
             "#blank-lines[17,18)@0=\\n #number[18,20)@10=1.");
}

BOOST_AUTO_TEST_CASE(an_unknown_heading_is_a_section_of_its_own) {
  BOOST_TEST(tree("## Fun *facts*\n\nText.\n") == "{sections: {x-fun-facts: [{text: 'Text.'}]}}");
}

BOOST_AUTO_TEST_CASE(a_misspelled_heading_is_its_section) {
  BOOST_TEST(tree("## Contraindicatons\n") == "{sections: {contraindications: []}}");
}

BOOST_AUTO_TEST_CASE(an_underlined_heading_is_a_heading) {
  BOOST_TEST(tree("Blood test\n===\n\nSummary\n---\n\nText.\n") ==
             "{title: 'Blood test', sections: {summary: [{text: 'Text.'}]}}");
}

BOOST_AUTO_TEST_CASE(a_link_definition_ends_above_the_underline) {
  BOOST_TEST(tree("[o]:\n-\n") == "{sections: {x-o: []}}");
  BOOST_TEST(tree("[o]: /u\n---\nRisks\n---\n") == "{sections: {risks: []}}");
}

BOOST_AUTO_TEST_CASE(a_form_feed_above_an_underline_is_an_empty_heading) {
  BOOST_TEST(tree(" \f\n-") == "{sections: {x-section: []}}");
  BOOST_TEST(tree("\v\n-\n\no\n-") == "{sections: {x-section: [], x-o: []}}");
}

BOOST_AUTO_TEST_CASE(a_vertical_tab_is_an_empty_text) {
  BOOST_TEST(tree("##\n \v") == "{sections: {x-section: [{text: ''}]}}");
}

BOOST_AUTO_TEST_CASE(closing_signs_are_no_part_of_a_heading) {
  BOOST_TEST(marks("## Summary ##\n", MarkKind::heading) == "'Summary'=summary");
}

BOOST_AUTO_TEST_CASE(a_second_title_is_a_section) {
  const std::string_view text = "# Test\n\n# Summary\n\nText.\n";
  BOOST_TEST(tree(text) == "{title: 'Test', sections: {summary: [{text: 'Text.'}]}}");
  BOOST_TEST(marks(text, MarkKind::second_title) == "'Summary'=summary");
}

BOOST_AUTO_TEST_CASE(a_section_that_comes_twice_is_kept_twice) {
  BOOST_TEST(tree("## Risks\n\nA.\n\n## Risks\n\nB.\n") ==
             "{sections: {risks: [{text: 'A.'}], risks: [{text: 'B.'}]}}");
}

BOOST_AUTO_TEST_CASE(what_stands_before_the_sections_is_unplaced) {
  BOOST_TEST(marks("# Test\n\nText *here*.\n\n## Risks\n", MarkKind::unplaced) == "'Text *here*.'");
}

BOOST_AUTO_TEST_CASE(a_deeper_heading_is_a_text_of_its_own) {
  const std::string_view text = "## Risks\n\n### Rare\n\n- Scar\n";
  BOOST_TEST(tree(text) == "{sections: {risks: [{text: 'Rare'}, {items: ['Scar']}]}}");
  BOOST_TEST(marks(text, MarkKind::subheading) == "'Rare'=Rare");
}

// ---- Front matter ----

constexpr std::string_view kFrontMatter =
    "---\nid: blood-test # ours\ncodes:\n  - {system: cpt, value: 00100}\n---\n\n# Blood test\n";

BOOST_AUTO_TEST_CASE(front_matter_comes_before_the_title) {
  BOOST_TEST(tree(kFrontMatter) ==
             "{id: 'blood-test', codes: [{system: 'cpt', value: '00100'}], title: 'Blood test'}");
}

BOOST_AUTO_TEST_CASE(front_matter_keeps_its_places) {
  for (const std::string mark : {"", "\xEF\xBB\xBF"}) {
    const Markdown file(mark + std::string(kFrontMatter));
    const Value root = Value::root(file.document);
    BOOST_TEST(file.source.slice(root.find("codes").key().span()) == "codes");
    BOOST_TEST(file.source.slice(root.find("id").span()) == "blood-test");
    BOOST_TEST((root.find("title").key().parent() == root));
    BOOST_TEST_REQUIRE(file.document.comments.size() == 1U);
    BOOST_TEST(file.source.slice(file.document.comments[0]) == "# ours");
  }
}

BOOST_AUTO_TEST_CASE(a_word_is_found_in_front_matter) {
  const Markdown file("---\nlicense: \"a\\u0062 cd\"\n---\n\n# One *two* three\n");
  const Value root = Value::root(file.document);
  BOOST_TEST(file.source.slice(root.find("license").locate({1, 2})) == "\\u0062");
  BOOST_TEST(file.source.slice(root.find("license").locate({3, 5})) == "cd");
  BOOST_TEST(file.source.slice(root.find("title").locate({4, 7})) == "two");
}

BOOST_AUTO_TEST_CASE(front_matter_may_be_empty) {
  BOOST_TEST(tree("---\n---\n# Test\n") == "{title: 'Test'}");
  BOOST_TEST(tree("---\n# a comment\n...\n# Test\n") == "{title: 'Test'}");
}

// How a text reads otherwise beside an earlier one, whose front matter may be copied.
std::string difference_beside(const std::string& earlier, const std::string& text) {
  const Markdown before(earlier);
  const Markdown alone(text);
  ReadOptions options;
  options.headings = &sample::headings();
  options.before = &before.document;
  Document document;
  std::vector<Diagnostic> findings;
  read_markdown(alone.source, options, document, findings);
  return difference(document, alone.document);
}

BOOST_AUTO_TEST_CASE(front_matter_that_is_copied_is_the_same) {
  const std::string long_text(300, 'a');
  const std::vector<std::string> fronts{
      "---\nid: test # ours\ncodes:\n  - {system: cpt, value: 00100}\n---\n",
      "---\nids:\n  - \"a\\u0062\"\n  - c\n...\n", "\xEF\xBB\xBF---\nid: a\n---\n",
      "---\nname: \"\\t" + long_text + "\\t\"\n---\n", "---\n# nothing\n---\n"};
  for (const std::string& front : fronts) {
    const std::string earlier = front + "# Blood test\n\n## Summary\n\n- One\n<!-- two -->\n";
    BOOST_TEST(difference_beside(earlier, front + "\n# Other *test*\n") == "", front);
  }
}

BOOST_AUTO_TEST_CASE(front_matter_of_other_bytes_is_not_copied) {
  const std::string text = "---\nid: a\n---\n# Test\n";
  for (const char* const earlier :
       {"---\nid: b\n---\n# Test\n", "# Test\n", "---\nid: a\n\n---\n# Test\n"}) {
    BOOST_TEST(difference_beside(earlier, text) == "", earlier);
  }
  BOOST_TEST(difference_beside("---\nid: a\n--- b\n---\n", "---\nid: a\n---") == "");
}

BOOST_AUTO_TEST_CASE(front_matter_with_a_mistake_is_refused) {
  BOOST_TEST(tree("---\nid: [a\n---\n# Test\n") == " !syntax-error");
  BOOST_TEST(tree("---\n- a\n---\n# Test\n") == " !syntax-error");
  BOOST_TEST(tree("---\nsections: {}\n---\n# Test\n") == " !syntax-error");
  BOOST_TEST(tree("---\nid: \xFF\n---\n# Test\n") == "{id: '_', title: 'Test'} !invalid-utf8");
}

BOOST_AUTO_TEST_CASE(hyphens_that_nothing_ends_are_markdown) {
  BOOST_TEST(tree("---\n\n# Test\n") == "{title: 'Test'}");
}

BOOST_AUTO_TEST_CASE(front_matter_that_nothing_ends_is_refused) {
  const Markdown file{"---\nid: knee\n\n# Test\n"};
  BOOST_TEST(file.document.empty());
  BOOST_TEST(print(file.findings) ==
             "syntax-error[0,3) the front matter that begins here is not closed; write a line of "
             "three hyphens below its last name and value");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_text_is_one_finding) {
  std::string bytes = "PK\x03\x04";
  for (int i = 0; i < 2000; ++i) bytes += static_cast<char>(i * 37);
  BOOST_TEST(tree(bytes) == " !syntax-error");
  BOOST_TEST(tree("\xFF\xFE#\n") == " !syntax-error");
}

// ---- Blocks ----

BOOST_AUTO_TEST_CASE(lists_of_any_marker_are_items_or_steps) {
  BOOST_TEST(blocks("* a\n* b\n") == "[{items: ['a', 'b']}]");
  BOOST_TEST(blocks("+ a\n\n+ b\n") == "[{items: ['a', 'b']}]");
  BOOST_TEST(blocks("7) a\n8) b\n") == "[{steps: ['a', 'b']}]");
  BOOST_TEST(blocks("- a\n* b\n") == "[{items: ['a']}, {items: ['b']}]");
}

BOOST_AUTO_TEST_CASE(a_nested_list_belongs_to_its_item) {
  BOOST_TEST(blocks("- a\n  1. b\n  2. c\n- d\n") ==
             "[{items: [{text: 'a', steps: ['b', 'c']}, 'd']}]");
}

BOOST_AUTO_TEST_CASE(deeper_lists_are_kept_for_the_schema_to_refuse) {
  BOOST_TEST(blocks("- a\n  - b\n    - c\n") ==
             "[{items: [{text: 'a', items: [{text: 'b', items: ['c']}]}]}]");
}

BOOST_AUTO_TEST_CASE(an_item_of_several_paragraphs_is_a_list_of_blocks) {
  BOOST_TEST(blocks("- a\n\n  b\n- c\n") == "[{items: [[{text: 'a'}, {text: 'b'}], 'c']}]");
}

BOOST_AUTO_TEST_CASE(an_empty_item_is_an_empty_text) {
  BOOST_TEST(blocks("- a\n-\n- b\n") == "[{items: ['a', '', 'b']}]");
}

BOOST_AUTO_TEST_CASE(what_only_markdown_can_say_is_kept_as_written) {
  for (const std::string foreign :
       {"| a | b |\n|---|---|\n| 1 | 2 |", "```\ncode\n\nmore\n```", "~~~~\n~~~\n~~~~",
        "> quote\nand more\n> more", "<div>\ntext\n</div>", "* * *"}) {
    BOOST_TEST(blocks("Before.\n\n" + foreign + "\n\nAfter.\n") ==
               "[{text: 'Before.'}, {text: '" + foreign + "'}, {text: 'After.'}]");
    BOOST_TEST(marks("## Risks\n\n" + foreign + "\n\nAfter.\n", MarkKind::foreign) ==
               "'" + foreign + "'=" + foreign);
  }
}

BOOST_AUTO_TEST_CASE(blank_lines_of_code_are_no_layout) {
  BOOST_TEST(marks("## Risks\n\n```\n\n\n\n```\n", MarkKind::blank_lines) == "'\n'");
}

BOOST_AUTO_TEST_CASE(a_link_definition_is_no_text) {
  const std::string_view text = "## Risks\n\n[a]: /b 'c'\nSee [a].\n\n[d]: /e\n";
  BOOST_TEST(tree(text) == "{sections: {risks: [{text: 'See a.'}]}}");
  BOOST_TEST(marks(text, MarkKind::link_definition) == "'[a]: /b 'c'' '[d]: /e'");
}

// ---- Texts ----

BOOST_AUTO_TEST_CASE(a_text_has_no_signs) {
  BOOST_TEST(blocks("**Bold**, *a `b` c*, [link](/x \"t\"), <https://a.b/>, 1 \\* 2 &lt; 3.\n") ==
             "[{text: 'Bold, a b c, link, https://a.b/, 1 * 2 < 3.'}]");
}

BOOST_AUTO_TEST_CASE(lines_are_joined_by_one_blank) {
  BOOST_TEST(blocks("one\n   two  \nthree\\\nfour\r\nfive\n") ==
             "[{text: 'one two three four five'}]");
}

BOOST_AUTO_TEST_CASE(a_plain_text_is_the_source) {
  const Markdown file("## Risks\n\n- Pain & more\n");
  for (const Node& node : file.document.nodes) {
    if (node.kind == Kind::string) BOOST_TEST(!node.is_decoded);
  }
}

BOOST_AUTO_TEST_CASE(an_image_is_its_description) {
  const std::string_view text = "## Risks\n\n![a *map*](x.png) here\n";
  BOOST_TEST(tree(text) == "{sections: {risks: [{text: 'a map here'}]}}");
  BOOST_TEST(marks(text, MarkKind::foreign_inline) == "'![a *map*](x.png)'=a map here");
}

BOOST_AUTO_TEST_CASE(a_comment_is_no_text) {
  const Markdown file(
      "<!-- a -->\n## Risks\n\nOne <!-- b --> two. <!-- c -->\n\n- x\n  <!-- d -->\n");
  std::string out;
  append_tree(out, Value::root(file.document));
  BOOST_TEST(out == "{sections: {risks: [{text: 'One two.'}, {items: ['x']}]}}");
  std::string comments;
  for (const Span comment : file.document.comments) comments += file.source.slice(comment);
  BOOST_TEST(comments == "<!-- a --><!-- b --><!-- c --><!-- d -->");
}

// ---- Places in texts ----

BOOST_AUTO_TEST_CASE(a_word_is_found_behind_signs) {
  BOOST_TEST(located("A **bold *and* `odd`** word.\n", "odd") == "odd");
  BOOST_TEST(located("See [the (one) page](</a b> 'x') now.\n", "now") == "now");
  BOOST_TEST(located("See [it][] now.\n\n[it]: /x\n", "now") == "now");
  BOOST_TEST(located("![a](b) now.\n", "now") == "now");
  BOOST_TEST(located("a <b>c</b> now.\n", "now") == "now");
}

BOOST_AUTO_TEST_CASE(a_word_is_found_on_a_later_line) {
  BOOST_TEST(located("one  \n     *two\n three* four\n", "four") == "four");
  BOOST_TEST(located("one  \n     *two\n three* four\n", "o t") == "o\n t");
}

BOOST_AUTO_TEST_CASE(an_escape_or_reference_is_found_whole) {
  BOOST_TEST(located("1 \\* 2\n", "*") == "\\*");
  BOOST_TEST(located("a &lt; b\n", "<") == "&lt;");
  BOOST_TEST(located("a &#60; &amp;lt; b\n", "&lt") == "&amp;lt");
  BOOST_TEST(located("a & b &unknown; c\n", "&unknown;") == "&unknown;");
  BOOST_TEST(located("a &ngE; b\n", "\xCC\xB8") == "&ngE;");
}

// ---- Layout ----

BOOST_AUTO_TEST_CASE(markers_belong_to_their_items) {
  BOOST_TEST(marks("## Risks\n\n- a\n+ b\n", MarkKind::bullet) == "'-'=a '+'=b");
  BOOST_TEST(marks("## Risks\n\n1. a\n3. b\n", MarkKind::number) == "'1.'=a '3.'=b");
}

BOOST_AUTO_TEST_CASE(blank_lines_between_items_belong_to_the_list) {
  BOOST_TEST(marks("## Risks\n\n- a\n\n- b\n\n\nText.\n", MarkKind::blank_lines) ==
             "'\n' '\n'@list '\n\n'");
}

BOOST_AUTO_TEST_CASE(a_missing_blank_line_is_marked) {
  BOOST_TEST(marks("# Test\n## Risks\nText.\n- a\n", MarkKind::missing_blank_line) ==
             "'## Risks' 'Text.' '- a'");
}

BOOST_AUTO_TEST_CASE(a_line_at_the_margin_behind_an_item_is_marked) {
  BOOST_TEST(marks("## Risks\n\n- a\nb goes on.\nNext one.\n", MarkKind::mixed_block) ==
             "'Next one.'@list");
}

BOOST_AUTO_TEST_CASE(blanks_at_line_ends_and_mixed_line_ends_are_marked) {
  BOOST_TEST(marks("## Risks  \n\nText.\t\n", MarkKind::trailing_blanks) == "'  ' '\t'");
  BOOST_TEST(marks("## Risks\n\r\nText.\n", MarkKind::line_end) == "'\r\n'");
}

// ---- Bytes ----

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_no_text) {
  BOOST_TEST(tree("\xEF\xBB\xBF# Test\n") == "{title: 'Test'}");
}

BOOST_AUTO_TEST_CASE(line_ends_of_any_kind_end_a_line) {
  BOOST_TEST(tree("# Test\r\n\r\n## Risks\r\n\r\n- a\r\n") ==
             "{title: 'Test', sections: {risks: [{items: ['a']}]}}");
  BOOST_TEST(tree("# Test\r\r## Risks\r\r- a\r- b") ==
             "{title: 'Test', sections: {risks: [{items: ['a', 'b']}]}}");
}

BOOST_AUTO_TEST_CASE(tabs_are_blanks) {
  BOOST_TEST(blocks("-\ta\n\n\tb\n-\tc\n") == "[{items: [[{text: 'a'}, {text: 'b'}], 'c']}]");
}

BOOST_AUTO_TEST_CASE(undecodable_bytes_are_reported_once_a_run) {
  BOOST_TEST(tree("# T\xFF\xFE"
                  "est \xC3\n") == "{title: 'T??est ?'} !invalid-utf8 !invalid-utf8");
}

BOOST_AUTO_TEST_CASE(a_nul_byte_does_not_move_what_follows) {
  const std::string text = std::string("# A") + '\0' + "b *c*\n";
  BOOST_TEST(marks(text, MarkKind::markup) == "'*c*'=A?b c");
}

BOOST_AUTO_TEST_CASE(a_file_without_text_is_refused) {
  BOOST_TEST(tree("") == " !syntax-error");
  BOOST_TEST(tree("\xEF\xBB\xBF \n\t\n") == " !syntax-error");
}

// ---- Hostile texts ----

BOOST_AUTO_TEST_CASE(deep_nesting_is_read_or_refused) {
  BOOST_TEST(tree("## Risks\n\n" + repeated("+ ", 100'000) + "a\n") == " !too-deep");
  BOOST_TEST(tree("## Risks\n\n" + repeated("1. ", 400) + "a\n") == " !too-deep");
  const Markdown quotes("## Risks\n\n" + repeated(">", 100'000) + "a\n");
  BOOST_TEST(quotes.document.nodes.size() == 8U);
}

BOOST_AUTO_TEST_CASE(lines_in_deep_lists_are_refused) {
  std::string text;
  for (std::size_t depth = 0; depth < 100; ++depth) text += repeated("  ", depth) + "- a\n";
  BOOST_TEST(tree(text + repeated("\n", 1'000'000)) == " !too-deep");
}

BOOST_AUTO_TEST_CASE(images_that_never_end_are_refused) {
  BOOST_TEST(tree(repeated("![[]()", 20'000)) == " !too-deep");
  // CRLF and blank lines part them.
  BOOST_TEST(is_read(repeated("![[]()\r\n\r\n", 20'000)));
}

BOOST_AUTO_TEST_CASE(a_tree_that_memory_may_not_hold_is_not_made) {
  MarkdownArena arena;
  const std::string text = repeated("*", 20'000);
  BOOST_TEST((arena.parse(text, 1'000'000) == nullptr));
  BOOST_TEST((arena.parse(text, 10'000'000) != nullptr));
}

BOOST_AUTO_TEST_CASE(the_time_grows_with_the_size_only) {
  for (const std::string_view piece : {"[",
                                       "]",
                                       "*a ",
                                       "**a",
                                       "_a__b",
                                       "`a``",
                                       "<a",
                                       "<!--",
                                       "![",
                                       "[a](",
                                       "[a](b \"",
                                       "[a]: b\n",
                                       "[a]\n",
                                       "&amp;",
                                       "&a;",
                                       "\\",
                                       "\n",
                                       "a\n",
                                       "- a\n",
                                       "> a\n",
                                       "# a\n",
                                       "```\n",
                                       "|-|\n",
                                       "a\n===\n",
                                       "<b>",
                                       "<!-- a -->",
                                       "<!-- a -->\n\n",
                                       "- <!-- a -->\n",
                                       "[a]: b 'c\n",
                                       "\t",
                                       "<div>\n",
                                       "\r",
                                       "\xFF",
                                       "1. a\n\n"}) {
    BOOST_TEST(is_read("## Risks\n\n[a]: /x\n\n" + repeated(piece, 240'000)), piece);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
