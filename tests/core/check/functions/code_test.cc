#include <boost/test/unit_test.hpp>

#include "core/check/function_run.h"

using namespace proclint;

namespace {

std::string code(std::string_view verdict, std::string_view map) {
  return run("code", "{\"verdict\": \"" + std::string(verdict) + "\"}",
             R"({"codes": [)" + std::string(map) + "]}", "/codes/0");
}

// All verdicts, each with its name: a value has one finding.
std::string all(std::string_view map) {
  std::string out;
  for (const std::string_view verdict :
       {"value-missing", "value-not-string", "system-unknown", "system-mismatch", "lookalike",
        "check-digit", "modifier-in-value", "range-as-value", "case", "separator", "format"}) {
    if (!code(verdict, map).empty()) out.append(out.empty() ? "" : " ").append(verdict);
  }
  return out;
}

std::string message(std::string_view verdict, std::string_view system, std::string_view value) {
  const std::string found = code(verdict, R"({"system": ")" + std::string(system) +
                                              R"(", "value": ")" + std::string(value) + "\"}");
  const std::size_t begin = found.find("] ");
  return begin == std::string::npos ? found
                                    : found.substr(begin + 2, found.find(" =>") - begin - 2);
}

std::string format(std::string_view system, std::string_view value) {
  return message("format", system, value);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(code_function)

BOOST_AUTO_TEST_CASE(a_good_code_has_no_finding) {
  BOOST_TEST(all(R"({"system": "cpt", "value": "36415", "modifiers": ["50", "LT"]})") == "");
  BOOST_TEST(all(R"({"system": "ICD-10-PCS", "value": "0LB50ZZ"})") == "");
  BOOST_TEST(all(R"({"system": "snomed-ct", "value": "22298006"})") == "");
}

BOOST_AUTO_TEST_CASE(a_value_has_one_verdict) {
  BOOST_TEST(all(R"({"system": "cpt", "value": null})") == "value-missing");
  BOOST_TEST(all(R"({"system": "cpt"})") == "value-missing");
  BOOST_TEST(all(R"({"system": "cpt", "value": 36415})") == "value-not-string");
  BOOST_TEST(all(R"({"system": "cpt", "value": "3641"})") == "format");
  BOOST_TEST(all(R"({"system": "cpt", "value": "3641S"})") == "format");
  BOOST_TEST(all(R"({"system": "cpt", "value": "3641O"})") == "lookalike");
  BOOST_TEST(all(R"({"system": "loinc", "value": "2915-2"})") == "check-digit");
  BOOST_TEST(all(R"({"system": "snomed-ct", "value": "100022"})") == "check-digit");
}

BOOST_AUTO_TEST_CASE(the_code_of_a_misspelt_system_is_checked) {
  BOOST_TEST(all(R"({"system": "CPT4", "value": "3641"})") == "system-unknown format");
  BOOST_TEST(all(R"({"system": "CPT4", "value": null})") == "value-missing system-unknown");
}

BOOST_AUTO_TEST_CASE(the_code_of_an_unknown_system_is_not_judged) {
  BOOST_TEST(all(R"({"system": "Foo", "value": "3641"})") == "system-unknown");
  BOOST_TEST(all(R"({"system": "ICD10", "value": "3641"})") == "system-unknown");
}

BOOST_AUTO_TEST_CASE(what_the_schema_tells_is_not_told_again) {
  BOOST_TEST(all(R"({"value": "36415"})") == "");
  BOOST_TEST(all(R"({"system": 1, "value": "36415"})") == "");
  BOOST_TEST(all(R"({"system": "", "value": "36415"})") == "");
  BOOST_TEST(all(R"({"system": "cpt", "value": ["36415"]})") == "");
  BOOST_TEST(all(R"("36415")") == "");
}

BOOST_AUTO_TEST_CASE(a_missing_value_is_asked_for) {
  BOOST_TEST(code("value-missing", R"({"system": "cpt", "value": null})") ==
             "/codes/0/value [null] the CPT code has no value; write the code itself");
  BOOST_TEST(code("value-missing", R"({"system": "cpt"})") ==
             "/codes/0/value [{] the CPT code has no value; write the code itself");
  BOOST_TEST(code("value-missing", R"({"system": "cpt", "value": " "})") ==
             "/codes/0/value [\" \"] \" \" keeps the place of a code; write the CPT code itself");
}

BOOST_AUTO_TEST_CASE(placeholders_are_no_codes) {
  for (const std::string_view value :
       {"", " ", "-", "--", "N/A", "n/a", "none", "TBD", "xxxxx", "XXXXX", "00000", "00000-000-00",
        "?", "...", "<code>", "–"}) {
    BOOST_TEST(
        all(R"({"system": "cpt", "value": ")" + std::string(value) + "\"}") == "value-missing",
        value);
  }
}

