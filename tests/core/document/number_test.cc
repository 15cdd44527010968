#include "core/document/number.h"

#include <boost/test/unit_test.hpp>

namespace proclint {

BOOST_AUTO_TEST_SUITE(number)

int compare(std::string_view a, std::string_view b) { return Number(a).compare(Number(b)); }
bool divides(std::string_view divisor, std::string_view number) {
  return Number(number).is_multiple_of(Number(divisor));
}

BOOST_AUTO_TEST_CASE(spellings_of_one_value_are_equal) {
  for (const std::string_view text :
       {"100", "100.0", "1e2", "1E+2", "0.1e3", "1000e-1", "100.000"}) {
    BOOST_TEST(compare(text, "100") == 0);
    BOOST_TEST(Number(text).hash() == Number("100").hash());
  }
  for (const std::string_view text : {"0", "-0", "0.0", "-0.0e5"})
    BOOST_TEST(compare(text, "0") == 0);
}

BOOST_AUTO_TEST_CASE(order_is_that_of_the_values) {
  constexpr std::string_view kSorted[] = {"-1e400",
                                          "-18446744073709551616",
                                          "-12.5",
                                          "-12.25",
                                          "-0.001",
                                          "0",
                                          "1e-400",
                                          "0.09",
                                          "0.1",
                                          "9",
                                          "10",
                                          "10.5",
                                          "12",
                                          "18446744073709551614",
                                          "18446744073709551615",
                                          "98249283749234923498293171823948729348710298301928331",
                                          "98249283749234923498293171823948729348710298301928332",
                                          "1e400"};
  for (std::size_t i = 0; i < std::size(kSorted); ++i) {
    for (std::size_t j = 0; j < std::size(kSorted); ++j) {
      const int expected = i < j ? -1 : (i > j ? 1 : 0);
      BOOST_TEST(compare(kSorted[i], kSorted[j]) == expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(an_integer_has_no_fraction_however_it_is_written) {
  for (const std::string_view text :
       {"0", "-7", "1.0", "1.50e1", "1e300", "12345678901234567890"}) {
    BOOST_TEST(Number(text).is_integer());
  }
  for (const std::string_view text : {"0.5", "1.5", "15e-1", "1e-300"}) {
    BOOST_TEST(!Number(text).is_integer());
  }
}

BOOST_AUTO_TEST_CASE(multiples_are_exact) {
  BOOST_TEST(divides("0.01", "19.99"));  // not so in binary fractions
  BOOST_TEST(divides("0.0001", "0.0075"));
  BOOST_TEST(!divides("0.0001", "0.00751"));
  BOOST_TEST(divides("0.5", "1e308"));
  BOOST_TEST(!divides("0.123456789", "1e308"));
  BOOST_TEST(divides("3", "-9"));
  BOOST_TEST(divides("7", "0"));
  BOOST_TEST(!divides("1e10", "5"));
  BOOST_TEST(divides("9007199254740993", "27021597764222979"));
  BOOST_TEST(!divides("9007199254740993", "27021597764222980"));
}

BOOST_AUTO_TEST_CASE(divisors_beyond_64_bits_are_divided_by_hand) {
  BOOST_TEST(divides("100000000000000000000000000001", "300000000000000000000000000003"));
  BOOST_TEST(!divides("100000000000000000000000000001", "300000000000000000000000000004"));
  BOOST_TEST(divides("123456789012345678901", "1234567890123456789010000"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint
