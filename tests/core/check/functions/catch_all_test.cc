#include <boost/test/unit_test.hpp>

#include "core/check/function_run.h"

using namespace proclint;

namespace {

std::string catch_all(std::string_view items) {
  return run("catch-all", R"({"starts": ["other", "various"], "ends": ["etc"]})",
             R"({"items": )" + std::string(items) + "}", "/items");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(catch_all_function)

BOOST_AUTO_TEST_CASE(an_item_that_begins_with_such_a_word_is_found) {
  BOOST_TEST(catch_all(R"(["Fever", "Other issues"])") ==
             "/items/1 [Other] \"Other\" leaves open what is meant; name it, or leave it out");
  BOOST_TEST(catch_all(R"([{"text": "Various", "items": []}])") != "");
}

BOOST_AUTO_TEST_CASE(an_item_that_ends_with_such_a_word_is_found) {
  BOOST_TEST(catch_all(R"(["Fever, etc."])") ==
             "/items/0 [etc] \"etc\" leaves open what is meant; name it, or leave it out");
  BOOST_TEST(catch_all(R"x(["Fever (chills, etc.)"])x") == "");
}

BOOST_AUTO_TEST_CASE(the_word_inside_an_item_is_fine) {
  BOOST_TEST(catch_all(R"(["The other arm", "Others", "Otherwise nothing", "", 7, null])") == "");
}

BOOST_AUTO_TEST_SUITE_END()
