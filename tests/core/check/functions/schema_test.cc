#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "core/check/function_run.h"
#include "core/check/lint.h"

using namespace proclint;

namespace {

constexpr std::string_view kDose = R"({"schema": {
  "type": "object", "required": ["unit"],
  "properties": {"amount": {"$ref": "#/definitions/count"}, "unit": {"pattern": "^(mg|mL)$"}},
  "additionalProperties": false,
  "definitions": {"count": {"type": "integer", "minimum": 1}}}})";

std::string dose(std::string_view document) { return run("schema", kDose, document, "/dose"); }

// What is wrong with a rule that holds this schema, or what it finds.
std::string held(std::string_view schema, std::string_view document = "{}") {
  return lint(R"("given": "$", "then": {"schema": {"schema": )" + std::string(schema) + "}}",
              document);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(schema_function)

BOOST_AUTO_TEST_CASE(a_value_that_fits_is_fine) {
  BOOST_TEST(dose(R"({"dose": {"amount": 5.0, "unit": "mg"}})") == "");
  BOOST_TEST(run("schema", R"({"schema": {}})", "[1]") == "");
}

BOOST_AUTO_TEST_CASE(each_mistake_is_told_at_its_place) {
  BOOST_TEST(dose(R"({"dose": {"amount": 0.5, "unit": "ml"}})") ==
             "/dose/amount [0.5] \"amount\" should be a whole number, but is 0.5\n"
             "/dose/unit [\"ml\"] \"unit\" is \"ml\", but must match the pattern ^(mg|mL)$");
  BOOST_TEST(dose(R"({"dose": {"amount": 5}})") ==
             "/dose [\"dose\"] the unit is missing in \"dose\"; add \"unit\"");
  BOOST_TEST(dose(R"({"dose": 5})") ==
             "/dose [5] \"dose\" should be a group of fields, but is a number");
}

BOOST_AUTO_TEST_CASE(a_misspelt_name_is_not_also_missing) {
  BOOST_TEST(dose(R"({"dose": {"amount": 5, "unti": "mg"}})") ==
             "/dose/unti [\"unti\"] \"unti\" is no field of \"dose\"; did you mean \"unit\"?");
}

BOOST_AUTO_TEST_CASE(what_other_branches_want_becomes_a_note) {
  BOOST_TEST(run("schema", R"({"schema": {"anyOf": [{"minLength": 5}, {"pattern": "^x"}]}})",
                 R"({"a": "b"})", "/a") ==
             "/a [\"b\"] \"a\" has 1 character, but needs at least 5; [\"b\"] or: \"a\" is \"b\", "
             "but must match the pattern ^x");
}

BOOST_AUTO_TEST_CASE(the_dialect_is_the_one_that_the_schema_names) {
  BOOST_TEST(run("schema", R"({"schema": {"$schema": "https://json-schema.org/draft/2020-12/schema",
                               "prefixItems": [{"const": 1}]}})",
                 "[2]") == "/0 [2] item 1 is 2, but must be 1");
  BOOST_TEST(run("schema", R"({"schema": {"prefixItems": [{"const": 1}]}})", "[2]") ==
             "\"prefixItems\" is no keyword of draft-07 and means nothing there; it came with "
             "2020-12");
}

