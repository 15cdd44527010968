#include "core/check/sentences.h"

#include <boost/test/unit_test.hpp>

using namespace proclint;

namespace {

// The text from the second sentence on; "" if there is none.
std::string_view second(std::string_view text) {
  const std::size_t at = next_sentence(text);
  return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sentences)

BOOST_AUTO_TEST_CASE(a_sentence_begins_behind_a_mark_and_a_blank) {
  BOOST_TEST(second("Rest. Drink water.") == "Drink water.");
  BOOST_TEST(second("Does it hurt? Call us! Soon.") == "Call us! Soon.");
  BOOST_TEST(second("(It may hurt.) Call us.") == "Call us.");
  BOOST_TEST(second("Rest...  Then go.") == "Then go.");
}

BOOST_AUTO_TEST_CASE(the_end_of_the_text_begins_none) {
  BOOST_TEST(second("Rest.") == "");
  BOOST_TEST(second("Rest. ") == "");
  BOOST_TEST(second("") == "");
}

BOOST_AUTO_TEST_CASE(periods_inside_of_words_and_short_forms_end_none) {
  BOOST_TEST(second("Take 1.5 mg of it") == "");
  BOOST_TEST(second("Ask Dr. Miller") == "");
  BOOST_TEST(second("A drug (e.g. Tylenol)") == "");
  BOOST_TEST(second("See www.example.org today") == "");
  BOOST_TEST(second("at 8 a.m. and later") == "");
}

BOOST_AUTO_TEST_SUITE_END()
