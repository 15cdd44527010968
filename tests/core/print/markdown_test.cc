#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <random>

#include "core/print/json.h"
#include "core/print/markdown_text.h"
#include "core/print/written.h"

namespace proclint {
namespace {

std::string from_json(std::string_view json) { return written(Form::markdown, Form::json, json); }
std::string anew(std::string_view markdown) {
  return written(Form::markdown, Form::markdown, markdown);
}

// A text as the title, a heading, a paragraph, an item and a nested step of a document, written as
// Markdown and read again.
std::string read_again(const std::string& text) {
  const std::string markdown =
      from_json(R"({"title":)" + json_string(text) + R"(,"sections":{"summary":[{"text":)" +
                json_string(text) + R"(},{"items":[)" + json_string(text) +
                R"(,{"text":"a","steps":[)" + json_string(text) +
                R"(]}]}]},"layout":{"headings":{"summary":)" + json_string("Overview") + "}}}");
  const ReadText read(Form::markdown, markdown, two_headings());
  const Value root = Value::root(read.document);
  std::string out;
  for (const char* const path : {"title", "sections"}) {
    write_json(root.find(path), out);
    out += '\n';
  }
  return out;
}

std::string expected(const std::string& text) {
  const std::string json = json_string(text);
  return json + "\n{\"summary\":[{\"text\":" + json + "},{\"items\":[" + json +
         ",{\"text\":\"a\",\"steps\":[" + json + "]}]}]}\n";
}

const std::vector<std::string> kHardTexts{"- a",
                                          "-",
                                          "--",
                                          "---",
                                          "***",
                                          "* * *",
                                          "+ a",
                                          "* a",
                                          "1. a",
                                          "1)",
                                          "999999999. a",
                                          "# a",
                                          "#",
                                          "####### a",
                                          "a #",
                                          "a ##",
                                          "C#",
                                          "> a",
                                          ">",
                                          "```",
                                          "~~~",
                                          "    a",
                                          "a  ",
                                          " a",
                                          "a\tb",
                                          "\ta",
                                          "a\nb",
                                          "a\n\nb",
                                          "a\n- b",
                                          "*a*",
                                          "_a_",
                                          "a_b_c",
                                          "__a__",
                                          "a * b",
                                          "a*b*c",
                                          "5*3",
                                          "`a`",
                                          "\\",
                                          "a\\",
                                          "\\*",
                                          "[a](b)",
                                          "[a]: b",
                                          "![a](b)",
                                          "[a][b]",
                                          "[a]",
                                          "<a>",
                                          "<b",
                                          "</b>",
                                          "<!-- a -->",
                                          "a < b",
                                          "<?",
                                          "&amp;",
                                          "&",
                                          "&#10;",
                                          "R&D",
                                          "a & b;",
                                          "&x;",
                                          "http://a.b",
                                          "<http://a.b>",
                                          "===",
                                          "a|b",
                                          "| a |",
                                          ":-",
                                          "=",
                                          "a\rb",
                                          "\u00a0a",
                                          "\u2022 a",
                                          "1986\\. b",
                                          "*",
                                          "_",
                                          "**",
                                          "~",
                                          "!",
                                          "a!",
                                          "![",
                                          "](",
                                          "](a",
                                          "-a",
                                          "+",
                                          "1.",
                                          "12. ",
                                          "a_",
                                          "_a",
                                          "a*",
                                          "*a",
                                          "\u00e9_b_"};

}  // namespace

BOOST_AUTO_TEST_SUITE(print_markdown)

BOOST_AUTO_TEST_CASE(front_matter_title_sections_and_blocks_each_have_their_form) {
  BOOST_TEST(from_json(R"({"title":"T","sections":{"summary":[{"text":"One."},
    {"items":["a",{"text":"b","steps":["c","d"]}]}],"risks":[{"steps":[{"text":"e","items":["f"]}]}],
    "x-fun-facts":[]},"id":"t","codes":[{"system":"cpt","value":"00100"}]})") == R"(---
id: t
codes:
  - system: cpt
    value: "00100"
---

# T

## Summary

One.

- a
- b
  1. c
  2. d

## Risks

1. e
   - f

## Fun facts
)");
}

BOOST_AUTO_TEST_CASE(without_other_members_there_is_no_front_matter) {
  BOOST_TEST(from_json(R"({"title":"T","sections":{}})") == "# T\n");
}

BOOST_AUTO_TEST_CASE(two_lists_of_one_kind_have_different_markers) {
  BOOST_TEST(from_json(R"({"sections":{"risks":[{"items":["a"]},{"items":["b"]},{"items":["c"]},
    {"steps":["d"]},{"steps":["e"]}]}})") == "## Risks\n\n- a\n\n* b\n\n- c\n\n1. d\n\n1) e\n");
}

BOOST_AUTO_TEST_CASE(a_layout_says_how_headings_are_spelled) {
  BOOST_TEST(
      from_json(R"({"sections":{"risks":[]},"layout":{"headings":{"risks":"Side effects:"}}})") ==
      "---\nlayout:\n  headings:\n    risks: \"Side effects:\"\n---\n\n## Side effects:\n");
}

BOOST_AUTO_TEST_CASE(what_markdown_cannot_hold_is_reported) {
  BOOST_TEST(
      from_json(R"({"sections":{"risks":[{"items":[]},{"text":""},{"x-a":1}],"summary":"no"}})") ==
      R"(## Risks

## Summary
!!
"items": Markdown has no empty lists; this one is left out
"": Markdown has no empty paragraphs; this one is left out
1: Markdown has no place for "x-a" here; it is left out
"no": Markdown cannot hold this as the content of a section; it is left out
)");
}

BOOST_DATA_TEST_CASE(a_text_that_looks_like_markdown_is_read_as_itself,
                     boost::unit_test::data::make(kHardTexts), text) {
  BOOST_TEST(read_again(text) == expected(text));
}

BOOST_AUTO_TEST_CASE(any_text_is_read_as_itself) {
  static constexpr std::string_view kPieces[] = {
      "*", "_",  "`", "[", "]", "(", ")", "<", ">", "!",  "#",  "-", "+", "=", "~",      "&",
      ";", "\\", ".", ":", "1", "a", " ", " ", "b", "\n", "\"", "'", "/", "|", "\u00e9", "amp"};
  std::minstd_rand random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (auto size = 1 + random() % 12; size > 0; --size) {
      text += kPieces[random() % std::size(kPieces)];
    }
    BOOST_REQUIRE_EQUAL(read_again(text), expected(text));
  }
}

// ---- Markdown anew ----

BOOST_AUTO_TEST_CASE(markup_comments_and_link_definitions_stay) {
  const std::string_view text = R"(---
# a note
id: t
---

# The *title*

<!-- for authors -->

## Risks

Read [this](x) and `that`.
It goes on\
here.

[x]: y

- one <!-- two -->
- three

| a | b |
|---|---|
| 1 | 2 |

### Below

After it.
)";
  BOOST_TEST(anew(text) == text);
}

BOOST_AUTO_TEST_CASE(the_layout_of_blocks_becomes_canonical) {
  BOOST_TEST(
      anew("The title\n===\nRisks\n---\n* a\n* b\n   + c\n\n\n3) d\n4) e\ntext\n\nf\n\n    "
           "code\n") ==
      "# The title\n\n## Risks\n\n- a\n- b\n  - c\n\n1. d\n2. e\n   text\n\nf\n\n    code\n");
}

BOOST_AUTO_TEST_CASE(a_list_that_holds_more_than_lists_stays_as_it_is) {
  const std::string_view text = "## Risks\n\n* a\n\n  second paragraph\n* b\n";
  BOOST_TEST(anew(text) == text);
}

BOOST_AUTO_TEST_CASE(line_ends_become_line_feeds) {
  BOOST_TEST(anew("# T\r\n\r\n## Risks\r\n\r\none\r\ntwo\r\n") == "# T\n\n## Risks\n\none\ntwo\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint
