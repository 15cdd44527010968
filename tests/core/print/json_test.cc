#include "core/print/json.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

#include "core/read/reader.h"

namespace proclint {
namespace {

std::string written(std::string_view yaml) {
  const Source source("test.yaml", yaml);
  Document document;
  std::vector<Diagnostic> findings;
  read_yaml(source, ReadOptions{}, document, findings);
  std::string out;
  write_json(Value::root(document), out);
  return out;
}

BOOST_AUTO_TEST_SUITE(print_json)

BOOST_AUTO_TEST_CASE(a_document_is_written_on_one_line_in_its_own_order) {
  BOOST_TEST(written("b: [1, two, ~]\na: {x: true, y: \"no\"}\nc: {}\nd: []\n") ==
             R"({"b":[1,"two",null],"a":{"x":true,"y":"no"},"c":{},"d":[]})");
}

BOOST_AUTO_TEST_CASE(nothing_is_written_for_nothing) {
  std::string out = "x";
  write_json(Value(), out);
  BOOST_TEST(out == "x");
}

BOOST_AUTO_TEST_CASE(a_part_of_a_document_can_be_written) {
  const Source source("test.json", R"({"a": [1, {"b": 2}], "c": 3})");
  Document document;
  std::vector<Diagnostic> findings;
  read_json(source, ReadOptions{}, document, findings);
  std::string out;
  write_json(Value::root(document).find("a"), out);
  BOOST_TEST(out == R"([1,{"b":2}])");
}

BOOST_AUTO_TEST_CASE(equal_keys_are_all_written) {
  BOOST_TEST(written("a: 1\na: 2\n") == R"({"a":1,"a":2})");
}

BOOST_AUTO_TEST_CASE(signs_that_json_escapes_are_escaped) {
  BOOST_TEST(written(R"("a\"b\\c\n\0\e é")") == "\"a\\\"b\\\\c\\n\\u0000\\u001B \u00e9\"");
}

BOOST_AUTO_TEST_CASE(undecodable_bytes_become_the_replacement_character) {
  const Source source("test.txt", "a\xFF");
  Document document;
  document.source = &source;
  document.nodes.push_back({{0, 2}, kNoNode, 1, 0, 2, Kind::string, false});
  std::string out;
  write_json(Value::root(document), out);
  BOOST_TEST(out == "\"a\uFFFD\"");
}

BOOST_AUTO_TEST_CASE(booleans_and_nulls_of_every_spelling_are_json_words) {
  BOOST_TEST(written("[true, True, TRUE, false, False, FALSE, null, Null, NULL, ~, ]") ==
             "[true,true,true,false,false,false,null,null,null,null]");
}

BOOST_AUTO_TEST_CASE(a_number_that_json_cannot_write_becomes_text) {
  BOOST_TEST(written("[.inf, -.Inf, .NaN]") == R"([".inf","-.Inf",".NaN"])");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
