#include <boost/test/unit_test.hpp>

#include "core/check/function_run.h"

using namespace proclint;

namespace {

std::string step(std::string_view text) {
  return run("not-a-step", R"({"be": ["is", "are"], "states": ["depends", "varies"],
      "participles": ["given"], "articles": ["the", "a", "your"], "prepositions": ["of", "and"],
      "breaks": ["you", "which", "while"]})",
             R"({"steps": [")" + std::string(text) + "\"]}", "/steps");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(not_a_step_function)

BOOST_AUTO_TEST_CASE(a_state_is_no_step) {
  BOOST_TEST(step("The number of the cuts depends on the size.") ==
             "/steps/0 [The number of the cuts depends on the size.] this step has no action, only "
             "\"depends\"; write it as a paragraph, or say who does what");
  BOOST_TEST(step("The size varies") != "");
  BOOST_TEST(step("The drug is harmless.") != "");
}

BOOST_AUTO_TEST_CASE(what_is_done_is_a_step) {
  for (const std::string_view text :
       {"The skin is cleaned.", "You are given a drug.", "The camera is sliding in.",
        "The nurse moves the arm and the pain varies.", "Clean the skin",
        "The needle is in the vein while the bag runs empty.", "You are thirsty.",
        "The size varies. The nurse measures it.", "Is", "", "Depends"}) {
    BOOST_TEST(step(text) == "", text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
