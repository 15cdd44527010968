#include "core/check/schema_nearest.h"

#include <array>
#include <boost/test/unit_test.hpp>

namespace proclint {

BOOST_AUTO_TEST_SUITE(schema_nearest_suite)

std::string_view find(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kWords{"purpose", "procedure", "risks",
                                                          "results", "id",        "follow-up"};
  return nearest(word, kWords);
}

BOOST_AUTO_TEST_CASE(slips_of_the_pen_are_understood) {
  BOOST_TEST(find("purpos") == "purpose");
  BOOST_TEST(find("prupose") == "purpose");
  BOOST_TEST(find("Risks") == "risks");
  BOOST_TEST(find("followup") == "follow-up");
  BOOST_TEST(find("resluts") == "results");
}

BOOST_AUTO_TEST_CASE(other_words_are_not_bent_into_ours) {
  BOOST_TEST(find("billing") == "");
  BOOST_TEST(find("x") == "");
  BOOST_TEST(find("") == "");
  BOOST_TEST(find(std::string(1000, 'r')) == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint
