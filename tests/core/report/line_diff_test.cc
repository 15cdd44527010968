#include "core/report/line_diff.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <numeric>
#include <random>
#include <string>

namespace proclint::testing {
namespace {

using Lines = std::vector<std::uint32_t>;

Lines lines(std::string_view letters) { return Lines(letters.begin(), letters.end()); }

// "[1,2)>[1,1)" for each change.
std::string changes(std::string_view before, std::string_view after) {
  std::string out;
  for (const Change& change : line_diff(lines(before), lines(after))) {
    out += '[' + std::to_string(change.before_begin) + ',' + std::to_string(change.before_end) +
           ")>[" + std::to_string(change.after_begin) + ',' + std::to_string(change.after_end) +
           ')';
  }
  return out;
}

// Whether the changes turn one into the other and are apart.
bool holds(const Lines& before, const Lines& after) {
  Lines made;
  std::uint32_t at = 0;
  bool is_first = true;
  for (const Change& change : line_diff(before, after)) {
    if (change.before_begin < at || (change.before_begin == at && !is_first)) return false;
    if (change.after_begin != made.size() + change.before_begin - at) return false;
    made.insert(made.end(), before.begin() + at, before.begin() + change.before_begin);
    made.insert(made.end(), after.begin() + change.after_begin, after.begin() + change.after_end);
    at = change.before_end;
    is_first = false;
  }
  made.insert(made.end(), before.begin() + at, before.end());
  return made == after;
}

BOOST_AUTO_TEST_SUITE(line_diffs)

BOOST_AUTO_TEST_CASE(equal_lists_have_no_changes) {
  BOOST_TEST(changes("", "") == "");
  BOOST_TEST(changes("abc", "abc") == "");
}

BOOST_AUTO_TEST_CASE(a_change_names_both_sides) {
  BOOST_TEST(changes("abc", "axc") == "[1,2)>[1,2)");
  BOOST_TEST(changes("abc", "ac") == "[1,2)>[1,1)");
  BOOST_TEST(changes("ac", "abc") == "[1,1)>[1,2)");
  BOOST_TEST(changes("", "a") == "[0,0)>[0,1)");
}

BOOST_AUTO_TEST_CASE(lines_that_repeat_are_matched_too) {
  BOOST_TEST(changes("a..b..", "a..b...") == "[6,6)>[6,7)");
  BOOST_TEST(changes("..x..y..", "..y..") == "[2,5)>[2,2)");
}

BOOST_AUTO_TEST_CASE(random_lists_become_each_other) {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    const std::uint32_t kinds = 1 + static_cast<std::uint32_t>(random() % 12);
    const auto some = [&] {
      Lines out(random() % 30);
      for (std::uint32_t& line : out) line = static_cast<std::uint32_t>(random() % kinds);
      return out;
    };
    const Lines before = some();
    BOOST_REQUIRE(holds(before, some()));
  }
}

BOOST_AUTO_TEST_CASE(a_change_in_every_other_line_of_many_is_found) {
  Lines before(200'000);
  std::iota(before.begin(), before.end(), 0U);
  Lines after = before;
  for (std::size_t i = 0; i < after.size(); i += 2) after[i] += 1'000'000;
  BOOST_TEST(line_diff(before, after).size() == 100'000U);
  BOOST_TEST(holds(before, after));
}

// Nothing anchors these, and every path through them is long: the search gives up, not the machine.
BOOST_AUTO_TEST_CASE(lists_made_to_be_slow_end_soon) {
  std::mt19937 random(7);
  Lines before(60'000);
  Lines after(60'000);
  for (std::uint32_t& line : before) line = static_cast<std::uint32_t>(random() % 3);
  for (std::uint32_t& line : after) line = static_cast<std::uint32_t>(random() % 3);
  BOOST_TEST(holds(before, after));
  std::fill(before.begin(), before.end(), 1U);
  std::fill(after.begin() + 1000, after.end() - 1000, 1U);
  BOOST_TEST(holds(before, after));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint::testing
