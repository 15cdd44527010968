#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

#include "core/document/pointer.h"
#include "core/document/value.h"
#include "core/read/reading.h"

namespace proclint {
namespace {

constexpr std::string_view kText =
    R"({"title":"T","codes":[{"a/b":"1"},{"~":null}],"title":2,"":[true,[]]})";

// The value that a pointer names; it must exist.
Value at(const JsonReading& reading, std::string_view pointer) {
  const Result<Value> found = resolve(Value::root(reading.document), pointer);
  BOOST_TEST_REQUIRE(found.has_value());
  BOOST_TEST_REQUIRE(static_cast<bool>(*found));
  return *found;
}

BOOST_AUTO_TEST_SUITE(value)

BOOST_AUTO_TEST_CASE(a_document_that_could_not_be_read_has_no_root) {
  BOOST_TEST(!Value::root(JsonReading("[").document));
}

BOOST_AUTO_TEST_CASE(a_member_is_found_by_its_key) {
  const JsonReading reading(kText);
  const Value root = Value::root(reading.document);
  BOOST_TEST(root.find("codes").size() == 2U);
  BOOST_TEST(root.find("").size() == 2U);
  BOOST_TEST(!root.find("code"));
}

BOOST_AUTO_TEST_CASE(the_first_of_two_equal_keys_is_found) {
  const JsonReading reading(kText);
  BOOST_TEST(Value::root(reading.document).find("title").text() == "T");
}

BOOST_AUTO_TEST_CASE(only_a_map_has_members) {
  const JsonReading reading(kText);
  BOOST_TEST(!at(reading, "/codes").find("0"));
  BOOST_TEST(!at(reading, "/title").find("title"));
}

BOOST_AUTO_TEST_CASE(children_are_elements_or_values) {
  const JsonReading reading(R"({"a":1,"b":[2,{"c":3}],"d":4})");
  std::string seen;
  for (const Value child : Value::root(reading.document).children()) {
    seen += std::string(child.key().text()) + std::string(name(child.kind())) + ' ';
  }
  BOOST_TEST(seen == "anumber blist dnumber ");
  std::size_t count = 0;
  for (const Value child : at(reading, "/b").children()) count += child.is(Kind::map) ? 10 : 1;
  BOOST_TEST(count == 11U);
}

BOOST_AUTO_TEST_CASE(a_scalar_and_an_empty_list_have_no_children) {
  const JsonReading reading(R"(["a",[],{}])");
  for (const Value child : Value::root(reading.document).children()) {
    BOOST_TEST((child.children().begin() == child.children().end()));
    BOOST_TEST(child.size() == 0U);
  }
}

BOOST_AUTO_TEST_CASE(a_node_knows_what_holds_it) {
  const JsonReading reading(kText);
  const Value root = Value::root(reading.document);
  BOOST_TEST(!root.parent());
  BOOST_TEST((at(reading, "/codes/0").parent() == at(reading, "/codes")));
  BOOST_TEST((at(reading, "/title").parent() == root));
  BOOST_TEST((at(reading, "/title").key().parent() == root));
}

BOOST_AUTO_TEST_CASE(only_a_value_of_a_map_has_a_key) {
  const JsonReading reading(kText);
  BOOST_TEST(!Value::root(reading.document).key());
  BOOST_TEST(!at(reading, "/codes/0").key());
  BOOST_TEST(at(reading, "/codes").key().text() == "codes");
  BOOST_TEST(!at(reading, "/codes").key().key());
}

BOOST_AUTO_TEST_CASE(an_element_knows_its_index) {
  const JsonReading reading("[[1,2],[],3]");
  BOOST_TEST(at(reading, "/0").index() == 0U);
  BOOST_TEST(at(reading, "/2").index() == 2U);
  BOOST_TEST(at(reading, "/0/1").index() == 1U);
}

BOOST_AUTO_TEST_CASE(the_pointer_of_a_node_names_it) {
  const JsonReading reading(kText);
  BOOST_TEST(Value::root(reading.document).pointer() == "");
  for (const std::string_view pointer :
       {"/title", "/codes", "/codes/0/a~1b", "/codes/1/~0", "/", "//1"}) {
    BOOST_TEST(at(reading, pointer).pointer() == pointer);
  }
}

BOOST_AUTO_TEST_CASE(the_pointer_of_a_key_is_that_of_its_value) {
  const JsonReading reading(kText);
  BOOST_TEST(at(reading, "/codes/0/a~1b").key().pointer() == "/codes/0/a~1b");
}

BOOST_AUTO_TEST_CASE(a_finding_underlines_a_scalar_itself) {
  const JsonReading reading(kText);
  BOOST_TEST(reading.source.slice(at(reading, "/title").place()) == "\"T\"");
  BOOST_TEST(reading.source.slice(at(reading, "/codes").key().place()) == "\"codes\"");
}

BOOST_AUTO_TEST_CASE(a_finding_underlines_the_key_of_a_list_or_map) {
  const JsonReading reading(kText);
  BOOST_TEST(reading.source.slice(at(reading, "/codes").place()) == "\"codes\"");
}

BOOST_AUTO_TEST_CASE(a_finding_underlines_the_bracket_of_what_has_no_key) {
  const JsonReading reading(kText);
  BOOST_TEST((Value::root(reading.document).place() == Span{0, 1}));
  BOOST_TEST((at(reading, "/codes/1").place() == Span{34, 35}));
}

BOOST_AUTO_TEST_CASE(bytes_of_a_text_are_located_by_the_reader) {
  const JsonReading reading(R"(["\nab"])");
  BOOST_TEST(reading.source.slice(at(reading, "/0").locate({1, 2})) == "a");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
