#include "core/document/equal.h"

#include <boost/test/unit_test.hpp>

#include "core/document/document_sample.h"

namespace proclint {
namespace {

bool are_equal(const std::string& a, const std::string& b) {
  const Sample left(a);
  const Sample right(b);
  const Value x = Value::root(left.document);
  const Value y = Value::root(right.document);
  const bool result = is_equal(x, y);
  BOOST_TEST(is_equal(y, x) == result);
  if (result) BOOST_TEST(hash_of(x) == hash_of(y));
  return result;
}

// "index of the duplicate = index of the earlier one", or "".
std::string duplicate(const std::string& list) {
  const Sample read(list);
  const auto found = first_duplicate(Value::root(read.document));
  if (!found) return "";
  return std::to_string(found->first.index()) + " = " + std::to_string(found->second.index());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(equal)

BOOST_AUTO_TEST_CASE(numbers_are_equal_by_value) {
  BOOST_TEST(are_equal("[1, 2.0]", "[1.0, 2]"));
  BOOST_TEST(!are_equal("1", "\"1\""));
  BOOST_TEST(!are_equal("0", "false"));
  BOOST_TEST(!are_equal("18446744073709551615", "18446744073709551616"));
}

BOOST_AUTO_TEST_CASE(the_spellings_of_yaml_are_equal) {
  const auto are_equal_in_yaml = [](const char* a, const char* b) {
    const Sample left(a, Form::yaml);
    const Sample right(b, Form::yaml);
    const bool result = is_equal(left.root(), right.root());
    if (result) BOOST_TEST(hash_of(left.root()) == hash_of(right.root()));
    return result;
  };
  BOOST_TEST(are_equal_in_yaml("[true, ~, 0x1F, 0o17, .inf]", "[True, null, 31, 15, .inf]"));
  BOOST_TEST(!are_equal_in_yaml("[true]", "[False]"));
  BOOST_TEST(!are_equal_in_yaml("[.inf]", "[0]"));
  BOOST_TEST(!are_equal_in_yaml("[0x1E]", "[10]"));
}

BOOST_AUTO_TEST_CASE(texts_are_equal_by_their_characters) {
  BOOST_TEST(are_equal(R"("a\u0062")", R"("ab")"));
  BOOST_TEST(!are_equal(R"("a\u0000b")", R"("a")"));
}

BOOST_AUTO_TEST_CASE(maps_are_equal_in_any_order) {
  BOOST_TEST(are_equal(R"({"a": 1, "b": [2]})", R"({"b": [2], "a": 1})"));
  BOOST_TEST(!are_equal(R"({"a": 1})", R"({"a": 1, "b": 2})"));
  BOOST_TEST(!are_equal(R"({"a": 1, "b": 2})", R"({"a": 1, "c": 2})"));
  BOOST_TEST(!are_equal("{}", "[]"));
}

BOOST_AUTO_TEST_CASE(large_maps_are_compared_without_squares) {
  std::string forwards = "{";
  std::string backwards = "{";
  for (int i = 0; i < 20'000; ++i) {
    const std::string comma = i == 0 ? "" : ", ";
    forwards += comma + "\"k" + std::to_string(i) + "\": " + std::to_string(i);
    backwards += comma + "\"k" + std::to_string(19'999 - i) + "\": " + std::to_string(19'999 - i);
  }
  BOOST_TEST(are_equal(forwards + "}", backwards + "}"));
}

BOOST_AUTO_TEST_CASE(lists_are_equal_in_order) {
  BOOST_TEST(are_equal("[1, [2, 3]]", "[1, [2, 3]]"));
  BOOST_TEST(!are_equal("[1, 2]", "[2, 1]"));
}

BOOST_AUTO_TEST_CASE(the_first_duplicate_is_found_in_short_and_long_lists) {
  BOOST_TEST(duplicate("[1, 2, 3]") == "");
  BOOST_TEST(duplicate(R"([{"a": 1, "b": 2}, 5, {"b": 2, "a": 1.0}, 5])") == "2 = 0");
  std::string list = "[";
  for (int i = 0; i < 100; ++i) list += "[" + std::to_string(i) + "], ";
  BOOST_TEST(duplicate(list + "[200]]") == "");
  BOOST_TEST(duplicate(list + "[77], [5]]") == "100 = 77");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint
