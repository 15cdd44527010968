#include "core/report/unified_diff.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <charconv>
#include <random>
#include <string>
#include <string_view>

#include "core/report/random_text.h"

namespace proclint::testing {
namespace {

// Without its two first lines, which name the file.
std::string diff(std::string_view before, std::string_view after) {
  const std::string all = unified_diff("f", before, after);
  if (all.empty()) return all;
  const std::string names = "--- f\n+++ f\n";
  BOOST_TEST_REQUIRE(all.substr(0, names.size()) == names);
  return all.substr(names.size());
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end);
  return line;
}

// What patch(1) makes of `before`; "" where the diff does not fit.
std::string patched(std::string_view before, std::string_view diff) {
  std::string out;
  std::size_t line_number = 0;
  std::string_view rest = before;
  const auto copy = [&] { out += take_line(rest), ++line_number; };
  while (!diff.empty()) {
    const std::string_view line = take_line(diff);
    const bool is_last = diff.starts_with("\\ No newline");
    const std::string_view content = line.substr(1, line.size() - (is_last ? 2 : 1));
    if (line.front() == '@') {
      std::size_t begin = 0;
      const char* const end =
          std::from_chars(line.data() + 4, line.data() + line.size(), begin).ptr;
      if (std::string_view(end, 2) == ",0") ++begin;
      while (line_number + 1 < begin) copy();
    } else if (line.front() == '+') {
      out += content;
    } else if (line.front() == '-' || line.front() == ' ') {
      if (rest.empty() || take_line(rest) != content) return "does not fit: " + std::string(line);
      ++line_number;
      if (line.front() == ' ') out += content;
    }
  }
  return out += rest;
}

BOOST_AUTO_TEST_SUITE(unified_diffs)

BOOST_AUTO_TEST_CASE(equal_texts_have_none) { BOOST_TEST(diff("a\n", "a\n") == ""); }

BOOST_AUTO_TEST_CASE(three_lines_stand_around_a_change) {
  BOOST_TEST(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") ==
             "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

BOOST_AUTO_TEST_CASE(changes_with_six_lines_between_them_share_a_hunk) {
  const auto hunks = [](std::string_view between) {
    const std::string text =
        diff("a\n" + std::string(between) + "b\n", "A\n" + std::string(between) + "B\n");
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find("@@ -", at)) != std::string::npos; ++at) ++count;
    return count;
  };
  BOOST_TEST(hunks("1\n2\n3\n4\n5\n6\n") == 1U);
  BOOST_TEST(hunks("1\n2\n3\n4\n5\n6\n7\n") == 2U);
}

BOOST_AUTO_TEST_CASE(a_missing_last_line_end_is_said) {
  BOOST_TEST(diff("a\nb", "a\nb\n") ==
             "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n");
  BOOST_TEST(diff("a\nb\n", "a\nb") ==
             "@@ -1,2 +1,2 @@\n a\n-b\n+b\n\\ No newline at end of file\n");
  BOOST_TEST(diff("a\nb", "A\nb") == "@@ -1,2 +1,2 @@\n-a\n+A\n b\n\\ No newline at end of file\n");
}

BOOST_AUTO_TEST_CASE(an_empty_side_is_line_zero) {
  BOOST_TEST(diff("", "a\n") == "@@ -0,0 +1 @@\n+a\n");
  BOOST_TEST(diff("a\n", "") == "@@ -1 +0,0 @@\n-a\n");
}

BOOST_AUTO_TEST_CASE(line_ends_are_content) {
  BOOST_TEST(diff("a\r\nb\n", "a\nb\n") == "@@ -1,2 +1,2 @@\n-a\r\n+a\n b\n");
}

BOOST_AUTO_TEST_CASE(a_path_that_patch_would_misread_is_quoted) {
  const auto head = [](std::string_view path) {
    const std::string text = unified_diff(path, "a", "");
    return text.substr(0, text.find('\n'));
  };
  BOOST_TEST(head("a/b.json") == "--- a/b.json");
  BOOST_TEST(head("a b.json") == "--- a b.json\t");
  BOOST_TEST(head("a\n\"b\\.json") == R"(--- "a\012\"b\\.json")");
}

BOOST_AUTO_TEST_CASE(a_diff_turns_the_one_text_into_the_other) {
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    const std::string before = random_text(random, random() % 60, true);
    const std::string after = random() % 2 == 0
                                  ? random_text(random, random() % 60, true)
                                  : before.substr(0, random() % (before.size() + 1)) + "\nx\n" +
                                        before.substr(random() % (before.size() + 1));
    BOOST_REQUIRE(patched(before, diff(before, after)) == after);
  }
}

BOOST_AUTO_TEST_CASE(a_terminal_gets_nothing_that_it_obeys) {
  const std::string text = unified_diff("a b\x1b[1m", "x\x1b[31m\r\n", "x\n--- y\n");
  BOOST_TEST(
      visible_diff(text, false) ==
      "--- \"a b\\033[1m\"\n+++ \"a b\\033[1m\"\n@@ -1 +1,2 @@\n-x\\x1b[31m\\r\n+x\n+--- y\n");
  BOOST_TEST(visible_diff("--- a b\t\n+++ a b\t\n@@ -1 +0,0 @@\n-x\n", true) ==
             "\x1b[1m--- a b\x1b[0m\n\x1b[1m+++ a b\x1b[0m\n\x1b[36m@@ -1 +0,0 @@\x1b[0m\n"
             "\x1b[31m-x\x1b[0m\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint::testing
