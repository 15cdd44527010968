#include "core/document/json_number.h"

#include <boost/test/unit_test.hpp>
#include <string_view>

namespace proclint {

BOOST_AUTO_TEST_SUITE(numbers_for_json)

BOOST_AUTO_TEST_CASE(a_number_of_json_is_written_as_it_is) {
  for (const std::string_view number :
       {"0", "-0", "12", "1.50", "1e309", "-1.5E+30", "0.0e99999999", "900000000000000489007"}) {
    BOOST_TEST(json_number(number) == number);
  }
}

BOOST_AUTO_TEST_CASE(a_number_that_json_writes_otherwise_keeps_its_value) {
  BOOST_TEST(json_number("+12") == "12");
  BOOST_TEST(json_number("00100") == "100");
  BOOST_TEST(json_number("-007") == "-7");
  BOOST_TEST(json_number("000") == "0");
  BOOST_TEST(json_number(".5") == "0.5");
  BOOST_TEST(json_number("-.5e3") == "-0.5e3");
  BOOST_TEST(json_number("5.") == "5");
  BOOST_TEST(json_number("5.e3") == "5e3");
}

BOOST_AUTO_TEST_CASE(hexadecimal_and_octal_numbers_become_decimal) {
  BOOST_TEST(json_number("0x1F") == "31");
  BOOST_TEST(json_number("0o17") == "15");
  BOOST_TEST(json_number("0x0") == "0");
  BOOST_TEST(json_number("0xFFFFFFFFFFFFFFFFFFFF") == "1208925819614629174706175");
  BOOST_TEST(json_number("0x3B9ACA00") == "1000000000");
}

BOOST_AUTO_TEST_CASE(a_number_that_json_cannot_write_is_none) {
  BOOST_TEST(json_number(".inf").empty());
  BOOST_TEST(json_number("-.INF").empty());
  BOOST_TEST(json_number(".nan").empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint
