#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

#include "core/print/writer.h"
#include "core/read/reader.h"

namespace proclint {
namespace {

struct Written {
  std::string text;
  std::string losses;  // "message; "
};

Written written(Form form, std::string_view text, std::string_view supplied = {}) {
  const Source source("test", text);
  const Source supplied_source("supplied", supplied);
  Document document;
  Document other;
  std::vector<Diagnostic> findings;
  reader_for(form).read(source, {}, document, findings);
  if (!supplied.empty()) read_json(supplied_source, {}, other, findings);
  WriteOptions options;
  options.supplied = Value::root(other);
  Written out;
  std::vector<Diagnostic> losses;
  write_json_document(document, options, out.text, losses);
  for (const Diagnostic& loss : losses) {
    out.losses += std::string(source.slice(loss.span)) + ": " + loss.message + "; ";
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(print_json_document)

BOOST_AUTO_TEST_CASE(maps_are_open_and_short_lists_stand_on_one_line) {
  BOOST_TEST(
      written(Form::json, R"({"names":{"common":["a","b"],"technical":[]},"x-a":{}})").text ==
      R"({
  "names": {
    "common": ["a", "b"],
    "technical": []
  },
  "x-a": {}
}
)");
}

BOOST_AUTO_TEST_CASE(a_list_that_is_wider_than_eighty_columns_has_an_element_a_line) {
  const std::string a(32, 'a');
  const std::string b(33, 'b');
  // Two blanks, "k": [" and so on: 80 columns in all, then 81.
  BOOST_TEST(written(Form::json, R"({"k":[")" + a + R"(",")" + b + R"("]})").text ==
             "{\n  \"k\": [\"" + a + "\", \"" + b + "\"]\n}\n");
  BOOST_TEST(written(Form::json, R"({"k":[")" + a + R"(",")" + b + R"("],"l":0})").text ==
             "{\n  \"k\": [\n    \"" + a + "\",\n    \"" + b + "\"\n  ],\n  \"l\": 0\n}\n");
}

BOOST_AUTO_TEST_CASE(columns_are_characters_not_bytes) {
  std::string dots;
  for (int i = 0; i < 60; ++i) dots += "\u2022";
  BOOST_TEST(written(Form::json, R"({"k":[")" + dots + R"("]})").text ==
             "{\n  \"k\": [\"" + dots + "\"]\n}\n");
}

BOOST_AUTO_TEST_CASE(known_members_come_first_in_the_order_of_the_schema) {
  BOOST_TEST(
      written(Form::json, R"({"x-b":1,"title":"T","sections":{"b":[],"a":[]},"id":"i"})").text ==
      R"({
  "id": "i",
  "title": "T",
  "sections": {
    "b": [],
    "a": []
  },
  "x-b": 1
}
)");
}

BOOST_AUTO_TEST_CASE(supplied_members_are_added_replace_or_take_away) {
  BOOST_TEST(written(Form::json, R"({"id":"old","title":"T","layout":{}})",
                     R"({"id":"new","schemaVersion":"1.0","layout":null})")
                 .text == R"({
  "schemaVersion": "1.0",
  "id": "new",
  "title": "T"
}
)");
}

BOOST_AUTO_TEST_CASE(equal_keys_are_both_kept) {
  BOOST_TEST(written(Form::json, R"({"a":1,"a":2})").text == "{\n  \"a\": 1,\n  \"a\": 2\n}\n");
}

BOOST_AUTO_TEST_CASE(a_document_that_is_no_map_is_written_too) {
  BOOST_TEST(written(Form::json, "[1,[2]]").text == "[\n  1,\n  [2]\n]\n");
  BOOST_TEST(written(Form::json, "7").text == "7\n");
}

BOOST_AUTO_TEST_CASE(what_json_cannot_hold_is_reported_with_its_place) {
  BOOST_TEST(written(Form::yaml, "a: .inf # why\n").losses ==
             "# why: this comment is left out: it has no place in JSON; "
             ".inf: JSON has no number .inf; it is written as a text; ");
  BOOST_TEST(written(Form::yaml, "a: 00100\nb: 3E03317\nc: 100\n").losses ==
             "00100: JSON has no number 00100; it is written as 100, so put it in quotes before if "
             "it is a code; ");
  BOOST_TEST(written(Form::markdown, "# T\n\n## A\n\nOne *word* in [here](x).\n").losses ==
             "*word*: this emphasis is left out, its text is kept; "
             "[here](x): this link's address is left out, its text is kept; ");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint
