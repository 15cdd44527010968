#include <boost/test/unit_test.hpp>
#include <string>

#include "core/check/lint.h"

namespace proclint {
namespace {

// What is wrong with a title; empty if nothing is.
std::string reasons(std::string_view title, std::string_view options = "null") {
  return lint(R"("given": "$.title", "message": "{reasons}", "then": {"title-quality": )" +
                  std::string(options) + "}",
              R"({"title": ")" + std::string(title) + "\"}");
}

BOOST_AUTO_TEST_SUITE(title_quality)

BOOST_AUTO_TEST_CASE(a_short_title_in_words_is_good) {
  BOOST_TEST(reasons("Removing a skin growth") == "");
  BOOST_TEST(reasons("Vitamin B12 injection, C5-C6") == "");
}

BOOST_AUTO_TEST_CASE(all_reasons_are_one_finding_on_the_title) {
  BOOST_TEST(reasons("Lesion(s); Skin (E.G., Wart)") ==
             "1:11 error /title has \"(s)\", \"e.g.\" and \";\"");
}

BOOST_AUTO_TEST_CASE(its_length_is_counted_in_characters) {
  std::string title;
  for (int i = 0; i < 60; ++i) title += "é";
  BOOST_TEST(reasons(title) == "");
  BOOST_TEST(reasons(title + "é") == "1:11 error /title is 61 characters long (at most 60)");
  BOOST_TEST(reasons("Knee", R"({"max": 3})") ==
             "1:11 error /title is 4 characters long (at most 3)");
}

BOOST_AUTO_TEST_CASE(capitals_throughout_are_a_reason_but_not_an_abbreviation) {
  BOOST_TEST(reasons("KNEE SURGERY") == "1:11 error /title is all in capitals");
  BOOST_TEST(reasons("ÖSOPHAGUS") == "1:11 error /title is all in capitals");
  BOOST_TEST(reasons("ECG") == "");
}

BOOST_AUTO_TEST_CASE(a_title_without_letters_is_none) {
  BOOST_TEST(reasons(" - ") == "1:11 error /title has no letter");
  BOOST_TEST(reasons("12") == "1:11 error /title has no letter");
}

BOOST_AUTO_TEST_CASE(no_text_at_all_is_no_title) {
  BOOST_TEST(reasons("") == "1:11 error /title is empty");
}

BOOST_AUTO_TEST_CASE(its_options_are_checked) {
  BOOST_TEST(
      reasons("x", R"({"max": -1})").ends_with(R"("max" is a whole number from 0 to 1000000)"));
  BOOST_TEST(reasons("x", R"({"min": 1})").ends_with(R"(there is no option "min"; there are max)"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
