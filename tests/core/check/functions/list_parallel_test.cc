#include <boost/test/unit_test.hpp>

#include "core/check/function_run.h"

using namespace proclint;

namespace {

std::string parallel(std::string_view items) {
  return run("list-parallel", R"({"pronouns": ["you", "it"], "verbs": ["may", "is", "can"],
      "requests": ["take", "keep"], "articles": ["a", "the"], "doing": ["taking"]})",
             R"({"items": )" + std::string(items) + "}", "/items");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(list_parallel_function)

BOOST_AUTO_TEST_CASE(a_sentence_among_phrases_is_reported) {
  BOOST_TEST(
      parallel(R"(["Swelling", "You may feel hot", "Bruising"])") ==
      "/items/1 [You may feel hot] this item is a sentence, but 2 of 3 items of the list are "
      "phrases; write all of them in one form");
}

BOOST_AUTO_TEST_CASE(a_phrase_among_requests_is_reported) {
  BOOST_TEST(parallel(R"(["Take a pill", "A cool drink", "Keep still"])") ==
             "/items/1 [A cool drink] this item is a phrase, but 2 of 3 items of the list say "
             "what to do; write all of them in one form");
  BOOST_TEST(parallel(R"(["Take a pill", "Taking a rest", "Keep still"])") != "");
}

BOOST_AUTO_TEST_CASE(what_may_be_anything_is_never_reported) {
  BOOST_TEST(parallel(R"(["Take a pill", "Rest", "Keep still"])") == "");
  BOOST_TEST(parallel(R"(["Rest", "Walk", "Take a pill"])") == "");
  BOOST_TEST(parallel(R"(["You may feel hot", "Your arm is sore", "Some can faint"])") == "");
  BOOST_TEST(parallel(R"(["You may feel hot", "The band goes in.", "The gas fills it."])") == "");
}

BOOST_AUTO_TEST_CASE(two_texts_of_an_item_do_not_stand_for_one_without) {
  BOOST_TEST(
      parallel(R"(["Take a pill", "Keep still", {"text": "Take air", "text": "A cup"}, {}])") ==
      "");
}

BOOST_AUTO_TEST_CASE(without_a_clear_majority_nothing_is_odd) {
  BOOST_TEST(parallel(R"(["Rest", "You may drink", "Taking a bath"])") == "");
  BOOST_TEST(parallel(R"(["You may drink", "Rest"])") == "");
  BOOST_TEST(parallel(R"(["A pill", "The bed", "Take a rest", "You may go"])") == "");
}

BOOST_AUTO_TEST_CASE(items_without_a_text_are_another_matter) {
  BOOST_TEST(parallel(R"([7, "You may drink", {"items": []}, null])") == "");
}

BOOST_AUTO_TEST_SUITE_END()