BOOST_AUTO_TEST_CASE(a_long_list_of_mistakes_does_not_cost_its_square) {
  std::string list = "[0";
  for (int i = 1; i < 20'000; ++i) list += "," + std::to_string(i);
  const std::string found =
      run("schema", R"({"schema": {"items": {"type": "string"}}})", list + "]");
  BOOST_TEST(std::count(found.begin(), found.end(), '\n') == 19'999);
}

BOOST_AUTO_TEST_CASE(the_message_of_a_rule_may_hold_the_one_of_the_schema) {
  BOOST_TEST(lint(R"("given": "$.a", "message": "{key}: {error}; ask the pharmacy",
                     "then": {"schema": {"schema": {"maximum": 4}}})",
                  R"({"a": 5})") ==
             "1:7 error /a a: \"a\" is 5, but must be at most 4; ask the pharmacy");
}

BOOST_AUTO_TEST_CASE(the_engineers_wording_adds_the_pointer) {
  BOOST_TEST(lint(R"("given": "$.a", "then": {"schema": {"schema": {"maximum": 4}}})",
                  R"({"a": 5})",
                  Wording::engineer) == "1:7 error /a \"a\" is 5, but must be at most 4 (/a)");
}

BOOST_AUTO_TEST_CASE(each_mistake_in_the_schema_is_told_in_the_rules_file) {
  const std::string at = "/rules/test/then/schema/schema";
  BOOST_TEST(held(R"({"type": "txt", "minLength": -1})") ==
             "3:79 error " + at +
                 "/type \"type\" is \"txt\", but must be one of array, boolean, integer, null, "
                 "number, object, string\n3:99 error " +
                 at + "/minLength \"minLength\" is -1, but must be at least 0");
  BOOST_TEST(held(R"({"properties": {"a": {"pattern": "("}}})") ==
             "3:103 error " + at +
                 "/properties/a/pattern the pattern cannot be read: the group that opens here is "
                 "never closed; add \")\" (character 1 of the pattern)");
  BOOST_TEST(held(R"({"$schema": "https://example.org/mine"})") ==
             "3:82 error " + at +
                 "/$schema \"https://example.org/mine\" is no dialect that is known; write "
                 "\"http://json-schema.org/draft-07/schema#\" or "
                 "\"https://json-schema.org/draft/2020-12/schema\"");
}

BOOST_AUTO_TEST_CASE(what_a_schema_most_likely_does_not_mean_is_a_mistake_of_the_rule) {
  const std::string at = "/rules/test/then/schema/schema";
  BOOST_TEST(
      held(R"({"properties": {"a": {"minLenght": 3}}})") ==
      "3:92 error " + at +
          "/properties/a/minLenght \"minLenght\" is no keyword of draft-07 and means nothing "
          "there; did you mean \"minLength\"?");
  BOOST_TEST(held(R"({"minimum": 3, "minimum": 4})") ==
             "3:85 error " + at +
                 "/minimum \"minimum\" is written twice here, and programs differ in which they "
                 "take; keep one");
  BOOST_TEST(held(R"({"x-owner": "us", "description": "a dose"})") == "");
}

BOOST_AUTO_TEST_CASE(the_schema_holds_all_that_it_refers_to) {
  const std::string at = "/rules/test/then/schema/schema";
  BOOST_TEST(held(R"({"$ref": "#/definitions/a", "definitions": {"b": {}}})") ==
             "3:79 error " + at + "/$ref \"#/definitions/a\" leads to nothing");
  BOOST_TEST(held(R"({"items": {"$ref": "https://example.org/dose.json"}})") ==
             "3:89 error " + at +
                 "/items/$ref the schema \"https://example.org/dose.json\" is not here, and "
                 "nothing is fetched; copy it into \"definitions\" and refer to it as "
                 "\"#/definitions/NAME\"");
  BOOST_TEST(held(R"({"$schema": "https://json-schema.org/draft/2020-12/schema",
                      "$ref": "dose.json"})") ==
             "4:31 error " + at +
                 "/$ref the schema \"dose.json\" is not here, and nothing is fetched; copy it into "
                 "\"$defs\" and refer to it as \"#/$defs/NAME\"");
  BOOST_TEST(
      held(R"({"$ref": "http://json-schema.org/draft-07/schema#"})", R"({"type": "null"})") == "");
}

BOOST_AUTO_TEST_CASE(the_option_is_a_schema) {
  BOOST_TEST(run("schema", "{}", "{}") == "write the JSON Schema that must fit: \"schema\"");
  BOOST_TEST(run("schema", R"({"schema": true})", "{}") == "\"schema\" is a map, a JSON Schema");
  BOOST_TEST(run("schema", R"({"shema": {}})", "{}") ==
             "there is no option \"shema\"; did you mean \"schema\"?");
}

BOOST_AUTO_TEST_SUITE_END()
