#include "core/check/words.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

namespace proclint {
namespace {

// The words, with "|" between them, or "+" where only blanks stand there.
std::string words_of(std::string_view text) {
  std::string out;
  Words words(text);
  while (words.next()) {
    if (!out.empty()) out += words.follows_directly() ? '+' : '|';
    out += words.word();
  }
  return out;
}

BOOST_AUTO_TEST_SUITE(words)

BOOST_AUTO_TEST_CASE(joints_belong_to_a_word_only_inside_of_it) {
  BOOST_TEST(words_of("-the follow-up, don't 'go' a--b-") == "the+follow-up|don't|go|a|b");
}

BOOST_AUTO_TEST_CASE(signs_of_two_and_three_bytes_part_words) {
  BOOST_TEST(words_of("a\xC2\xA0"
                      "b \xE2\x80\x94 c \xE2\x80\x99 it\xE2\x80\x99s \xC2\xB5g") ==
             "a+b|c|it\xE2\x80\x99s+\xC2\xB5g");
}

BOOST_AUTO_TEST_CASE(a_word_is_the_same_wherever_it_stands) {
  for (std::size_t at = 0; at < 200; ++at) {
    const std::string before(at, '.');
    BOOST_TEST(words_of(before + "follow-up up's, \xC3\xA9t\xC3\xA9") ==
               "follow-up+up's|\xC3\xA9t\xC3\xA9");
    BOOST_TEST(words_of(before + "it\xE2\x80\x99s on") == "it\xE2\x80\x99s+on");
  }
}

BOOST_AUTO_TEST_CASE(a_word_may_have_any_length) {
  for (std::size_t size = 1; size < 200; ++size) {
    const std::string word(size, 'x');
    BOOST_TEST(words_of("a " + word + "-" + word + " b") == "a+" + word + "-" + word + "+b");
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
