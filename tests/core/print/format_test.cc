#include "core/print/format.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

#include "core/print/format_run.h"

namespace proclint {
namespace {

bool is_same(Form form, const std::string& one, const std::string& other) {
  const Formatting first(form, one);
  const Formatting second(form, other);
  return say_the_same(first.document, second.document);
}

BOOST_AUTO_TEST_SUITE(print_format)

BOOST_AUTO_TEST_CASE(json_has_a_member_a_line_and_short_lists_on_one) {
  BOOST_TEST(formatted(Form::json, R"({"id":"a","names":{"common":["b",  "c"],"x-n":[]},
"codes":[{"value":"1"}],"x":{ }})") ==
             R"({
  "id": "a",
  "names": {
    "common": ["b", "c"],
    "x-n": []
  },
  "codes": [
    {
      "value": "1"
    }
  ],
  "x": {}
}
)");
}

BOOST_AUTO_TEST_CASE(a_list_that_is_too_long_for_a_line_gets_more) {
  const std::string text(36, 'a');
  const std::string fits = "[\"" + text + "\", \"" + text + "\"]\n";
  BOOST_TEST(formatted(Form::json, fits) == fits);
  BOOST_TEST(formatted(Form::json, "[\"" + text + "a\", \"" + text + "bc\"]") ==
             "[\n  \"" + text + "a\",\n  \"" + text + "bc\"\n]\n");
}

BOOST_AUTO_TEST_CASE(json_texts_and_numbers_keep_their_bytes) {
  const std::string text = "[\"\\u00e9\\/\", 1.50E+3, -0]\n";
  BOOST_TEST(formatted(Form::json, text) == text);
}

BOOST_AUTO_TEST_CASE(keys_stand_in_the_order_of_the_schema) {
  BOOST_TEST(formatted(Form::yaml, "title: a # t\n# of the id\nid: b\n") ==
             "# of the id\nid: b\ntitle: a # t\n");
}

BOOST_AUTO_TEST_CASE(line_ends_are_those_of_most_lines) {
  BOOST_TEST(formatted(Form::json, "{\r\n\"id\":\r\n\"a\"\n}") == "{\r\n  \"id\": \"a\"\r\n}\r\n");
  BOOST_TEST(formatted(Form::yaml, "id: a\r\ntitle: |\r\n  x\r\n  y\r\n") ==
             "id: a\r\ntitle: |\r\n  x\r\n  y\r\n");
  BOOST_TEST(formatted(Form::yaml, "id: a\r\ntitle: b\nlanguage: c\n") ==
             "id: a\nlanguage: c\ntitle: b\n");
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_left_out) {
  BOOST_TEST(formatted(Form::json, "\xEF\xBB\xBF[1]") == "[1]\n");
  BOOST_TEST(formatted(Form::yaml,
                       "\xEF\xBB\xBF"
                       "a: 1") == "a: 1\n");
  BOOST_TEST(formatted(Form::page, "\xEF\xBB\xBFSummary\n\nText.") == "Summary\n\nText.\n");
  BOOST_TEST(formatted(Form::markdown, "\xEF\xBB\xBF# T\n") == "# T\n");
}

BOOST_AUTO_TEST_CASE(what_yaml_keeps_beside_its_tree_leaves_the_file_as_it_is) {
  for (const std::string text : {"a: &x [1]\nb:   *x\n", "a:   !!map {}\n",
                                 "%YAML 1.2\n---\na:   1\n", "a: !!str &x   1\n"}) {
    const Formatting formatting(Form::yaml, text);
    BOOST_TEST(formatting.formatted.text == text);
    BOOST_TEST(formatting.formatted.kept.size() == 1U, text);
    BOOST_TEST(!formatting.formatted.is_failed);
  }
}

BOOST_AUTO_TEST_CASE(a_text_that_would_become_many_times_larger_stays_as_it_is) {
  std::string list = "1";
  for (int i = 0; i < 500; ++i) list = "[" + list + ",{}]";
  std::string text = "[";
  for (int i = 0; i < 50; ++i) text += list + ',';
  text += "1]";
  const Formatting formatting(Form::json, text);
  BOOST_TEST((formatting.formatted.text == text));
  BOOST_TEST(formatting.formatted.kept.size() == 1U);
}

BOOST_AUTO_TEST_CASE(signs_in_texts_and_comments_are_no_anchors) {
  BOOST_TEST(formatted(Form::yaml, "a: x & y * z # &c *d !e\n'&b': 1\n") ==
             "a: x & y * z # &c *d !e\n\"&b\": 1\n");
}

BOOST_AUTO_TEST_CASE(comments_of_yaml_stay_where_they_stand) {
  const std::string text = R"(# of the file

# of the id
id: a # behind

codes: # of all
  # of the first
  - system: cpt # s
    # of the value
    value: "64616"
  # behind the last
names:
  common:
    - b # b
    # end of the names

# end of the file
)";
  const std::string sorted = R"(# of the file

# of the id
id: a # behind
names:
  common:
    - b # b
    # end of the names

# end of the file

codes: # of all
  # of the first
  - system: cpt # s
    # of the value
    value: "64616"
  # behind the last
)";
  BOOST_TEST(formatted(Form::yaml, text) == sorted);
}

BOOST_AUTO_TEST_CASE(pages_have_one_layout) {
  BOOST_TEST(formatted(Form::page, R"(CPT code 64616
Name of the Procedure:
  A title
that goes on

Duration: an hour
Risks:
- one

- two
   goes on



A  text.
Summary
1) a
3) b
   - c
Done.)") == R"(CPT code 64616

Name of the Procedure

A title that goes on

Summary

  1. a
  2. b
    • c

Done.

Duration

an hour

Risks

  • one
  • two goes on

A  text.
)");
}

BOOST_AUTO_TEST_CASE(lists_of_a_page_that_follow_each_other_stay_two) {
  BOOST_TEST(formatted(Form::page, "Risks\n\n- a\n\n* b\n\n- c") ==
             "Risks\n\n  \u2022 a\n\n  - b\n\n  \u2022 c\n");
}

BOOST_AUTO_TEST_CASE(markdown_has_one_layout) {
  BOOST_TEST(formatted(Form::markdown,
                       "---\ntitle2: 'x'\nid: a\n---\nTitle\n=====\n## Risks: ##\n* a\n  b\n\n* c\n"
                       "  1) d\n  5) e\n\nText\nmore  \nhard\n\n\n## Summary\n+ x\n\n- y\n") ==
             "---\nid: a\ntitle2: x\n---\n\n# Title\n\n## Summary\n\n- x\n\n* y\n\n## Risks\n\n"
             "- a b\n- c\n  1. d\n  2. e\n\nText more  \nhard\n");
}

BOOST_AUTO_TEST_CASE(what_only_markdown_has_keeps_its_bytes) {
  const std::string text =
      "# T\n\n## Risks\n\n<!-- waiver -->\n- a\n\n| a |b|\n|-|---|\n\n```\n  x  \n\n\n  y\n```\n\n"
      "    code\n\n> quote\n> more\n\n-   a\n\n    b\n\n<div>\n x\n</div>\n\n[l]:   x\n";
  BOOST_TEST(formatted(Form::markdown, text) == text);
}

BOOST_AUTO_TEST_CASE(comments_before_a_heading_move_with_its_section) {
  BOOST_TEST(formatted(Form::markdown, "## Risks\n\na\n\n<!-- b -->\n\n## Summary\n\nc\n") ==
             "<!-- b -->\n\n## Summary\n\nc\n\n## Risks\n\na\n");
}

BOOST_AUTO_TEST_CASE(other_values_and_comments_are_not_the_same) {
  BOOST_TEST(is_same(Form::yaml, "a: 1\nb: 2\n", "b: 2\na: 1\n"));
  BOOST_TEST(is_same(Form::yaml, "a: ~\n", "a:\n"));
  BOOST_TEST(!is_same(Form::yaml, "a: 1\na: 2\n", "a: 2\na: 1\n"));
  BOOST_TEST(!is_same(Form::yaml, "a: 1\n", "a: \"1\"\n"));
  BOOST_TEST(!is_same(Form::yaml, "a: [1, 2]\n", "a: [2, 1]\n"));
  BOOST_TEST(!is_same(Form::yaml, "a: [1]\n", "a: [1, 2]\n"));
  BOOST_TEST(!is_same(Form::yaml, "a: 1 # b\n", "a: 1\n"));
  BOOST_TEST(!is_same(Form::markdown, "# a *b*\n", "# a b\n"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
