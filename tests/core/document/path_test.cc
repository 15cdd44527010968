#include "core/document/path.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "core/document/document_sample.h"

namespace proclint {
namespace {

// The pointers of what `query` selects, or where and why it is no path.
std::string select(std::string_view query, Value root) {
  const auto path = Path::parse(query);
  if (const auto* error = std::get_if<PathError>(&path)) {
    return std::to_string(error->span.begin) + ": " + error->reason;
  }
  std::string out;
  std::get<Path>(path).select(root, [&out](Value match) {
    if (!out.empty()) out += ' ';
    out += '"' + match.pointer() + '"';
  });
  return out;
}

std::string select(std::string_view query, std::string_view text) {
  const Sample read(text);
  return select(query, read.root());
}

BOOST_AUTO_TEST_SUITE(path)

BOOST_AUTO_TEST_CASE(the_root_selects_itself) { BOOST_TEST(select("$", "[1]") == R"("")"); }

BOOST_AUTO_TEST_CASE(names_follow_points_or_stand_in_brackets) {
  const auto* text = R"({"a": {"follow-up": 1}})";
  BOOST_TEST(select("$.a['follow-up']", text) == R"("/a/follow-up")");
  BOOST_TEST(select(R"($["a"]["follow-up"])", text) == R"("/a/follow-up")");
}

BOOST_AUTO_TEST_CASE(escapes_in_a_name_are_decoded) {
  BOOST_TEST(select(R"($['\u00e9\'"\\'])", R"({"é'\"\\": 1})") == R"("/é'"\")");
  BOOST_TEST(select(R"($["\ud83d\ude00"])", R"({"😀": 1})") == R"("/😀")");
}

BOOST_AUTO_TEST_CASE(a_wildcard_takes_elements_and_values) {
  BOOST_TEST(select("$.*", R"({"a": 1, "b": 2})") == R"("/a" "/b")");
  BOOST_TEST(select("$[*]", "[1, 2]") == R"("/0" "/1")");
  BOOST_TEST(select("$.*", "7") == "");
}

BOOST_AUTO_TEST_CASE(a_negative_index_counts_from_the_end) {
  BOOST_TEST(select("$[-1]", "[1, [2], 3]") == R"("/2")");
  BOOST_TEST(select("$[-4]", "[1, 2, 3]") == "");
}

BOOST_AUTO_TEST_CASE(selectors_of_one_bracket_are_applied_in_their_order) {
  BOOST_TEST(select("$['b', 'a', 0]", R"({"a": 1, "b": 2})") == R"("/b" "/a")");
}

BOOST_AUTO_TEST_CASE(descendants_come_in_document_order) {
  BOOST_TEST(select("$..items", R"({"a": [{"items": 1}], "items": {"items": 2}})") ==
             R"("/items" "/a/0/items" "/items/items")");
}

BOOST_AUTO_TEST_CASE(a_slice_runs_forwards_or_backwards) {
  BOOST_TEST(select("$[1:4:2]", "[0, 1, 2, 3, 4]") == R"("/1" "/3")");
  BOOST_TEST(select("$[::-2]", "[0, 1, 2, 3]") == R"("/3" "/1")");
}

BOOST_AUTO_TEST_CASE(all_members_with_one_key_are_visited) {
  const Sample read(R"({"risks": [1], "risks": [2]})");
  std::string found;
  std::get<Path>(Path::parse("$.risks[0]")).select(read.root(), [&found](Value match) {
    found += match.text();
  });
  BOOST_TEST(found == "12");
}

BOOST_AUTO_TEST_CASE(nothing_is_selected_in_a_document_that_could_not_be_read) {
  BOOST_TEST(select("$..*", "{") == "");
}

BOOST_AUTO_TEST_CASE(a_mistake_has_its_place_and_its_reason) {
  BOOST_TEST(select("sections", "1") == R"(0: a path begins with "$")");
  BOOST_TEST(select("$.sections.", "1") == R"(11: expected a name or "*" behind the point)");
  BOOST_TEST(select("$.a[1", "1") == "3: the bracket is not closed");
  BOOST_TEST(select("$['a", "1") == "2: the quote is not closed");
  BOOST_TEST(select("$.follow-up", "1") ==
             R"(8: a name with "-" is written in brackets and quotes: ['follow-up'])");
  BOOST_TEST(select("$[01]", "1") ==
             "2: a number is written without a leading zero, and 0 without a sign");
  BOOST_TEST(select("$.a\xFF", "1") == "3: these bytes are no text in UTF-8");
}

BOOST_AUTO_TEST_CASE(the_steps_of_a_path_are_bounded) {
  std::string query = "$";
  for (std::size_t i = 0; i <= Path::kMaxSegments; ++i) query += ".a";
  BOOST_TEST(select(query, "1") == "401: more than 200 steps");
}

BOOST_AUTO_TEST_CASE(descendants_of_descendants_end) {
  std::string deep;
  for (int i = 0; i < 400; ++i) deep += "[";
  deep += std::string(400, ']');
  const Sample read(deep);
  std::size_t count = 0;
  const Path path = std::get<Path>(Path::parse("$..*..*..*..*"));
  BOOST_TEST(!path.select(read.root(), [&count](Value) { ++count; }));
  BOOST_TEST(count > 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
