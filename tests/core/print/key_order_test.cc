#include "core/print/key_order.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

#include "core/print/json.h"
#include "core/read/page_sample.h"
#include "core/read/reading.h"

namespace proclint {
namespace {

constexpr std::string_view kSchema = R"({
  "properties": {
    "id": {}, "title": {},
    "codes": {"items": {"$ref": "#/definitions/code"}},
    "part": {"allOf": [{"$ref": "#"}, {"properties": {"more": {}}}]},
    "sections": {"properties": {"risks": {}, "summary": {}},
                 "patternProperties": {"^x-": {"items": {"$ref": "#/definitions/code"}}}}
  },
  "definitions": {"code": {"properties": {"system": {}, "value": {}}}}
})";

std::string sorted(std::string_view json) {
  const JsonReading schema(kSchema);
  const KeyOrder order = KeyOrder::from(Value::root(schema.document), sample::headings());
  const JsonReading reading(json);
  Document document;
  if (!order.sort(reading.document, document)) return "in order";
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    const Value value(document, id);
    if (value.parent()) BOOST_TEST(value.parent().id() < id);
  }
  std::string out;
  write_json(Value::root(document), out);
  return out;
}

BOOST_AUTO_TEST_SUITE(print_key_order)

BOOST_AUTO_TEST_CASE(keys_stand_in_the_order_of_the_schema) {
  BOOST_TEST(sorted(R"({"title": 1, "id": 2})") == R"({"id":2,"title":1})");
  BOOST_TEST(sorted(R"({"id": 2, "title": 1})") == "in order");
}

BOOST_AUTO_TEST_CASE(a_reference_is_followed) {
  BOOST_TEST(sorted(R"({"codes": [{"value": 1, "system": 2}, {"system": 3}]})") ==
             R"({"codes":[{"system":2,"value":1},{"system":3}]})");
}

BOOST_AUTO_TEST_CASE(the_parts_of_all_of_are_one_order) {
  BOOST_TEST(sorted(R"({"part": {"more": 1, "part": {"title": 2, "id": 3}}})") ==
             R"({"part":{"part":{"id":3,"title":2},"more":1}})");
}

BOOST_AUTO_TEST_CASE(keys_of_ones_own_stay_behind_the_key_that_they_follow) {
  BOOST_TEST(sorted(R"({"x-0": 0, "title": 1, "x-b": 2, "x-a": 3, "id": 4})") ==
             R"({"x-0":0,"id":4,"title":1,"x-b":2,"x-a":3})");
}

BOOST_AUTO_TEST_CASE(unknown_keys_go_to_the_end_in_their_order) {
  BOOST_TEST(sorted(R"({"z": 1, "title": 2, "b": 3, "id": 4})") ==
             R"({"id":4,"title":2,"z":1,"b":3})");
}

BOOST_AUTO_TEST_CASE(equal_keys_keep_their_order) {
  BOOST_TEST(sorted(R"({"title": 1, "id": 2, "title": 3, "id": 4})") ==
             R"({"id":2,"id":4,"title":1,"title":3})");
}

BOOST_AUTO_TEST_CASE(sections_stand_in_the_order_of_the_headings) {
  BOOST_TEST(sorted(R"({"sections": {"risks": 1, "x-a": [{"value": 1, "system": 2}], "purpose": 3,
                                     "summary": 4}})") ==
             R"({"sections":{"summary":4,"purpose":3,"risks":1,"x-a":[{"system":2,"value":1}]}})");
}

BOOST_AUTO_TEST_CASE(inside_and_outside_are_moved_together) {
  BOOST_TEST(sorted(R"({"codes": [{"value": 1, "system": 2}], "title": 1, "id": [1, 2]})") ==
             R"({"id":[1,2],"title":1,"codes":[{"system":2,"value":1}]})");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
