#include <boost/test/unit_test.hpp>

#include "core/check/function_run.h"

using namespace proclint;

namespace {

std::string duplicates(std::string_view sections) { return run("duplicate-item", "{}", sections); }

std::string in_list(std::string_view items) {
  return duplicates(R"({"risks": [{"items": [)" + std::string(items) + "]}]}");
}

std::string in_two(std::string_view first, std::string_view second) {
  return duplicates(R"({"risks": [{"items": [")" + std::string(first) +
                    R"("]}], "benefits": [{"items": [")" + std::string(second) + "\"]}]}");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(duplicate_item)

BOOST_AUTO_TEST_CASE(the_second_item_is_shown_and_can_be_removed) {
  BOOST_TEST(
      in_list(R"("Bruising", "Pain", "Bruising")") ==
      "/risks/0/items/2 [\"Bruising\"] this item is in the list already; keep one of the two; "
      "[\"Bruising\"] the same item => {\"risks\": [{\"items\": [\"Bruising\", \"Pain\"]}]}");
}

BOOST_AUTO_TEST_CASE(case_blanks_and_punctuation_do_not_matter) {
  BOOST_TEST(in_list(R"("Sore arm", "sore  arm.")") != "");
  BOOST_TEST(in_list(R"("Sore arm", "Sore arms")") == "");
  BOOST_TEST(in_list(R"("Arm sore", "Sore arm")") == "");
}

BOOST_AUTO_TEST_CASE(items_without_words_are_not_compared) {
  BOOST_TEST(in_list(R"("", "", "-", "-")") == "");
}

BOOST_AUTO_TEST_CASE(lists_of_one_section_are_apart) {
  BOOST_TEST(duplicates(R"({"risks": [{"items": ["Pain"]}, {"items": ["Pain"]}]})") == "");
}

BOOST_AUTO_TEST_CASE(nested_texts_are_items_too) {
  BOOST_TEST(in_list(R"("Pain", {"text": "Pain", "items": ["a"]})")
                 .starts_with("/risks/0/items/1 [\"Pain\"]"));
}

BOOST_AUTO_TEST_CASE(a_long_item_in_two_sections_is_told_at_the_second) {
  BOOST_TEST(
      in_two("You can go home on the same day", "You can go home on the same day.")
          .starts_with(
              "/benefits/0/items/0 [\"You can go home on the same day.\"] the "
              "section \"Risks and Complications\" says the same in nearly the same words; say it "
              "once"));
}

BOOST_AUTO_TEST_CASE(four_fifths_of_the_words_are_enough) {
  BOOST_TEST(in_two("one two three four five six seven eight nine",
                    "one two three four five six seven eight ten") != "");
  BOOST_TEST(in_two("one two three four five six seven eight",
                    "one two three four five six seven ten") == "");
  BOOST_TEST(in_two("one two three four", "one two three four five") != "");
  BOOST_TEST(in_two("one two three four", "one two three four five six") == "");
}

BOOST_AUTO_TEST_CASE(of_a_long_item_several_words_may_differ) {
  constexpr std::string_view kItem =
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
      "sixteen seventeen eighteen ";
  BOOST_TEST(in_two(std::string(kItem) + "this here", std::string(kItem) + "that there") != "");
  BOOST_TEST(in_two(std::string(kItem) + "this is here", std::string(kItem) + "that was there") ==
             "");
}

BOOST_AUTO_TEST_CASE(short_items_may_stand_in_two_sections) {
  BOOST_TEST(in_two("Heavy bleeding", "Heavy bleeding") == "");
}

BOOST_AUTO_TEST_CASE(the_last_of_many_items_is_compared) {
  std::string items;
  for (int i = 0; i < 300; ++i) items += "\"item " + std::to_string(i) + "\", ";
  BOOST_TEST(in_list(items + "\"last\"") == "");
  BOOST_TEST(in_list(items + "\"item 299\"").starts_with("/risks/0/items/300 "));
}

BOOST_AUTO_TEST_CASE(many_equal_items_take_little_time) {
  std::string items = "\"a b c d e\"";
  for (int i = 0; i < 2000; ++i) items += ", \"a b c d " + std::to_string(i % 7) + '"';
  const std::string found = in_list(items);
  BOOST_TEST(std::count(found.begin(), found.end(), '\n') == 2000 - 7 - 1);
}

BOOST_AUTO_TEST_CASE(many_sections_take_little_time) {
  std::string text = "{";
  for (int i = 0; i < 5000; ++i) {
    text += (i > 0 ? ", \"s" : "\"s") + std::to_string(i) +
            "\": [{\"items\": [\"one two three four " + std::to_string(i) + "\"]}]";
  }
  BOOST_TEST(duplicates(text + "}") == "");
}

BOOST_AUTO_TEST_SUITE_END()
