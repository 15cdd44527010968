#include <boost/test/unit_test.hpp>

#include "core/check/function_run.h"

using namespace proclint;

namespace {

constexpr std::string_view kOptions = R"({"kinds": [
    {"system": "icd-10-cm", "kind": "a diagnosis"},
    {"system": "cpt", "from": "99202", "to": "99499", "kind": "a visit", "unless": "evaluation"}]})";

std::string kinds(std::string_view codes, std::string_view more = "") {
  return run("code-kind", kOptions,
             "{" + std::string(more) + R"("codes": [)" + std::string(codes) + "]}", "/codes");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(code_kind_function)

BOOST_AUTO_TEST_CASE(a_procedure_may_be_primary_and_a_diagnosis_secondary) {
  BOOST_TEST(kinds(R"({"system": "cpt", "value": "36415", "role": "primary"},
                      {"system": "icd-10-cm", "value": "G24.3", "role": "secondary"})") == "");
}

BOOST_AUTO_TEST_CASE(a_diagnosis_is_no_primary_code) {
  BOOST_TEST(kinds(R"({"system": "ICD-10-CM", "value": "G24.3", "role": "primary"})") ==
             "/codes/0/value [\"G24.3\"] the primary code \"G24.3\" stands for a diagnosis, not "
             "for a procedure; make the code of the procedure the primary one");
}

BOOST_AUTO_TEST_CASE(the_only_code_is_the_primary_one) {
  BOOST_TEST(kinds(R"({"system": "icd-10-cm", "value": "G24.3"})") ==
             "/codes/0/value [\"G24.3\"] the only code, \"G24.3\", stands for a diagnosis, not for "
             "a procedure; add the code of the procedure");
  BOOST_TEST(kinds(R"({"system": "icd-10-cm", "value": "G24.3"},
                      {"system": "cpt", "value": "36415"})") == "");
}

BOOST_AUTO_TEST_CASE(a_part_of_a_system_may_be_meant) {
  constexpr std::string_view kVisit = R"({"system": "cpt1", "value": "99213", "role": "primary"})";
  BOOST_TEST(kinds(kVisit) != "");
  BOOST_TEST(kinds(kVisit, R"("category": "evaluation", )") == "");
  BOOST_TEST(kinds(R"({"system": "cpt", "value": "99201", "role": "primary"})") == "");
  BOOST_TEST(kinds(R"({"system": "cpt", "value": "99500", "role": "primary"})") == "");
}

BOOST_AUTO_TEST_CASE(a_description_is_no_code_in_any_role) {
  BOOST_TEST(kinds(R"({"system": "snomed-ct", "value": "680946014", "role": "secondary"})") ==
             "/codes/0/value [\"680946014\"] the SNOMED CT code \"680946014\" stands for a "
             "description, which is one of the names of a concept; write the code of the concept");
  // A wrong check digit is another rule's matter.
  BOOST_TEST(kinds(R"({"system": "snomed-ct", "value": "680946015"})") == "");
  BOOST_TEST(kinds(R"({"system": "snomed-ct", "value": "73761001", "role": "primary"})") == "");
}

BOOST_AUTO_TEST_CASE(a_system_has_one_primary_code) {
  BOOST_TEST(kinds(R"({"system": "cpt", "value": "36415", "role": "primary"},
                      {"system": "hcpcs", "value": "G0008", "role": "primary"},
                      {"system": "cpt", "value": "36416", "role": "primary"})") ==
             "/codes/2/value [\"36416\"] \"36416\" is a second primary code of CPT; keep one of "
             "them, and make the other secondary; [\"36415\"] the first one");
}

BOOST_AUTO_TEST_CASE(what_is_no_code_is_left_to_others) {
  BOOST_TEST(kinds(R"(7, {"system": "icd-10-cm", "value": null, "role": "primary"},
                      {"value": "G24.3", "role": "primary"}, {})") == "");
  BOOST_TEST(kinds(R"({"system": "icd-10-cm", "value": "n/a", "role": "primary"})") == "");
  BOOST_TEST(run("code-kind", kOptions, R"({"codes": "G24.3"})", "/codes") == "");
}

BOOST_AUTO_TEST_CASE(the_options_are_checked) {
  const auto message = [](std::string_view options) { return run("code-kind", options, "{}"); };
  BOOST_TEST(message(R"({"kind": []})").starts_with("there is no option \"kind\""));
  BOOST_TEST(message(R"({"kinds": {}})") == "\"kinds\" is a list");
  BOOST_TEST(message(R"({"kinds": [{"system": "icd"}]})").starts_with("a kind is a map of"));
  BOOST_TEST(message(R"({"kinds": [{"system": "icd", "kind": "x"}]})") ==
             "this is no code system that is known");
  BOOST_TEST(message(R"({"kinds": [{"system": "cpt", "kind": "x", "from": "1"}]})")
                 .starts_with("a kind is a map of"));
}

BOOST_AUTO_TEST_SUITE_END()
