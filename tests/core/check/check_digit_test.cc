#include "core/check/check_digit.h"

#include <boost/test/unit_test.hpp>

using namespace proclint;

BOOST_AUTO_TEST_SUITE(check_digit)

BOOST_AUTO_TEST_CASE(verhoeff_gives_the_textbook_digits) {
  BOOST_TEST(verhoeff_digit("236") == '3');
  BOOST_TEST(verhoeff_digit("12345") == '1');
}

BOOST_AUTO_TEST_CASE(the_published_snomed_identifiers_are_valid) {
  BOOST_TEST(is_verhoeff("1290023401004"));
  BOOST_TEST(is_verhoeff("11000001102"));
  BOOST_TEST(is_verhoeff("22298006"));
}

BOOST_AUTO_TEST_CASE(verhoeff_sees_every_changed_digit_and_every_swap_of_neighbours) {
  const std::string good = "1290023401004";
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (char c = '0'; c <= '9'; ++c) {
      std::string changed = good;
      changed[i] = c;
      BOOST_TEST(is_verhoeff(changed) == (c == good[i]));
    }
    std::string swapped = good;
    if (i == 0 || good[i] == good[i - 1]) continue;
    std::swap(swapped[i], swapped[i - 1]);
    BOOST_TEST(!is_verhoeff(swapped));
  }
}

BOOST_AUTO_TEST_CASE(loinc_gives_the_digit_of_the_worked_example) {
  BOOST_TEST(loinc_digit("12345") == '5');
  BOOST_TEST(loinc_digit("2951") == '2');
  BOOST_TEST(loinc_digit("11506") == '3');
  BOOST_TEST(loinc_digit("8867") == '4');
}

// As the rule states it: the odd places joined and doubled, the even places before, digits added.
char loinc_digit_as_stated(std::string_view digits) {
  std::string odd;
  std::string even;
  for (std::size_t i = digits.size(); i-- > 0;) {
    ((digits.size() - i) % 2 == 1 ? odd : even) += digits[i];
  }
  int sum = 0;
  for (const char c : even + std::to_string(2 * std::stoul(odd))) sum += c - '0';
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

BOOST_AUTO_TEST_CASE(loinc_agrees_with_the_rule_as_stated) {
  int different = 0;
  for (unsigned number = 1; number < 200000; ++number) {
    const std::string digits = std::to_string(number);
    if (loinc_digit(digits) != loinc_digit_as_stated(digits)) ++different;
  }
  BOOST_TEST(different == 0);
}

BOOST_AUTO_TEST_CASE(the_fourteen_codes_by_decree_fail) {
  for (const std::string_view code :
       {"11491-6", "11501-6", "5895-7", "5896-5", "5897-3", "5928-1", "6028-3", "6415-5", "6580-7",
        "6645-7", "6646-5", "6647-3", "6648-1", "6649-9"}) {
    BOOST_TEST(loinc_digit(code.substr(0, code.size() - 2)) != code.back(), code);
  }
}

BOOST_AUTO_TEST_CASE(the_partition_tells_concepts_from_relationships) {
  BOOST_TEST((snomed_id("22298006").partition == SnomedPartition::concept_id));
  BOOST_TEST((snomed_id("1290023401004").partition == SnomedPartition::concept_id));
  BOOST_TEST((snomed_id("100022").partition == SnomedPartition::relationship));
  BOOST_TEST((snomed_id("100014").partition == SnomedPartition::description));
  BOOST_TEST((snomed_id("100034").partition == SnomedPartition::unknown));
  BOOST_TEST((snomed_id("100204").partition == SnomedPartition::unknown));
  BOOST_TEST(snomed_id("11000001102").is_long);
  BOOST_TEST(!snomed_id("22298006").is_long);
}

BOOST_AUTO_TEST_SUITE_END()
