#include "core/read/yaml_scalar.h"

#include <boost/test/unit_test.hpp>

#include <string_view>

namespace proclint {
namespace {

bool is_string(std::string_view plain) { return yaml_kind(plain) == Kind::string; }
bool is_number(std::string_view plain) { return yaml_kind(plain) == Kind::number; }

BOOST_AUTO_TEST_SUITE(yaml_scalars)

BOOST_AUTO_TEST_CASE(words_of_the_core_schema_have_three_spellings) {
  for (const std::string_view word : {"null", "Null", "NULL", "~", ""}) {
    BOOST_TEST((yaml_kind(word) == Kind::null), word);
  }
  for (const std::string_view word : {"true", "True", "TRUE", "false", "False", "FALSE"}) {
    BOOST_TEST((yaml_kind(word) == Kind::boolean), word);
  }
  for (const std::string_view word : {"nULL", "tRUE", "truex", "yes", "No", "ON", "y", "~~"}) {
    BOOST_TEST(is_string(word), word);
  }
}

BOOST_AUTO_TEST_CASE(numbers_of_the_core_schema_are_numbers) {
  for (const std::string_view number :
       {"0",      "-0",   "+12",   "00100", "0016070", "0x1aF",   "0o17",
        "1.",     ".5",   "-.5",   "45.20", "1e3",     "3E03317", "1.e-3",
        "+.5E+9", ".inf", "-.INF", "+.Inf", ".nan",    ".NaN",    ".NAN"}) {
    BOOST_TEST(is_number(number), number);
  }
}

BOOST_AUTO_TEST_CASE(what_looks_like_a_number_may_be_none) {
  for (const std::string_view text :
       {"-",     "+",     ".",    "..",    "1e",   "1e+", "e3",         ".e3",
        "0x",    "0o8",   "0X1F", "-0x1",  "0b1",  "1_0", "1 2",        "--1",
        "1.2.3", "12:30", "-inf", "-.nan", ".iNF", "1a",  "2026-01-31", "64616-2"}) {
    BOOST_TEST(is_string(text), text);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