BOOST_AUTO_TEST_CASE(slips_are_no_placeholders) {
  BOOST_TEST(all(R"({"system": "ms-drg", "value": "000"})") == "format");
  BOOST_TEST(all(R"({"system": "cpt", "value": "X"})") == "format");
  BOOST_TEST(all(R"({"system": "cpt", "value": "0000O"})") == "lookalike");
}

BOOST_AUTO_TEST_CASE(a_label_without_a_value_is_shown_as_written) {
  const std::string text = "CPT4 code\n";
  const Source source("page.txt", text);
  Document page;
  page.source = &source;
  page.form = Form::page;
  page.nodes = {
      {{0, 10}, kNoNode, 7, 0, 1, Kind::map, false}, {{0, 0}, 0, 2, 0, 0, Kind::key, false},
      {{0, 9}, 0, 7, 0, 1, Kind::list, false},       {{0, 9}, 2, 7, 0, 1, Kind::map, false},
      {{0, 0}, 3, 5, 0, 6, Kind::key, true},         {{0, 4}, 3, 6, 0, 4, Kind::string, false}};
  page.nodes[0].next = page.nodes[2].next = page.nodes[3].next = 6;
  page.decoded = "system";
  page.marks = {{3, MarkKind::code_label, {0, 9}}};
  const std::string at = Value(page, 3).pointer();
  BOOST_TEST(run("code", R"({"verdict": "value-missing"})", page, at) ==
             at + "/value [CPT4 code] the code label \"CPT4 code\" has no value; write the code "
                  "behind it");
  BOOST_TEST(run("code", R"({"verdict": "system-unknown"})", page, at) ==
             at + "/system [CPT4] \"CPT4\" is not the name of a code system; write \"CPT\" => CPT "
                  "code\n");
}

