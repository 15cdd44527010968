#include "core/document/positions.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "core/document/document_sample.h"

namespace proclint {
namespace {

// [0, 1, ...]: longer than what is looked through each time.
std::string long_list() {
  std::string out = "[0";
  for (int i = 1; i < 100; ++i) out += ", " + std::to_string(i);
  return out + "]";
}

BOOST_AUTO_TEST_SUITE(positions)

BOOST_AUTO_TEST_CASE(an_element_knows_its_position_in_short_and_long_lists) {
  for (const std::string& text : {std::string("[0, 1, 2]"), long_list()}) {
    const Sample sample(text);
    Positions asked;
    for (const Value element : sample.root().children()) {
      BOOST_TEST(std::to_string(asked.index_of(element)) == element.text());
      BOOST_TEST((asked.element(sample.root(), asked.index_of(element)) == element));
    }
    BOOST_TEST(!asked.element(sample.root(), sample.root().size()));
  }
}

BOOST_AUTO_TEST_CASE(positions_may_be_asked_for_in_any_order) {
  const Sample sample(long_list());
  Positions asked;
  for (const std::size_t i : {99U, 3U, 50U, 0U}) {
    BOOST_TEST(asked.element(sample.root(), i).text() == std::to_string(i));
  }
}

BOOST_AUTO_TEST_CASE(a_pointer_is_that_of_the_value) {
  const Sample sample(R"({"a/b": [1, {"c": 2}]})");
  Positions asked;
  const Value inner = asked.element(sample.root().find("a/b"), 1).find("c");
  BOOST_TEST(asked.pointer_of(inner) == "/a~1b/1/c");
  BOOST_TEST(asked.pointer_of(inner.key()) == "/a~1b/1/c");
}

BOOST_AUTO_TEST_CASE(members_are_known_in_small_and_large_maps) {
  std::string large = R"({"k0": 0)";
  for (int i = 1; i < 100; ++i) large += ", \"k" + std::to_string(i) + "\": 0";
  for (const std::string& text : {std::string(R"({"k0": 0, "k1": 0})"), large + "}"}) {
    const Sample sample(text);
    Positions asked;
    BOOST_TEST(asked.has_member(sample.root(), "k1"));
    BOOST_TEST(!asked.has_member(sample.root(), "k"));
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
