#include "core/check/text_edit.h"

#include <array>
#include <boost/test/unit_test.hpp>
#include <random>
#include <string>
#include <vector>

#include "core/check/edit_reading.h"
#include "core/document/pointer.h"

namespace proclint {
namespace {

std::string applied(std::string text, const Edit& edit) {
  return text.replace(edit.span.begin, edit.span.size(), edit.text);
}

// The source after `old`, in the text at `pointer`, has given way to `by`; "no" if there is no
// edit.
std::string replaced(Form form, std::string_view source, std::string_view pointer,
                     std::string_view old, std::string_view by) {
  const FormReading reading(form, std::string(source));
  BOOST_TEST_REQUIRE(!reading.document.empty());
  const auto value = resolve(Value::root(reading.document), pointer);
  BOOST_TEST_REQUIRE(value.has_value());
  const std::size_t at = value->text().find(old);
  BOOST_TEST_REQUIRE(at != std::string_view::npos);
  const auto begin = static_cast<std::uint32_t>(at);
  const auto edit =
      replace_text(*value, {begin, begin + static_cast<std::uint32_t>(old.size())}, by);
  return edit ? applied(reading.text, *edit) : "no";
}

std::string in_yaml(std::string_view source, std::string_view old, std::string_view by) {
  return replaced(Form::yaml, source, "/a", old, by);
}

std::string in_markdown(std::string_view source, std::string_view old, std::string_view by) {
  return replaced(Form::markdown, source, "/title", old, by);
}

std::string in_page(std::string_view source, std::string_view old, std::string_view by) {
  return replaced(Form::page, source, "/sections/risks/0/text", old, by);
}

BOOST_AUTO_TEST_SUITE(text_edits)

BOOST_AUTO_TEST_CASE(json_text_is_escaped) {
  const auto in_json = [](std::string_view source, std::string_view old, std::string_view by) {
    return replaced(Form::json, source, "/a", old, by);
  };
  BOOST_TEST(in_json(R"({"a": "use it"})", "use", "say \"x\\\"\n") ==
             R"({"a": "say \"x\\\"\n it"})");
  BOOST_TEST(in_json(R"({"a": "\u00e4\u006fu"})", "o", "x") == R"({"a": "\u00e4xu"})");
  BOOST_TEST(in_json(R"({"a": ""})", "", "x") == R"({"a": "x"})");
  BOOST_TEST(in_json(R"({"a": "b\n"})", "b\n", "") == R"({"a": ""})");
}

BOOST_AUTO_TEST_CASE(plain_yaml_stays_plain_where_it_can) {
  BOOST_TEST(in_yaml("a: the the end # c\n", "the ", "") == "a: the end # c\n");
  BOOST_TEST(in_yaml("a: one\n  two three\n", "two", "2") == "a: one\n  2 three\n");
}

BOOST_AUTO_TEST_CASE(plain_yaml_is_quoted_where_it_must_be) {
  BOOST_TEST(in_yaml("a: one two\n", " two", ": two") == "a: \"one: two\"\n");
  BOOST_TEST(in_yaml("a: one two\n", "one", "# one") == "a: \"# one two\"\n");
  BOOST_TEST(in_yaml("a: x 12\n", "x ", "") == "a: \"12\"\n");
  BOOST_TEST(in_yaml("a: x no\n", "x ", "") == "a: \"no\"\n");
  BOOST_TEST(in_yaml("a: &b say \"x\"\n", "say ", "") == "a: &b '\"x\"'\n");
  BOOST_TEST(replaced(Form::yaml, "[one two]\n", "/0", " two", ", 2") == "[\"one, 2\"]\n");
}

BOOST_AUTO_TEST_CASE(quoted_and_block_yaml_keep_their_style) {
  BOOST_TEST(in_yaml("a: 'it is'\n", " is", "'s") == "a: 'it''s'\n");
  BOOST_TEST(in_yaml("a: \"it is\"\n", " is", "\t\"\\") == "a: \"it\\t\\\"\\\\\"\n");
  BOOST_TEST(in_yaml("a: |\n  one: # two\n  three\n", "two", "2") == "a: |\n  one: # 2\n  three\n");
  BOOST_TEST(in_yaml("a: >\n  one\n  two\n", "one two", "three") == "no");
}

BOOST_AUTO_TEST_CASE(what_an_alias_repeats_is_edited_at_the_anchor) {
  const std::string_view source = "a: &x one\nb: *x\nc: {d: *x}\n";
  BOOST_TEST(replaced(Form::yaml, source, "/b", "one", "1 mg") == "no");
  BOOST_TEST(replaced(Form::yaml, source, "/c/d", "one", "1 mg") == "no");
  BOOST_TEST(in_yaml(source, "one", "1 mg") == "a: &x 1 mg\nb: *x\nc: {d: *x}\n");
}

BOOST_AUTO_TEST_CASE(a_line_of_yaml_is_not_emptied_nor_left_with_blanks_at_its_end) {
  BOOST_TEST(in_yaml("a: |\n  one\n  two\n", "one", "") == "no");
  BOOST_TEST(in_yaml("a: one two\n  three\n", "two", "") == "no");
  BOOST_TEST(in_yaml("a: one two\n  three\n", " two", "") == "a: one\n  three\n");
}

BOOST_AUTO_TEST_CASE(signs_of_markdown_are_escaped) {
  BOOST_TEST(in_markdown("# Use it\n", "Use", "*Use* [it] <b> &amp; a_b _c_ \\") ==
             "# \\*Use\\* \\[it\\] \\<b> \\&amp; a_b \\_c\\_ \\\\ it\n");
  BOOST_TEST(in_markdown("# A &amp; B\n", "& B", "or") == "# A or\n");
}

BOOST_AUTO_TEST_CASE(emphasis_is_left_alone) {
  BOOST_TEST(in_markdown("# Use *it* now\n", "it", "that") == "no");
  BOOST_TEST(in_markdown("# Use *it* now\n", "now", "soon") == "# Use *it* soon\n");
  BOOST_TEST(in_markdown("# Use *it* now\n", "Use it", "x") == "no");
  BOOST_TEST(in_markdown("# Use `a b c`\n", "b", "x") == "no");
}

BOOST_AUTO_TEST_CASE(a_block_of_markdown_stays_what_it_is) {
  const auto in_text = [](std::string_view source, std::string_view old, std::string_view by) {
    return replaced(Form::markdown, source, "/sections/risks/0/text", old, by);
  };
  BOOST_TEST(in_text("## Risks\n\nUse it\n", "Use", "- use") == "## Risks\n\n\\- use it\n");
  BOOST_TEST(in_text("## Risks\n\nIt is 1. this\n", "It is ", "") == "no");
  BOOST_TEST(in_text("## Risks\n\nUse - it\n", "Use ", "") == "no");
}

BOOST_AUTO_TEST_CASE(front_matter_is_yaml) {
  BOOST_TEST(replaced(Form::markdown, "---\nstatus: draft\n---\n# T\n", "/status", "draft", "no") ==
             "---\nstatus: \"no\"\n---\n# T\n");
}

BOOST_AUTO_TEST_CASE(a_line_of_a_page_becomes_no_heading_and_no_item) {
  BOOST_TEST(in_page("Risks\n\nThe recovery\n", "The ", "") == "no");
  BOOST_TEST(in_page("Risks\n\nSome - pain\n", "Some ", "") == "no");
  BOOST_TEST(in_page("Risks\n\nSome 1. pain\n", "Some ", "") == "no");
  BOOST_TEST(in_page("Risks\n\nSome pain\n", "Some", "Less") == "Risks\n\nLess pain\n");
}

// Whatever is replaced by whatever: the text becomes what was asked for, and no other one changes.
BOOST_AUTO_TEST_CASE(an_edit_changes_its_text_and_no_other) {
  constexpr std::array<std::string_view, 8> kTexts{
      "such as", "", ".", " ", "- x: #", "*a* _b_ `c` [d] <e> &amp; \\", "12", "it's \"so\", {no}"};
  const std::string page =
      "CPT code 64616\n\nName of the Procedure\n\nBlood draw\n\nRisks\n\nThe pain is e.g. a "
      "pain.\n\n  - One thing: here\n  - The recovery - of it\n    goes on like this\n\nIt may be "
      "a "
      "long line of text that was broken by an editor\nand goes on behind it.\n";
  const std::string markdown =
      "---\ncodes:\n  - {system: cpt, value: '64616'}\nnames: {common: [a b, \"c d\"]}\n---\n\n# "
      "Blood *draw* from arm\n\n## Risks\n\nSome **pain** and `code` &amp; an escape \\* "
      "here\ngoes "
      "on - here. 1. that\n\n- One thing\n- Two things\n  go on here\n\n  1. nested - one\n\n## "
      "Recovery\n\nA [link](x \"t\") to <http://a.b> there.\n";
  const std::string yaml =
      "a: one two # c\nb: 'it''s a thing'\nc: \"one \\\"two\\\"\\n three\\\n  four\"\n"
      "d: one two\n  three - four\n  five\ne: |\n  one two\n  three # four\n\n  five\n"
      "f: >-\n  one two\n  three\n   four\n\n  five\n"
      "g: [one two, 'three four', {five six: seven eight}]\nh: &x some text\ni: *x\n";
  const std::string json = R"({"a": "one \"two\" \u00e4\u0062", "b": ["c d", "\ud83d\ude00 x"]})";
  const std::array<std::pair<Form, std::string>, 4> samples{
      {{Form::json, json}, {Form::yaml, yaml}, {Form::markdown, markdown}, {Form::page, page}}};
  std::mt19937 random(11);
  std::size_t edits = 0;
  for (int round = 0; round < 8000; ++round) {
    const auto& [form, text] = samples[random() % samples.size()];
    const FormReading before(form, text);
    BOOST_TEST_REQUIRE(before.findings.empty());
    const NodeId id = static_cast<NodeId>(random() % before.document.nodes.size());
    const Kind kind = before.document.node(id).kind;
    const Value value(before.document, id);
    if (kind != Kind::string || value.text().empty()) continue;
    const auto boundary = [&] {
      auto at = static_cast<std::uint32_t>(random() % (value.text().size() + 1));
      while (at < value.text().size() &&
             (static_cast<unsigned char>(value.text()[at]) & 0xC0U) == 0x80U) {
        ++at;
      }
      return at;
    };
    Span decoded{boundary(), boundary()};
    if (decoded.begin > decoded.end) std::swap(decoded.begin, decoded.end);
    const std::string_view by = kTexts[random() % kTexts.size()];
    const std::optional<Edit> edit = replace_text(value, decoded, by);
    if (!edit) continue;
    ++edits;
    std::vector<std::string> expected = contents(before.document);
    std::string whole(value.text());
    whole.replace(decoded.begin, decoded.size(), by);
    for (NodeId other = 0; other < expected.size(); ++other) {
      if (before.document.node(other).span == value.span() &&
          before.document.node(other).kind == Kind::string) {
        expected[other] = "string " + whole;
      }
    }
    const FormReading after(form, applied(text, *edit));
    BOOST_REQUIRE_MESSAGE(contents(after.document) == expected,
                          name(form) << ": \"" << value.text() << "\" [" << decoded.begin << ','
                                     << decoded.end << ") by \"" << by << "\" gives\n"
                                     << after.text);
  }
  BOOST_TEST(edits > 1000U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
