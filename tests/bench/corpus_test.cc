#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

#include "bench/corpus/check_digit.h"
#include "bench/corpus/compose.h"
#include "bench/corpus/defects.h"

using namespace proclint::corpus;

BOOST_AUTO_TEST_SUITE(bench_corpus)

BOOST_AUTO_TEST_CASE(check_digits_are_those_of_the_published_examples) {
  BOOST_TEST(verhoeff("236") == '3');
  BOOST_TEST(verhoeff("12345") == '1');
  BOOST_TEST(loinc("12345") == '5');
}

BOOST_AUTO_TEST_CASE(the_same_seed_gives_the_same_bytes) {
  BOOST_TEST(to_json(compose(1, 17, 100)) == to_json(compose(1, 17, 100)));
  BOOST_TEST(to_json(compose(1, 17, 100)) != to_json(compose(2, 17, 100)));
}

BOOST_AUTO_TEST_CASE(a_document_does_not_depend_on_how_many_follow) {
  BOOST_TEST(to_json(compose(1, 17, 100)) == to_json(compose(1, 17, 1000)));
}

BOOST_AUTO_TEST_CASE(ten_thousand_documents_have_names_and_codes_of_their_own) {
  constexpr std::size_t kCount = 10000;
  std::set<std::string> ids;
  std::set<std::string> codes;
  for (std::size_t i = 0; i < kCount; ++i) {
    const Procedure procedure = compose(1, i, kCount);
    ids.insert(procedure.id);
    codes.insert(procedure.codes.front().system + *procedure.codes.front().value);
  }
  BOOST_TEST(ids.size() == kCount);
  BOOST_TEST(codes.size() == kCount);
}

BOOST_AUTO_TEST_CASE(similar_codes_lead_to_a_document_that_leads_back) {
  const Procedure one = compose(1, 4, 10);
  const Procedure other = compose(1, 5, 10);
  BOOST_REQUIRE(one.similar_codes.size() == 1U);
  BOOST_REQUIRE(other.similar_codes.size() == 1U);
  BOOST_TEST(one.similar_codes[0].document == other.id);
  BOOST_TEST(other.similar_codes[0].value == *one.codes.front().value);
}

BOOST_AUTO_TEST_CASE(each_defect_changes_the_bytes) {
  const std::string clean = to_json(compose(1, 3, 10));
  for (const Defect& defect : defects()) {
    Procedure procedure = compose(1, 3, 10);
    if (defect.in_procedure != nullptr) defect.in_procedure(procedure);
    std::string json = to_json(procedure);
    if (defect.in_bytes != nullptr) defect.in_bytes(json);
    BOOST_TEST(json != clean, defect.name);
  }
}

BOOST_AUTO_TEST_SUITE_END()
