#include "core/check/word_lists.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

namespace proclint {

BOOST_AUTO_TEST_SUITE(word_lists)

BOOST_AUTO_TEST_CASE(a_word_is_in_the_lists_that_were_given_it) {
  WordLists all;
  const WordList verbs(all, std::vector<std::string_view>{"is", "cut"});
  const WordList nouns(all, std::vector<std::string_view>{"cut"});
  BOOST_TEST(verbs.is_among(all.with(word_key("CUT"))));
  BOOST_TEST(nouns.is_among(all.with(word_key("cut"))));
  BOOST_TEST(!nouns.is_among(all.with(word_key("is"))));
  BOOST_TEST(all.with(word_key("other")) == 0U);
  BOOST_TEST(all.may_have(word_key("cut")));
}

BOOST_AUTO_TEST_CASE(there_may_be_many_words) {
  WordLists all;
  WordList numbers(all, {});
  for (int i = 0; i < 5000; ++i) numbers.add(all, "w" + std::to_string(i));
  for (int i = 0; i < 5000; ++i) {
    const std::uint32_t key = word_key("w" + std::to_string(i));
    BOOST_TEST(all.may_have(key));
    BOOST_TEST(numbers.is_among(all.with(key)));
  }
  BOOST_TEST(!numbers.is_among(all.with(word_key("other"))));
}

BOOST_AUTO_TEST_CASE(long_words_are_told_apart_by_their_ends) {
  BOOST_TEST(word_key("specialist") != word_key("specialise"));
  BOOST_TEST(word_key("specialise") != word_key("specialize"));
  BOOST_TEST(word_key("Hospitalised") == word_key("hospitalised"));
}

BOOST_AUTO_TEST_CASE(a_list_that_found_no_room_may_be_anywhere) {
  WordLists all;
  for (int i = 0; i < 32; ++i) BOOST_TEST(all.add() != 0U);
  const WordList late(all, std::vector<std::string_view>{"late"});
  BOOST_TEST(late.is_among(0));
}

BOOST_AUTO_TEST_CASE(lists_of_another_table_are_adopted) {
  WordLists other;
  const WordLists::Lists of_verbs = other.add();
  const WordLists::Lists of_nouns = other.add();
  for (int i = 0; i < 1000; ++i) other.add(of_nouns, "w" + std::to_string(i));
  other.add(of_verbs, "cut");
  const std::vector<std::uint64_t> table = other.table();

  WordLists all;
  const WordList own(all, std::vector<std::string_view>{"cut", "own"});
  const WordLists::Lists first = all.adopt(table, 2);
  const WordList verbs(first);
  const WordList nouns(first << 1U);
  const WordList late(all, std::vector<std::string_view>{"w1"});
  const WordLists::Lists cut = all.with(word_key("cut"));
  BOOST_TEST((own.is_among(cut) && verbs.is_among(cut) && !nouns.is_among(cut)));
  const WordLists::Lists w1 = all.with(word_key("w1"));
  BOOST_TEST((late.is_among(w1) && nouns.is_among(w1) && !verbs.is_among(w1)));
  for (int i = 0; i < 1000; ++i) BOOST_TEST(all.may_have(word_key("w" + std::to_string(i))));
  BOOST_TEST(all.adopt(table, 2) == 0U);
}

BOOST_AUTO_TEST_CASE(nothing_is_added_to_closed_lists) {
  WordLists all;
  all.close();
  BOOST_TEST(all.add() == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint
