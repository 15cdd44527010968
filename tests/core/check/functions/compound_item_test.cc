#include <boost/test/unit_test.hpp>

#include "core/check/function_run.h"

using namespace proclint;

namespace {

std::string compound(std::string_view items) {
  return run("compound-item", R"({"links": ["and", "with", "often", "which"],
                                  "adjectives": ["red", "dry"]})",
             R"({"items": )" + std::string(items) + "}", "/items");
}

std::string of(std::string_view item) { return compound("[\"" + std::string(item) + "\"]"); }

}  // namespace

BOOST_AUTO_TEST_SUITE(compound_item_function)

BOOST_AUTO_TEST_CASE(two_things_are_two_items) {
  BOOST_TEST(compound(R"(["Pain", "Rash, fever"])") ==
             "/items/1 [Rash, fever] this item names two things, \"Rash\" and \"fever\"; give each "
             "an item of its own => {\"items\": [\"Pain\", \"Rash\", \"Fever\"]}");
  BOOST_TEST(compound("[\n  \"Rash, fever.\"\n]")
                 .ends_with("=> {\"items\": [\n  \"Rash\",\n  \"Fever.\"\n]}"));
}

BOOST_AUTO_TEST_CASE(what_explains_the_first_part_is_no_second_thing) {
  for (const std::string_view item :
       {"Rash, often at night", "Pain, which stops", "Red, swollen skin", "Painful, slow movement",
        "Pain and rash, fever", "Rash, 1 in 100 people", "Rash, fever, pain", "Rash (red), fever",
        "Rash,fever", "Rash, ", ", fever",
        "A bruise on the arm where the needle was, harmless pain"}) {
    BOOST_TEST(of(item) == "", item);
  }
}

BOOST_AUTO_TEST_CASE(a_text_with_a_list_below_it_is_left_alone) {
  BOOST_TEST(compound(R"([{"text": "Rash, fever", "items": []}])") == "");
}

BOOST_AUTO_TEST_SUITE_END()
