#include "core/check/identity.h"

#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

#include "core/check/lint.h"

namespace proclint {
namespace {

// The identity of a finding of the rule at `pointer`.
std::string identity(std::string_view document, std::string_view pointer,
                     std::string_view id = "id", std::string_view rule = "rule") {
  const JsonFile file(document);
  std::vector<Diagnostic> findings(1);
  findings[0].rule = rule;
  findings[0].pointer = pointer;
  identify(file.document, id, findings);
  return findings[0].identity;
}

constexpr auto* kRisks = R"({"sections": {"risks": [{"items": ["Pain", "Slow healing"]}]}})";
constexpr auto* kSlow = "/sections/risks/0/items/1";

BOOST_AUTO_TEST_SUITE(identities)

BOOST_AUTO_TEST_CASE(it_is_a_hash_and_an_ordinal) {
  const std::string found = identity(kRisks, kSlow);
  BOOST_TEST(found.size() == 18U);
  BOOST_TEST(found.find_first_not_of("0123456789abcdef") == 16U);
  BOOST_TEST(found.substr(16) == ":1");
}

BOOST_AUTO_TEST_CASE(it_never_changes_between_versions) {
  BOOST_TEST(identity(kRisks, kSlow) == "137af80946d43702:1");
}

BOOST_AUTO_TEST_CASE(it_survives_laying_out_anew) {
  BOOST_TEST(identity(R"({"sections":{"risks":[{"items":["Pain"," Slow\n healing"]}]}})", kSlow) ==
             identity(kRisks, kSlow));
}

BOOST_AUTO_TEST_CASE(it_survives_another_spelling_of_the_same_text) {
  BOOST_TEST(identity(R"({"sections": {"risks": [{"items": ["Pain", "Slo\u0077 healing"]}]}})",
                      kSlow) == identity(kRisks, kSlow));
}

BOOST_AUTO_TEST_CASE(it_survives_sections_and_blocks_before) {
  BOOST_TEST(identity(R"({"id": "x", "sections": {"summary": [], "risks": [{"text": "Few."},
                          {"items": ["Pain", "Slow healing"]}]}})",
                      "/sections/risks/1/items/1") == identity(kRisks, kSlow));
}

BOOST_AUTO_TEST_CASE(it_survives_items_before_and_in_another_order) {
  BOOST_TEST(identity(R"({"sections": {"risks": [{"items": ["Slow healing", "Fever", "Pain"]}]}})",
                      "/sections/risks/0/items/0") == identity(kRisks, kSlow));
}

BOOST_AUTO_TEST_CASE(it_survives_blocks_in_another_order) {
  const auto* one = R"({"a": [{"text": "x"}, {"text": "y"}]})";
  const auto* other = R"({"a": [{"text": "y"}, {"text": "x"}]})";
  BOOST_TEST(identity(one, "/a/0/text") == identity(other, "/a/1/text"));
  BOOST_TEST(identity(one, "/a/0/text") != identity(other, "/a/0/text"));
}

BOOST_AUTO_TEST_CASE(it_survives_another_place_on_the_disk_but_not_another_document) {
  BOOST_TEST(identity(kRisks, kSlow, "knee") != identity(kRisks, kSlow, "hip"));
}

BOOST_AUTO_TEST_CASE(it_is_of_one_rule) {
  BOOST_TEST(identity(kRisks, kSlow, "id", "a") != identity(kRisks, kSlow, "id", "b"));
}

BOOST_AUTO_TEST_CASE(another_text_is_another_finding) {
  BOOST_TEST(identity(R"({"sections": {"risks": [{"items": ["Pain", "Fever"]}]}})", kSlow) !=
             identity(kRisks, kSlow));
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_told_apart_by_its_key) {
  BOOST_TEST(identity(kRisks, "/sections/benefits") != identity(kRisks, "/sections/recovery"));
}

BOOST_AUTO_TEST_CASE(two_findings_in_one_line_differ) {
  const JsonFile file(R"({"a":["x","y","x"]})");
  std::vector<Diagnostic> findings(3);
  for (std::size_t i = 0; i < 3; ++i) findings[i].pointer = "/a/" + std::to_string(i);
  identify(file.document, "id", findings);
  BOOST_TEST(findings[0].identity != findings[1].identity);
  BOOST_TEST(findings[0].identity.substr(0, 16) == findings[2].identity.substr(0, 16));
  BOOST_TEST(findings[0].identity.substr(16) + findings[2].identity.substr(16) == ":1:2");
}

BOOST_AUTO_TEST_CASE(of_two_members_with_one_key_the_one_that_is_meant_counts) {
  const JsonFile file(R"({"a": ["x"], "a": ["y"]})");
  std::vector<Diagnostic> findings(2);
  for (Diagnostic& finding : findings) finding.pointer = "/a/0";
  findings[0].span = {7, 10};
  findings[1].span = {19, 22};
  identify(file.document, "id", findings);
  BOOST_TEST(findings[0].identity.substr(0, 16) != findings[1].identity.substr(0, 16));
}

BOOST_AUTO_TEST_CASE(a_pointer_into_nothing_has_an_identity_too) {
  BOOST_TEST(identity(R"({"a": [1]})", "/a/b/c") != identity(R"({"a": [1]})", "/a/b/d"));
}

BOOST_AUTO_TEST_CASE(a_document_that_could_not_be_read_has_identities_too) {
  BOOST_TEST(identity("{", "").size() == 18U);
  BOOST_TEST(identity("{", "/a/0~1~0~").size() == 18U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
