#include "core/check/number_range.h"

#include <boost/test/unit_test.hpp>

#include <string>

namespace proclint {
namespace {

// The range at the first hyphen; "dose" behind it where a unit of drugs follows.
std::string range(std::string_view text) {
  const auto found = number_range_at(text, text.find('-'));
  if (!found) return "none";
  return std::string(text.substr(found->begin, found->end - found->begin)) +
         (found->is_dose ? " dose" : "");
}

BOOST_AUTO_TEST_SUITE(number_ranges)

BOOST_AUTO_TEST_CASE(numbers_that_rise_are_a_range) {
  BOOST_TEST(range("about 15-30 minutes") == "15-30");
  BOOST_TEST(range("(2.5-3).") == "2.5-3");
  BOOST_TEST(range("1,500-2,000 people") == "1,500-2,000");
  BOOST_TEST(range("20-25°") == "20-25");
  BOOST_TEST(range("1-2") == "1-2");
}

BOOST_AUTO_TEST_CASE(a_dose_is_told_by_its_unit) {
  BOOST_TEST(range("5-10 mg") == "5-10 dose");
  BOOST_TEST(range("5-10 µg") == "5-10 dose");
  BOOST_TEST(range("5-10 Units of insulin") == "5-10 dose");
  BOOST_TEST(range("5-10%") == "5-10 dose");
  BOOST_TEST(range("5-10 mgs") == "5-10");
}

BOOST_AUTO_TEST_CASE(other_numbers_with_a_hyphen_are_none) {
  for (const std::string_view text : {"2024-05-01",
                                      "2019-2024",
                                      "555-0134",
                                      "555-1234",
                                      "1-800-555",
                                      "30-15",
                                      "20-20",
                                      "02-03",
                                      "99202-99499",
                                      "L4-5",
                                      "12:30-45",
                                      "www.a.org/1-2",
                                      "https://a.org/?p=1-2",
                                      "x@1-2",
                                      "3-5-day",
                                      "4-0",
                                      "C00-C14",
                                      "8867-4",
                                      "10-12-2024",
                                      "1.2.3-4",
                                      "1,50-2,00",
                                      "3-4x"}) {
    BOOST_TEST(range(text) == "none", text << " is " << range(text));
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
