#include "core/print/yaml.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

#include "core/print/writer.h"
#include "core/read/reading.h"

namespace proclint {
namespace {

std::string written(std::string_view yaml) {
  const Source source("test.yaml", yaml);
  Document document;
  std::vector<Diagnostic> findings;
  read_yaml(source, ReadOptions{}, document, findings);
  BOOST_TEST_REQUIRE(findings.empty(), print(findings));
  std::string out;
  write_yaml(document, out);
  return out;
}

BOOST_AUTO_TEST_SUITE(print_yaml)

BOOST_AUTO_TEST_CASE(lists_and_maps_are_blocks_indented_by_two) {
  BOOST_TEST(written("{b: [1, two, [x, z], {c: d, e: []}], a: {x: true, z: {}}}") ==
             "b:\n  - 1\n  - two\n  - - x\n    - z\n  - c: d\n    e: []\na:\n  x: true\n  z: {}\n");
}

BOOST_AUTO_TEST_CASE(a_list_alone_stands_at_the_margin) {
  BOOST_TEST(written("[a, [b]]") == "- a\n- - b\n");
}

BOOST_AUTO_TEST_CASE(a_scalar_alone_is_a_line) {
  BOOST_TEST(written("'a'") == "a\n");
  BOOST_TEST(written("--- \n") == "null\n");
  BOOST_TEST(written("\"a\\nb\"") == "|-\n  a\n  b\n");
}

BOOST_AUTO_TEST_CASE(numbers_and_words_are_written_as_they_were) {
  BOOST_TEST(written("[0x1F, 1.50, True, ~, Null]") == "- 0x1F\n- 1.50\n- True\n- ~\n- Null\n");
}

BOOST_AUTO_TEST_CASE(null_that_is_not_written_stays_so) {
  BOOST_TEST(written("a:\nb: [ ]\nc:\n -\n - d:\n") == "a:\nb: []\nc:\n  -\n  - d:\n");
}

BOOST_AUTO_TEST_CASE(a_member_is_written_with_its_key) {
  const Source source("test.json", R"({"a": [1, {"b": "NO"}], "c": 3})");
  Document document;
  std::vector<Diagnostic> findings;
  read_json(source, ReadOptions{}, document, findings);
  std::string out;
  write_yaml_member(Value::root(document).find("a"), 2, out);
  write_yaml_member(Value::root(document).find("c"), 0, out);
  BOOST_TEST(out == "  a:\n    - 1\n    - b: \"NO\"\nc: 3\n");
  out.clear();
  write_yaml_value(Value::root(document).find("a"), 2, out);
  write_yaml_value(Value::root(document).find("c"), 1, out);
  BOOST_TEST(out == "  - 1\n  - b: \"NO\"\n 3\n");
}

BOOST_AUTO_TEST_CASE(texts_of_several_lines_are_literal_blocks) {
  BOOST_TEST(written(R"({a: "x\n\n  y\n", b: ["z\n# w"]})") ==
             "a: |\n  x\n\n    y\nb:\n  - |-\n    z\n    # w\n");
}

BOOST_AUTO_TEST_CASE(texts_that_no_block_shows_are_quoted) {
  BOOST_TEST(written(R"(["\n", " a\nb", "a \nb", "a\n\n", "a\tb\nc", "\na"])") ==
             R"(- "\n"
- " a\nb"
- "a \nb"
- "a\n\n"
- "a\tb\nc"
- "\na"
)");
}

BOOST_AUTO_TEST_CASE(a_long_text_stays_on_one_line) {
  const std::string text(300, 'x');
  BOOST_TEST(written("a: " + text + "\n  " + text) == "a: " + text + " " + text + "\n");
}

BOOST_AUTO_TEST_CASE(a_very_long_key_gets_its_sign) {
  const std::string key(1100, 'k');
  BOOST_TEST(written("[{? " + key + " : [1]}]") == "- ? " + key + "\n  :\n    - 1\n");
}

BOOST_AUTO_TEST_CASE(equal_keys_are_all_written) {
  BOOST_TEST(written("a: 1\na: 2\n") == "a: 1\na: 2\n");
}

BOOST_AUTO_TEST_CASE(comments_of_lists_in_brackets_stand_at_their_items) {
  BOOST_TEST(
      written("a: [ # of a\n  b, # of b\n  # of c\n  c\n  # behind c\n  ] # behind a\nd: [e] # of "
              "d\n") ==
      "a: # of a\n  - b # of b\n  # of c\n  - c\n  # behind c\n  # behind a\nd: # of d\n  - e\n");
}

BOOST_AUTO_TEST_CASE(comments_of_items_stand_before_their_dash) {
  BOOST_TEST(written("- # one\n  a: 1\n# two\n- b: 2 # three\n") ==
             "# one\n- a: 1\n# two\n- b: 2 # three\n");
}

BOOST_AUTO_TEST_CASE(a_comment_deeper_than_what_follows_belongs_to_what_ends) {
  BOOST_TEST(
      written(
          "a:\n  - b:\n      c: 1\n      # of c\n    # of b\n  # of the list\n# of d\nd: 2\n") ==
      "a:\n  - b:\n      c: 1\n      # of c\n    # of b\n  # of the list\n# of d\nd: 2\n");
}

BOOST_AUTO_TEST_CASE(a_comment_in_the_header_of_a_block_stays_there) {
  BOOST_TEST(written("a: | # why\n  b\n  c\n") == "a: | # why\n  b\n  c\n");
}

BOOST_AUTO_TEST_CASE(one_blank_line_is_kept_where_there_are_some) {
  BOOST_TEST(written("\n\na: 1\n\n\n# c\n\nb:\n\n  - 2\n\n  - 3\n") ==
             "a: 1\n\n# c\n\nb:\n  - 2\n\n  - 3\n");
}

BOOST_AUTO_TEST_CASE(a_document_of_another_form_is_written_in_the_order_of_the_schema) {
  const Source source("test.json", R"({"title": "Blood draw", "x-a": "\u0007", "id": "blood"})");
  Document document;
  std::vector<Diagnostic> findings;
  read_json(source, ReadOptions{}, document, findings);
  std::string out;
  std::vector<Diagnostic> losses;
  writer_for(Form::yaml)->write(document, {}, out, losses);
  BOOST_TEST(out == "id: blood\ntitle: Blood draw\nx-a: \"\\x07\"\n");
  BOOST_TEST(losses.empty());
}

BOOST_AUTO_TEST_CASE(comments_of_what_is_left_out_are_losses) {
  const Source source("test.yaml", "# f\n\n# a\nid: x # b\ntitle: y # c\n");
  Document document;
  std::vector<Diagnostic> findings;
  read_yaml(source, ReadOptions{}, document, findings);
  const Source other("other.json", R"({"id": null, "title": "z"})");
  Document supplied;
  read_json(other, ReadOptions{}, supplied, findings);
  std::string out;
  std::vector<Diagnostic> losses;
  WriteOptions options;
  options.supplied = Value::root(supplied);
  writer_for(Form::yaml)->write(document, options, out, losses);
  BOOST_TEST(out == "# f\n\ntitle: z\n");
  BOOST_TEST_REQUIRE(losses.size() == 3U);
  BOOST_TEST(source.slice(losses.front().span) == "# a");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
