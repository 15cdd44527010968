#include <boost/test/unit_test.hpp>

#include "core/check/function_run.h"

using namespace proclint;

namespace {

std::string repeated(std::string_view text) {
  return run("repeated-word", R"({"allowed": ["had", "that"]})", "\"" + std::string(text) + "\"");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(repeated_word)

BOOST_AUTO_TEST_CASE(the_second_word_is_shown_and_removed) {
  BOOST_TEST(repeated("Clean the the skin.") ==
             " [the] the word \"the\" stands twice in a row; remove one of the two => \"Clean the "
             "skin.\"");
}

BOOST_AUTO_TEST_CASE(case_and_line_ends_do_not_hide_it) {
  BOOST_TEST(repeated("The the skin").starts_with(" [the] "));
  BOOST_TEST(repeated("Clean the\\nthe skin").ends_with("=> \"Clean the skin\""));
  BOOST_TEST(repeated("Clean the   the skin").starts_with(" [the] "));
  BOOST_TEST(repeated("\\u00c9tat \\u00e9tat").starts_with(" [\\u00e9tat] "));
}

BOOST_AUTO_TEST_CASE(three_in_a_row_are_two_too_many) {
  const std::string found = repeated("a a a");
  BOOST_TEST(std::count(found.begin(), found.end(), '\n') == 1);
}

BOOST_AUTO_TEST_CASE(some_doubles_are_right) {
  for (const std::string_view text :
       {"He had had a fall", "We know that that helps", "Give 10 10 times", "hepatitis B B cells",
        "the theme", "the, the", "in. In", "the (the", "step-by-step", "sit-sit sit", "", "the",
        "follow-up up to a week", "B12 B12", "the \xE2\x80\x94 the", "- -"}) {
    BOOST_TEST(repeated(text) == "", text);
  }
}

BOOST_AUTO_TEST_CASE(every_text_below_the_node_is_read) {
  BOOST_TEST(run("repeated-word", "{}",
                 R"({"a": [{"text": "is is"}, {"items": ["x", {"text": "or or"}]}], "b": 1})")
                 .find("/a/1/items/1/text [or]") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_text_do_no_harm) {
  BOOST_TEST(run("repeated-word", "{}", "\"\xC2\"") == "");
  BOOST_TEST(run("repeated-word", "{}", "\"a\xE2\x80\"") == "");
}

BOOST_AUTO_TEST_CASE(options_are_checked) {
  BOOST_TEST(run("repeated-word", R"({"allow": []})", "{}") != "");
  BOOST_TEST(run("repeated-word", R"({"allowed": [1]})", "{}") != "");
}

BOOST_AUTO_TEST_SUITE_END()
