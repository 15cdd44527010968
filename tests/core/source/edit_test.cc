#include "core/source/edit.h"

#include <boost/test/unit_test.hpp>
#include <string>

namespace proclint {
namespace {

BOOST_AUTO_TEST_SUITE(edits)

BOOST_AUTO_TEST_CASE(replace_insert_and_remove) {
  const std::vector<Edit> edits{{{0, 1}, "A"}, {{1, 1}, "-"}, {{2, 3}, ""}, {{4, 4}, "!"}};
  BOOST_TEST(are_apart(edits, 4));
  BOOST_TEST(apply_edits("abcd", edits) == "A-bd!");
  BOOST_TEST(apply_edits("abcd", {}) == "abcd");
}

BOOST_AUTO_TEST_CASE(are_not_apart_when_nothing_says_which_comes_first) {
  const auto apart = [](std::vector<Edit> edits) { return are_apart(edits, 4); };
  BOOST_TEST(apart({{{0, 2}, ""}, {{2, 4}, ""}}));
  BOOST_TEST(!apart({{{0, 2}, ""}, {{1, 3}, ""}}));
  BOOST_TEST(!apart({{{2, 3}, ""}, {{0, 1}, ""}}));
  BOOST_TEST(!apart({{{1, 1}, "a"}, {{1, 1}, "b"}}));
  BOOST_TEST(!apart({{{3, 5}, ""}}));
  BOOST_TEST(!apart({{{2, 1}, ""}}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