BOOST_AUTO_TEST_CASE(a_number_is_put_in_quotes_as_written) {
  BOOST_TEST(code("value-not-string", R"({"system": "snomed-ct", "value": 900000000000489007})") ==
             "/codes/0/value [900000000000489007] the SNOMED CT code 900000000000489007 is written "
             "as a number, which loses zeros and rounds long codes; put it in quotes: "
             "\"900000000000489007\" => {\"codes\": [{\"system\": \"snomed-ct\", \"value\": "
             "\"900000000000489007\"}]}");
  BOOST_TEST(code("value-not-string", R"({"system": "icd-10-pcs", "value": 3E03317})")
                 .find("\"3E03317\"}]}") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_system_is_corrected_by_its_key) {
  BOOST_TEST(code("system-unknown", R"({"system": "CPT4", "value": "36415"})") ==
             "/codes/0/system [CPT4] \"CPT4\" is not the name of a code system; write \"cpt\" => "
             "{\"codes\": [{\"system\": \"cpt\", \"value\": \"36415\"}]}");
}

BOOST_AUTO_TEST_CASE(a_system_of_two_meanings_is_asked_for) {
  BOOST_TEST(message("system-unknown", "ICD10", "?") ==
             "\"ICD10\" is not the name of a code system; did you mean \"icd-10-pcs\" or "
             "\"icd-10-cm\"?");
  BOOST_TEST(message("system-unknown", "ICD10", "0LB50ZZ") ==
             "\"ICD10\" is not the name of a code system; did you mean \"icd-10-pcs\"?");
  BOOST_TEST(message("system-unknown", "LIONIC", "?") ==
             "\"LIONIC\" is not the name of a code system; did you mean \"loinc\"?");
  BOOST_TEST(message("system-unknown", "my own list", "?") ==
             "\"my own list\" is not the name of a code system that can be checked; correct it if "
             "it is a slip");
}

BOOST_AUTO_TEST_CASE(lookalikes_are_shown) {
  BOOST_TEST(message("lookalike", "cpt", "6461O") ==
             "the CPT code \"6461O\" has characters that look like others; if the source agrees, "
             "write \"64610\"");
  BOOST_TEST(message("lookalike", "cpt3", "OO42T").ends_with("write \"0042T\""));
  BOOST_TEST(message("lookalike", "snomed-ct", "7376100l").ends_with("write \"73761001\""));
  BOOST_TEST(message("lookalike", "loinc", "2951–2").ends_with("write \"2951-2\""));
  BOOST_TEST(message("lookalike", "cpt", "３６４１５").ends_with("write \"36415\""));
  BOOST_TEST(message("lookalike", "cpt", "36415\\u00A0").ends_with("write \"36415\""));
  BOOST_TEST(message("lookalike", "icd-10-cm", "А69.21").ends_with("write \"A69.21\""));
  BOOST_TEST(
      message("lookalike", "icd-10-cm", "G2O.Ol").ends_with("write \"G20.O1\" or \"G20.01\""));
}

BOOST_AUTO_TEST_CASE(a_lookalike_with_a_wrong_check_digit_is_none) {
  BOOST_TEST(all(R"({"system": "snomed-ct", "value": "7376l002"})") == "format");
}

BOOST_AUTO_TEST_CASE(a_check_digit_is_told_and_never_corrected) {
  BOOST_TEST(
      code("check-digit", R"({"system": "snomed-ct", "value": "22298007"})") ==
      "/codes/0/value [\"22298007\"] the SNOMED CT code \"22298007\" ends in the check digit "
      "7, but should end in 6; compare it with the source");
  BOOST_TEST(message("check-digit", "loinc", "2915-2") ==
             "the LOINC code \"2915-2\" ends in the check digit 2, but should end in 7, unless "
             "two digits have changed places and it is \"2951-2\"; compare it with the source");
  BOOST_TEST(message("check-digit", "snomed-ct", "100022") ==
             "the SNOMED CT code \"100022\" has \"02\" before its last digit: it names a "
             "relationship, not a concept, which has \"00\" or \"10\"; compare it with the source");
}

BOOST_AUTO_TEST_CASE(a_wrong_length_is_told) {
  BOOST_TEST(format("cpt", "6461") ==
             "the CPT code \"6461\" has 4 characters, but needs 5; expected five digits, or four "
             "digits and F, T, U or M");
  BOOST_TEST(format("icd-10-cm", "G24.12345")
                 .starts_with(
                     "the ICD-10-CM code \"G24.12345\" has 9 characters, but needs 3 or 5 to 8; "));
}

BOOST_AUTO_TEST_CASE(a_wrong_place_is_told) {
  BOOST_TEST(format("icd-10-cm", "GB4.3") ==
             "the ICD-10-CM code \"GB4.3\" has the letter \"B\" as character 2, but a digit or A "
             "belongs there; expected a letter and two characters, then a point and up to four "
             "more");
  BOOST_TEST(
      format("hcpcs-modifier", "WX")
          .starts_with("the HCPCS modifier code \"WX\" has the letter \"W\" as character 1, but"));
  BOOST_TEST(format("hcpcs-modifier", "VZ")
                 .starts_with("the HCPCS modifier code \"VZ\" is above the last one, \"VP\""));
  BOOST_TEST(format("cpt", "3641é").find("has the character \"é\", which no code has") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_slip_of_the_form_has_one_verdict) {
  const auto of = [](std::string_view system, std::string_view value) {
    return all(R"({"system": ")" + std::string(system) + R"(", "value": ")" + std::string(value) +
               "\"}");
  };
  BOOST_TEST(of("icd-10-cm", "g24.3") == "case");
  BOOST_TEST(of("cpt", "0042t") == "case");
  BOOST_TEST(of("icd-10-cm", "G243") == "separator");
  BOOST_TEST(of("icd-10-cm", "g243") == "separator");
  BOOST_TEST(of("cpt", " 36415") == "separator");
  BOOST_TEST(of("cpt", "36415-59") == "modifier-in-value");
  BOOST_TEST(of("cpt", "99213-99215") == "range-as-value");
  BOOST_TEST(of("cpt", "J1885") == "system-mismatch");
  BOOST_TEST(of("icd-10-pcs", "G24.3") == "format");  // ICD-10-CM or OPCS-4
  BOOST_TEST(of("cpt", "36415, 36416") == "format");
  BOOST_TEST(of("cpt", "6461") == "format");
}

BOOST_AUTO_TEST_CASE(a_code_of_the_wrong_case_is_told) {
  BOOST_TEST(code("case", R"({"system": "icd-10-cm", "value": "g24.3"})") ==
             "/codes/0/value [\"g24.3\"] the ICD-10-CM code \"g24.3\" has letters of the wrong "
             "case; expected \"G24.3\" => {\"codes\": [{\"system\": \"icd-10-cm\", \"value\": "
             "\"G24.3\"}]}");
  BOOST_TEST(message("case", "ops", "5-822.G1").ends_with("expected \"5-822.g1\""));
}

BOOST_AUTO_TEST_CASE(separators_are_told) {
  BOOST_TEST(code("separator", R"({"system": "icd-10-cm", "value": "G243"})") ==
             "/codes/0/value [\"G243\"] the ICD-10-CM code \"G243\" does not have its separators "
             "where they belong; expected \"G24.3\" => {\"codes\": [{\"system\": \"icd-10-cm\", "
             "\"value\": \"G24.3\"}]}");
  BOOST_TEST(message("separator", "loinc", "29512").ends_with("expected \"2951-2\""));
  BOOST_TEST(message("separator", "opcs-4", "H 01.1").ends_with("expected \"H01.1\""));
}

BOOST_AUTO_TEST_CASE(groups_that_blanks_part_stay_groups) {
  const std::string found = code("separator", R"({"system": "ndc", "value": "12345 678 90"})");
  BOOST_TEST(found.find("expected \"12345-678-90\" =>") != std::string::npos, found);
}

BOOST_AUTO_TEST_CASE(separators_that_can_go_to_several_places_are_asked_for) {
  const std::string found = code("separator", R"({"system": "ndc", "value": "0023114501"})");
  BOOST_TEST(found.ends_with("expected \"0023-1145-01\", \"00231-145-01\" or \"00231-1450-1\""));
}

BOOST_AUTO_TEST_CASE(a_number_is_not_respelled) {
  BOOST_TEST(all(R"({"system": "loinc", "value": 29512})") == "value-not-string");
}

BOOST_AUTO_TEST_CASE(a_modifier_behind_the_code_is_moved) {
  BOOST_TEST(code("modifier-in-value", R"({"system": "cpt", "value": "64616-50"})") ==
             "/codes/0/value [\"64616-50\"] the CPT code \"64616-50\" has the modifier \"50\" "
             "behind it; write modifiers in a list of their own => {\"codes\": [{\"system\": "
             "\"cpt\", \"value\": \"64616\", \"modifiers\": [\"50\"]}]}");
  BOOST_TEST(
      code("modifier-in-value", R"({"system": "cpt", "value": "64616 50 LT", "modifiers": ["GA"]})")
          .ends_with("\"value\": \"64616\", \"modifiers\": [\"GA\", \"50\", \"LT\"]}]}"));
  BOOST_TEST(
      code("modifier-in-value", R"({"modifiers": [], "system": "cpt", "value": "64616-50"})")
          .ends_with("{\"modifiers\": [\"50\"], \"system\": \"cpt\", \"value\": \"64616\"}]}"));
}

BOOST_AUTO_TEST_CASE(a_range_is_told) {
  BOOST_TEST(code("range-as-value", R"({"system": "icd-10-cm", "value": "C00-C14"})") ==
             "/codes/0/value [\"C00-C14\"] the ICD-10-CM code \"C00-C14\" is a range; write each "
             "code on its own");
  BOOST_TEST(message("range-as-value", "hcpcs", "G0008 to G0010") != "");
}

BOOST_AUTO_TEST_CASE(several_codes_are_told) {
  BOOST_TEST(format("cpt", "36415, 36416") ==
             "the CPT code \"36415, 36416\" is more than one code; write each on its own");
}

BOOST_AUTO_TEST_CASE(a_code_of_another_system_is_told) {
  BOOST_TEST(code("system-mismatch", R"({"system": "cpt", "value": "E0114"})") ==
             "/codes/0/value [\"E0114\"] the CPT code \"E0114\" has the form of HCPCS; correct the "
             "system or the code; [\"cpt\"] the system => {\"codes\": [{\"system\": \"hcpcs\", "
             "\"value\": \"E0114\"}]}");
  BOOST_TEST(message("system-mismatch", "hcpcs", "D0120")
                 .starts_with("the HCPCS code \"D0120\" has the form of CDT; correct the system "
                              "or the code"));
}

BOOST_AUTO_TEST_CASE(a_value_that_begins_with_its_system_is_no_code_of_another) {
  BOOST_TEST(format("cdt", "CDT0120") ==
             "the CDT code \"CDT0120\" begins with the name of its system; expected D and four "
             "digits, from D0120 on");
  BOOST_TEST(all(R"({"system": "cpt", "value": "CPT1234"})") == "format");
  BOOST_TEST(all(R"({"system": "cpt1", "value": "Cpt 64615"})") == "format");
  BOOST_TEST(all(R"({"system": "cdt", "value": "BDT0120"})") == "system-mismatch");
}

BOOST_AUTO_TEST_CASE(what_nobody_sees_in_a_code_is_named) {
  BOOST_TEST(message("lookalike", "cpt", "36415\\u00A0") ==
             "the CPT code \"36415\u00A0\" has the hidden character U+00A0 no-break space; if the "
             "source agrees, write \"36415\"");
  BOOST_TEST(format("cpt", R"(64615\u00a059)")
                 .ends_with("has the hidden character U+00A0 no-break space, which no code has; "
                            "expected five digits, or four digits and F, T, U or M"));
}

BOOST_AUTO_TEST_CASE(modifiers_are_checked) {
  BOOST_TEST(code("format", R"({"system": "cpt", "value": "36415", "modifiers": ["50", "5O"]})") ==
             "/codes/0/modifiers/1 [\"5O\"] the CPT modifier \"5O\" has the letter \"O\" as "
             "character 2, but a digit belongs there; expected two digits from 22 to 99, 1P, 2P, "
             "3P, 8P, P1 to P6, or a letter from A to V and a letter or digit");
  BOOST_TEST(all(R"({"system": "cpt", "value": "36415", "modifiers": ["lt"]})") == "case");
}

BOOST_AUTO_TEST_CASE(a_long_value_is_shown_in_part) {
  const std::string found = format("cpt", std::string(5000, '1'));
  BOOST_TEST(found.size() < 200);
  BOOST_TEST(found.find("has 5000 characters") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_option_is_checked) {
  BOOST_TEST(run("code", "{}", "{}").starts_with("\"verdict\" is value-missing, "));
  BOOST_TEST(
      run("code", R"({"verdict": "x"})", "{}").starts_with("\"verdict\" is value-missing, "));
  BOOST_TEST(run("code", R"({"vredict": "format"})", "{}") != "");
}

BOOST_AUTO_TEST_SUITE_END()
