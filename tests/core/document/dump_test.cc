#include <boost/test/unit_test.hpp>

#include "core/document/dump.h"
#include "core/read/reading.h"

namespace proclint {
namespace {

BOOST_AUTO_TEST_SUITE(dumping)

BOOST_AUTO_TEST_CASE(a_tree_is_one_line) {
  BOOST_TEST(dump(JsonReading(R"({"a": "b"})").document) == "map[0,10) key[1,4)=a string[6,9)=b");
}

BOOST_AUTO_TEST_CASE(a_document_that_could_not_be_read_is_empty) {
  BOOST_TEST(dump(JsonReading("[").document) == "");
}

BOOST_AUTO_TEST_CASE(an_indented_tree_has_a_line_a_node) {
  BOOST_TEST(dump(JsonReading(R"({"a":[1]})").document, true) ==
             "map[0,9)\n  key[1,4)=a\n  list[5,8)\n    number[6,7)=1");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_seen_is_escaped) {
  BOOST_TEST(dump(JsonReading(R"("\n\r\t\\\u0000\u001f\u007f")").document) ==
             R"(string[0,28)=\n\r\t\\\u0000\u001f\u007f)");
}

BOOST_AUTO_TEST_CASE(marks_and_comments_stand_behind_the_tree) {
  const Source source("a.txt", "3. ab # c");
  Document document;
  document.source = &source;
  document.nodes.push_back(Node{{3, 5}, kNoNode, 1, 3, 2, Kind::string, false});
  document.marks.push_back(Mark{0, MarkKind::number, {0, 2}});
  document.comments.push_back({6, 9});
  BOOST_TEST(dump(document) == "string[3,5)=ab #number[0,2)@0=3. #comment[6,9)=# c");
}

BOOST_AUTO_TEST_CASE(every_kind_and_form_has_a_name) {
  BOOST_TEST(name(Kind::null) == "null");
  BOOST_TEST(name(Kind::boolean) == "boolean");
  BOOST_TEST(name(Kind::number) == "number");
  BOOST_TEST(name(Kind::key) == "key");
  BOOST_TEST(name(Form::json) == "json");
  BOOST_TEST(name(Form::page) == "page");
  BOOST_TEST(name(MarkKind::navigation) == "navigation");
  BOOST_TEST(name(MarkKind::mixed_block) == "mixed-block");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
