#include <boost/test/unit_test.hpp>

#include "core/check/function_run.h"

using namespace proclint;

namespace {

std::string length(std::string_view key, std::size_t size) {
  std::string list;
  for (std::size_t i = 0; i < size; ++i) list += i == 0 ? "\"x\"" : ", \"x\"";
  return run("list-length", R"({"items": 3, "steps": 4})",
             "{\"" + std::string(key) + "\": [" + list + "]}", "/" + std::string(key));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(list_length_function)

BOOST_AUTO_TEST_CASE(a_list_of_one_is_no_list) {
  BOOST_TEST(length("items", 1) ==
             "/items [\"items\"] this list has only one item; write it as a sentence, or add what "
             "is missing");
  BOOST_TEST(length("items", 0) == "");
  BOOST_TEST(length("items", 2) == "");
}

BOOST_AUTO_TEST_CASE(steps_may_be_more_than_items) {
  BOOST_TEST(length("items", 3) == "");
  BOOST_TEST(length("items", 4) ==
             "/items [\"items\"] this list has 4 items in a row (at most 3); part it into lists "
             "with a line of their own above each");
  BOOST_TEST(length("steps", 4) == "");
  BOOST_TEST(length("steps", 5).find("5 steps in a row (at most 4)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_options_are_checked) {
  BOOST_TEST(run("list-length", R"({"max": 3})", "{}") != "");
  BOOST_TEST(run("list-length", R"({"items": -1})", "{}") != "");
  BOOST_TEST(run("list-length", R"({"min": 3})", R"({"items": ["x", "x"]})", "/items") ==
             "/items [\"items\"] this list has only 2 items (at least 3); add what is missing");
}

BOOST_AUTO_TEST_SUITE_END()
