#include <boost/test/unit_test.hpp>

#include "core/check/function_run.h"

using namespace proclint;

namespace {

// What is found in one list; only the first bracket with the text that is shown.
std::string in_list(std::string_view items) {
  return run("list-punctuation", "{}", R"({"items": [)" + std::string(items) + "]}");
}

std::string lists(std::string_view styles) {
  std::string document = "[";
  for (const char style : styles) {
    document += document.size() > 1 ? ", " : "";
    const bool is_step = style == 'S' || style == 's';
    const bool is_closed = style == '.' || style == 'S';
    document += is_step ? R"({"steps": )" : R"({"items": )";
    document += is_closed      ? R"(["A.", "B."]})"
                : style == '?' ? R"(["A.", "B"]})"
                               : R"(["A", "B"]})";
  }
  const std::string found = run("list-punctuation", "{}", document + "]");
  std::string out;
  for (std::size_t at = 0; (at = found.find("(info)", at)) != std::string::npos; ++at) {
    const std::size_t begin = found.rfind('\n', at) + 1;
    out += (out.empty() ? "" : " ") + found.substr(begin, found.find(' ', begin) - begin);
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(list_punctuation)

BOOST_AUTO_TEST_CASE(a_list_of_one_style_has_no_finding) {
  BOOST_TEST(in_list(R"("Rest", "Water")") == "");
  BOOST_TEST(in_list(R"("Rest.", "Drink!", "Why?")") == "");
  BOOST_TEST(in_list("") == "");
  BOOST_TEST(in_list(R"("Rest.")") == "");
}

BOOST_AUTO_TEST_CASE(the_period_of_the_minority_is_shown) {
  BOOST_TEST(
      in_list(R"("Less pain", "Better sleep", "More rest.")") ==
      "/items/2 [.] this item ends in a period, but 2 of 3 items of the list do not; end all "
      "items in one way (warning); [\"Less pain\"] the list begins here => {\"items\": "
      "[\"Less pain\", \"Better sleep\", \"More rest\"]}");
}

BOOST_AUTO_TEST_CASE(the_end_that_lacks_a_period_is_shown) {
  BOOST_TEST(in_list(R"("Rest.", "Drink.", "Sit")") ==
             "/items/2 [t] this item has no period at its end, but 2 of 3 items of the list have "
             "one; end all items in one way (warning); [\"Rest.\"] the list begins here => "
             "{\"items\": [\"Rest.\", \"Drink.\", \"Sit.\"]}");
}

BOOST_AUTO_TEST_CASE(in_a_tie_the_begin_of_the_list_counts) {
  BOOST_TEST(in_list(R"("Rest", "Drink.")").starts_with("/items/1 [.] this item ends in a period"));
  BOOST_TEST(in_list(R"("Rest.", "Drink")").starts_with("/items/1 [k] this item has no period"));
}

BOOST_AUTO_TEST_CASE(quotes_and_blanks_behind_the_period_do_not_hide_it) {
  BOOST_TEST(in_list(R"("a.\" ", "b.", "c")").starts_with("/items/2 [c]"));
  BOOST_TEST(in_list(R"("a", "b", "c.  ")").starts_with("/items/2 [.]"));
}

BOOST_AUTO_TEST_CASE(colons_semicolons_and_abbreviations_say_nothing) {
  BOOST_TEST(in_list(R"("one;", "two; and", "three.")") != "");
  BOOST_TEST(in_list(R"("one;", "two;", "three.")") == "");
  BOOST_TEST(in_list(R"("one", "two:", "three, etc.")") == "");
  BOOST_TEST(in_list(R"("Call", "Come at 8 a.m.")") == "");
  BOOST_TEST(in_list(R"~("Rest (see below.)", "Drink")~") == "");
  BOOST_TEST(in_list(R"("", "-", "Drink")") == "");
}

BOOST_AUTO_TEST_CASE(a_fix_takes_no_period_from_several_sentences) {
  BOOST_TEST(in_list(R"("Rest", "Drink", "Sit down. Do not drive.")").find("=>") ==
             std::string::npos);
  BOOST_TEST(in_list(R"("Rest", "Drink", "Why?")").find("=>") == std::string::npos);
  BOOST_TEST(in_list(R"("Rest", "Drink", "Less pain Most people feel it.")").find("=>") ==
             std::string::npos);
  BOOST_TEST(in_list(R"("Rest", "Drink", "A walk in Hyde Park.")").find("=>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(items_with_a_nested_list_count_by_their_text) {
  BOOST_TEST(in_list(R"("Rest", {"text": "Drink.", "items": ["a", "b"]}, "Sit")")
                 .starts_with("/items/1/text [.]"));
  BOOST_TEST(
      run("list-punctuation", "{}", R"({"items": ["A", {"text": "B", "items": ["c", "d."]}]})")
          .starts_with("/items/1/items/1 [.]"));
}

BOOST_AUTO_TEST_CASE(an_escaped_end_is_shown_whole) {
  BOOST_TEST(in_list(R"("Rest.", "Sit.", "caf\u00e9")").starts_with("/items/2 [\\u00e9]"));
}

BOOST_AUTO_TEST_CASE(a_list_unlike_three_quarters_of_the_others_is_told) {
  BOOST_TEST(lists("---.") == "/3/items");
  BOOST_TEST(lists("...-.") == "/3/items");
  BOOST_TEST(lists("----..") == "/4/items /5/items");
}

BOOST_AUTO_TEST_CASE(without_a_clear_majority_nothing_is_told) {
  BOOST_TEST(lists("--.") == "");
  BOOST_TEST(lists("....----") == "");
  BOOST_TEST(lists("-----...") == "");
  BOOST_TEST(lists(".") == "");
}

BOOST_AUTO_TEST_CASE(steps_are_compared_with_steps) {
  BOOST_TEST(lists("----S") == "");
  BOOST_TEST(lists("sssS") == "/3/steps");
}

BOOST_AUTO_TEST_CASE(a_mixed_list_has_no_style) { BOOST_TEST(lists("--?.") == ""); }

BOOST_AUTO_TEST_SUITE_END()
