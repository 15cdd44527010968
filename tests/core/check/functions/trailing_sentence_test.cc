#include <boost/test/unit_test.hpp>

#include "core/check/function_run.h"

using namespace proclint;

namespace {

std::string trailing(std::string_view items) {
  return run("trailing-sentence", "{}", R"({"a": [{"items": )" + std::string(items) + "}]}",
             "/a/0/items");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(trailing_sentence_function)

BOOST_AUTO_TEST_CASE(a_second_sentence_goes_below_the_list_with_its_period) {
  BOOST_TEST(
      trailing(R"(["Fever", "Sore arm. Call us at any time."])") ==
      "/a/0/items/1 [Call us at any time.] the last item goes on with a sentence of its own, "
      "\"Call us at any time.\", while the others have one at most; write it as a paragraph "
      "below the list => {\"a\": [{\"items\": [\"Fever\", \"Sore arm\"]}, {\"text\": "
      "\"Call us at any time.\"}]}");
}

BOOST_AUTO_TEST_CASE(a_list_of_sentences_keeps_its_period) {
  BOOST_TEST(trailing(R"(["You rest.", "You eat. Call us at any time."])")
                 .ends_with("=> {\"a\": [{\"items\": [\"You rest.\", \"You eat.\"]}, {\"text\": "
                            "\"Call us at any time.\"}]}"));
}

BOOST_AUTO_TEST_CASE(only_the_last_item_and_only_when_the_others_are_short) {
  BOOST_TEST(trailing(R"(["Sore arm. Call us.", "Fever"])") == "");
  BOOST_TEST(trailing(R"(["Fever. Call us.", "Sore arm. Call us."])") == "");
  BOOST_TEST(trailing(R"(["Sore arm. Call us."])") == "");
  BOOST_TEST(trailing("[]") == "");
}

BOOST_AUTO_TEST_CASE(short_forms_end_no_sentence) {
  BOOST_TEST(trailing(R"(["Fever", "A visit to Dr. Smith"])") == "");
  BOOST_TEST(trailing(R"x(["Fever", "Pain relievers (e.g. Tylenol)"])x") == "");
  BOOST_TEST(trailing(R"(["Fever", "1.5 hours"])") == "");
}

BOOST_AUTO_TEST_CASE(a_nested_item_is_shown_without_a_fix) {
  const std::string found =
      run("trailing-sentence", "{}",
          R"({"a": [{"items": [{"text": "x", "items": ["Fever", "Pain. Call us."]}]}]})",
          "/a/0/items/0/items");
  BOOST_TEST(found != "");
  BOOST_TEST(found.find("=>") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
