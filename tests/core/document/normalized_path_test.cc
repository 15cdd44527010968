#include "core/document/normalized_path.h"

#include <boost/test/unit_test.hpp>

#include "core/document/document_sample.h"
#include "core/document/path.h"

namespace proclint {
namespace {

// The normalized path of the last node of a document; selected by itself it must be that node.
std::string last(std::string_view text) {
  const Sample sample(text);
  const Value value(sample.document, static_cast<NodeId>(sample.document.nodes.size() - 1));
  Positions positions;
  const std::string out = normalized_path(value, positions);
  const auto path = Path::parse(out);
  BOOST_TEST_REQUIRE(std::holds_alternative<Path>(path));
  std::get<Path>(path).select(sample.root(), [&](Value match) { BOOST_TEST((match == value)); });
  return out;
}

BOOST_AUTO_TEST_SUITE(normalized_paths)

BOOST_AUTO_TEST_CASE(the_root_is_a_dollar) { BOOST_TEST(last("1") == "$"); }

BOOST_AUTO_TEST_CASE(names_stand_in_single_quotes_and_indexes_count_from_0) {
  BOOST_TEST(last(R"({"a": [1, {"b c": 2}]})") == "$['a'][1]['b c']");
}

BOOST_AUTO_TEST_CASE(quotes_backslashes_and_controls_are_escaped) {
  BOOST_TEST(last(R"({"'\"\\/\b\u001b\u007f é": 2})") == "$['\\'\"\\\\/\\b\\u001b\x7f é']");
}

BOOST_AUTO_TEST_CASE(a_key_has_the_path_of_its_value) {
  const Sample sample(R"({"a": 1})");
  Positions positions;
  BOOST_TEST(normalized_path(sample.root().find("a").key(), positions) == "$['a']");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
