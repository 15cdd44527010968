#include "core/check/code_systems.h"

#include <boost/test/unit_test.hpp>
#include <cstdlib>

#include "core/check/code_value.h"
#include "core/check/function_run.h"
#include "core/check/lint.h"
#include "core/source/file.h"

using namespace proclint;

namespace {

const CodeSystems& systems() { return own_words().code_systems; }

bool is_valid(std::string_view system, std::string_view value) {
  const CodeSystems::System* found = systems().find(system);
  BOOST_REQUIRE_MESSAGE(found != nullptr, system);
  return judge(*found, value) == CodeVerdict::ok;
}

std::string keys(const std::vector<const CodeSystems::System*>& found) {
  std::string out;
  for (const auto* system : found) out += (out.empty() ? "" : " ") + system->key;
  return out;
}

std::string meant(std::string_view name) { return keys(systems().meant_by(name)); }
std::string nearest(std::string_view name) { return keys(systems().nearest(name)); }

std::string table_error(std::string_view table) {
  const JsonFile file(table);
  const auto result = CodeSystems::from(file.root());
  return result ? "" : result.error().message;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(code_systems)

BOOST_AUTO_TEST_CASE(the_vectors_are_decided) {
  const char* suites = std::getenv("PROCLINT_SUITES");
  if (suites == nullptr) {
    BOOST_TEST_MESSAGE("skipped: PROCLINT_SUITES is not set");
    std::puts("skipped: PROCLINT_SUITES is not set");
    return;
  }
  std::string text;
  const auto outcome = read_file(std::string(suites) + "/../domain/codes.tsv", 1U << 20U, text);
  BOOST_REQUIRE(outcome.has_value());
  std::size_t count = 0;
  for (std::size_t at = text.find('\n') + 1; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, end - at);
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    const std::string_view value = line.substr(first + 1, second - first - 1);
    BOOST_TEST(is_valid(line.substr(0, first), value) == (line[second + 1] == '1'), line);
    ++count;
    at = end + 1;
  }
  BOOST_TEST(count == 200);
}

BOOST_AUTO_TEST_CASE(every_system_of_the_model_is_known) {
  for (const std::string_view key :
       {"cpt", "hcpcs", "cdt", "icd-10-pcs", "icd-10-cm", "icd-9-cm-proc", "ms-drg", "snomed-ct",
        "loinc", "opcs-4", "ops", "ccam", "ichi", "ndc"}) {
    BOOST_REQUIRE_MESSAGE(systems().find(key) != nullptr, key);
    BOOST_TEST(systems().find(key)->key == key);
  }
}

BOOST_AUTO_TEST_CASE(names_are_found_without_regard_to_case) {
  for (const std::string_view name : {"CPT", "cpt", "Cpt", "CPT-4", "cpt-4"}) {
    BOOST_TEST(systems().find(name) == systems().find("cpt"), name);
  }
  BOOST_TEST(systems().find("hcpcs level ii") == systems().find("hcpcs"));
  BOOST_TEST(systems().find("SNOMED CT") == systems().find("snomed-ct"));
}

BOOST_AUTO_TEST_CASE(wrong_names_are_not_found) {
  for (const std::string_view name :
       {"CPT4", "HCPC", "ICD10", "ICD10 procedure", "", "CP", "CPTX"}) {
    BOOST_TEST(systems().find(name) == nullptr, name);
  }
}

BOOST_AUTO_TEST_CASE(a_misspelling_means_its_system) {
  BOOST_TEST(meant("CPT4") == "cpt");
  BOOST_TEST(meant("HCPC") == "hcpcs");
  BOOST_TEST(meant("ICD10 procedure") == "icd-10-pcs");
  BOOST_TEST(meant("ICD10PCS code") == "icd-10-pcs");
  BOOST_TEST(meant("snomedct") == "snomed-ct");
}

BOOST_AUTO_TEST_CASE(a_name_of_two_systems_means_both) {
  BOOST_TEST(meant("ICD10") == "icd-10-pcs icd-10-cm");
  BOOST_TEST(meant("ICD-10") == "icd-10-pcs icd-10-cm");
}

BOOST_AUTO_TEST_CASE(a_name_far_from_all_means_none) {
  BOOST_TEST(meant("Foo") == "");
  BOOST_TEST(nearest("Foo") == "");
  BOOST_TEST(nearest(std::string(10000, 'x')) == "");
}

BOOST_AUTO_TEST_CASE(the_nearest_name_is_a_slip_or_two_away) {
  BOOST_TEST(nearest("HCPXS") == "hcpcs");
  BOOST_TEST(nearest("LIONIC") == "loinc");
  BOOST_TEST(nearest("SNOMAD") == "snomed-ct");
}

BOOST_AUTO_TEST_CASE(a_category_is_stricter_than_its_system) {
  BOOST_TEST(is_valid("cpt", "0042T"));
  BOOST_TEST(!is_valid("cpt1", "0042T"));
  BOOST_TEST(!is_valid("cpt2", "0042T"));
  BOOST_TEST(is_valid("cpt3", "0042T"));
}

BOOST_AUTO_TEST_CASE(ranges_have_ends) {
  BOOST_TEST(is_valid("hcpcs-modifier", "VP"));
  BOOST_TEST(!is_valid("hcpcs-modifier", "VQ"));
  BOOST_TEST(is_valid("cpt-modifier", "22"));
  BOOST_TEST(!is_valid("cpt-modifier", "21"));
  BOOST_TEST(is_valid("cpt-modifier", "P6"));
  BOOST_TEST(!is_valid("cpt-modifier", "P7"));
  BOOST_TEST(is_valid("ms-drg", "001"));
  BOOST_TEST(!is_valid("ms-drg", "000"));
  BOOST_TEST(is_valid("cpt-pla", "0001U"));
  BOOST_TEST(!is_valid("cpt-pla", "0000U"));
  BOOST_TEST(!is_valid("cdt", "D0119"));
}

BOOST_AUTO_TEST_CASE(snomed_identifiers_have_6_to_18_digits) {
  BOOST_TEST(is_valid("snomed-ct", "100005"));
  BOOST_TEST(!is_valid("snomed-ct", "10006"));
  BOOST_TEST(is_valid("snomed-ct", "900000000000489007"));
  BOOST_TEST(!is_valid("snomed-ct", "9000000000000004890071"));
}

BOOST_AUTO_TEST_CASE(a_long_snomed_identifier_needs_eleven_digits) {
  BOOST_TEST(is_valid("snomed-ct", "11000001102"));
  std::string shorter = "100010";
  shorter[5] = '0';
  for (char c = '0'; c <= '9'; ++c) BOOST_TEST(!is_valid("snomed-ct", std::string("1000010") + c));
}

BOOST_AUTO_TEST_CASE(loinc_codes_by_decree_are_valid) {
  for (const std::string_view code :
       {"11491-6", "11501-6", "5895-7", "5896-5", "5897-3", "5928-1", "6028-3", "6415-5", "6580-7",
        "6645-7", "6646-5", "6647-3", "6648-1", "6649-9"}) {
    BOOST_TEST(is_valid("loinc", code), code);
  }
}

BOOST_AUTO_TEST_CASE(a_mistake_in_the_table_is_told) {
  BOOST_TEST(table_error("{}") == "the table of code systems has no list \"systems\"");
  BOOST_TEST(table_error(R"({"systems": [{"key": "a"}]})") ==
             "a code system needs a key, a label and a shape");
  BOOST_TEST(table_error(R"({"systems": [{"key": "a", "label": "A", "shape": "s"}]})") ==
             "a: the code system has no forms");
  BOOST_TEST(
      table_error(R"({"systems": [{"key": "a", "label": "A", "shape": "s", "forms": ["a|b"]}]})") ==
      "a: \"a|b\" is no sequence of characters, classes and counts");
  BOOST_TEST(table_error(R"({"systems": [{"key": "a", "label": "A", "shape": "s", "forms": ["a"],
                             "modifiers": "b"}]})") == "a: no code system is called \"b\"");
}

BOOST_AUTO_TEST_CASE(malformed_patterns_are_refused) {
  for (const std::string_view pattern :
       {"[", "[a", "a{", "a{2", "a{3,2}", "a{99}", "\\", "(a)", "a*", "[b-a]", "a{1,9}b{1,9}"}) {
    BOOST_TEST(!CodeForm::parse(pattern).has_value(), pattern);
  }
}

BOOST_AUTO_TEST_SUITE_END()
