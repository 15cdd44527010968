// What has brought other validators down: each must be answered, or given up, in no time.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <chrono>

#include "core/check/schema_harness.h"

namespace proclint::test {
namespace {

std::string repeated(const std::string& text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

// Fails if it lasts longer than any sensible machine needs, sanitizers included.
struct Stopwatch {
  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
  ~Stopwatch() {
    BOOST_TEST((std::chrono::steady_clock::now() - start < std::chrono::seconds(20)));
  }
};

bool accepts(const std::string& schema_text, const std::string& document_text,
             std::uint32_t max_depth = 512) {
  const Read schema(schema_text);
  Read document("null");
  document.text = document_text;
  document.source = Source(document.path, document.text);
  document.document.clear();
  ReadOptions options;
  options.max_depth = max_depth;
  read_json(document.source, options, document.document, document.problems);
  BOOST_TEST_REQUIRE(document.problems.empty());
  std::vector<Diagnostic> found;
  const auto compiled = compile(schema.document, found);
  BOOST_TEST_REQUIRE(found.empty());
  compiled->check(document.root(), {}, Wording::author, found);
  BOOST_TEST(compiled->accepts(document.root()) == found.empty());
  return found.empty();
}

// The definition "d1", "d2" and so on: it asks for the one before it twice.
std::string doubled(int number) {
  const std::string ref = R"({"$ref": "#/definitions/d)" + std::to_string(number - 1) + "\"}";
  return "\"d" + std::to_string(number) + R"(": {"allOf": [)" + ref + ", " + ref + "]}";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(schema_hazard_suite)

BOOST_AUTO_TEST_CASE(a_pattern_with_a_star_in_a_star_is_answered) {
  const Stopwatch stopwatch;
  BOOST_TEST(accepts(R"({"pattern": "^(a|b)*$"})", '"' + repeated("ab", 5750) + '"'));
  BOOST_TEST(!accepts(R"({"pattern": "^(a+)+$"})", '"' + repeated("a", 26) + "!\""));
  BOOST_TEST(!accepts(R"({"pattern": "^(a+)+$"})", '"' + repeated("a", 100'000) + "!\""));
}

BOOST_AUTO_TEST_CASE(patterns_and_lengths_count_characters) {
  BOOST_TEST(accepts(R"({"pattern": "^.$", "minLength": 1, "maxLength": 1})", "\"\xC3\xA9\""));
  BOOST_TEST(accepts(R"({"pattern": "^.$", "maxLength": 1})", "\"\xF0\x9F\xA9\xBA\""));
}

BOOST_AUTO_TEST_CASE(a_schema_that_leads_back_to_itself_is_a_finding) {
  const Stopwatch stopwatch;
  for (const std::string schema :
       {R"({"$ref": "#"})", R"({"allOf": [{"$ref": "#"}]})", R"({"not": {"$ref": "#"}})",
        R"({"anyOf": [{"type": "string"}, {"$ref": "#"}]})",
        R"({"if": {"$ref": "#"}, "then": true})",
        R"({"$ref": "#/definitions/a", "definitions": {"a": {"$ref": "#/definitions/b"},
            "b": {"$ref": "#/definitions/a"}}})",
        R"({"$schema": "https://json-schema.org/draft/2020-12/schema", "$dynamicAnchor": "a",
            "$dynamicRef": "#a"})",
        R"({"$schema": "https://json-schema.org/draft/2019-09/schema", "$recursiveAnchor": true,
            "$recursiveRef": "#"})"}) {
    BOOST_TEST(findings(schema, "1") ==
               "1: the schema refers back to itself without end, so nothing can be checked");
  }
}

BOOST_AUTO_TEST_CASE(a_schema_that_doubles_its_work_again_and_again_is_given_up) {
  const Stopwatch stopwatch;
  std::string definitions = R"("d0": {"type": "string"})";
  for (int i = 1; i < 64; ++i) definitions.append(", ").append(doubled(i));
  BOOST_TEST(
      findings(R"({"$ref": "#/definitions/d63", "definitions": {)" + definitions + "}}",
               R"("a")") ==
      "\"a\": the schema needs too many steps for this document, so it was not checked to its "
      "end");
}

BOOST_AUTO_TEST_CASE(a_deep_document_is_checked_or_given_up_but_never_ends_the_program) {
  const Stopwatch stopwatch;
  const std::string schema = R"({"type": "array", "items": {"$ref": "#"}})";
  BOOST_TEST(accepts(schema, repeated("[", 512) + repeated("]", 512)));
  BOOST_TEST(!accepts(schema, repeated("[", 20'000) + repeated("]", 20'000), 20'001));
  BOOST_TEST(
      accepts(R"({"uniqueItems": true})",
              "[" + repeated(repeated("[", 20'000) + repeated("]", 20'000) + ", ", 17) + "1]",
              20'002) == false);
  BOOST_TEST(!accepts(R"({"enum": [1]})", repeated("[", 20'000) + repeated("]", 20'000), 20'001));
}

BOOST_AUTO_TEST_CASE(a_deep_schema_is_compiled) {
  const Stopwatch stopwatch;
  const std::string schema = repeated(R"({"not": )", 500) + "true" + repeated("}", 500);
  BOOST_TEST(accepts(schema, "1"));
}

BOOST_AUTO_TEST_CASE(a_long_chain_of_references_is_followed) {
  const Stopwatch stopwatch;
  std::string definitions = R"("d0": {"type": "string"})";
  for (int i = 1; i < 2'000; ++i) {
    definitions += R"(, "d)" + std::to_string(i) + R"(": {"$ref": "#/definitions/d)" +
                   std::to_string(i - 1) + "\"}";
  }
  const std::string schema =
      R"({"$ref": "#/definitions/d1999", "definitions": {)" + definitions + "}}";
  BOOST_TEST(accepts(schema, R"("a")"));
  BOOST_TEST(!accepts(schema, "1"));
}

BOOST_AUTO_TEST_CASE(many_large_items_are_compared_by_hash) {
  const Stopwatch stopwatch;
  std::string list = "[";
  for (int i = 0; i < 50'000; ++i) {
    list += R"({"id": )" + std::to_string(i) + R"(, "name": "n"}, )";
  }
  BOOST_TEST(accepts(R"({"uniqueItems": true})", list + "{}]"));
  BOOST_TEST(!accepts(R"({"uniqueItems": true})", list + R"({"name": "n", "id": 4711}])"));
}

BOOST_AUTO_TEST_CASE(wide_maps_and_many_names_cost_no_squares) {
  const Stopwatch stopwatch;
  std::string names;
  std::string members;
  for (int i = 0; i < 20'000; ++i) {
    const std::string name = "\"name_of_the_field_" + std::to_string(i) + "_of_many\"";
    names += (i == 0 ? "" : ", ") + name;
    members += (i == 0 ? "" : ", ") + name + ": " + std::to_string(i);
  }
  BOOST_TEST(accepts(R"({"required": [)" + names + "]}", "{" + members + "}"));
  BOOST_TEST(accepts(R"({"propertyNames": {"enum": [)" + names + "]}}", "{" + members + "}"));
}

BOOST_AUTO_TEST_CASE(each_required_name_counts_however_many_there_are) {
  for (const int count : {1, 2, 8, 9, 62, 63, 64, 65, 130}) {
    std::string names;
    std::string members;
    for (int i = 0; i < count; ++i) {
      names += (i == 0 ? "\"" : ", \"") + std::to_string(i) + "\"";
      if (i > 0) members += (i == 1 ? "\"" : ", \"") + std::to_string(i) + "\": 1";
    }
    const std::string rest = members.empty() ? "" : ", " + members;
    const std::string schema = R"({"properties": {"0": {}, "x": {}}, "required": [)" + names + "]}";
    for (const std::string& one : {schema, R"({"required": [)" + names + "]}"}) {
      BOOST_TEST(accepts(one, R"({"0": 1)" + rest + "}"));
      BOOST_TEST(!accepts(one, "{" + members + "}"));
      BOOST_TEST(!accepts(one, "{}"));
    }
  }
}

BOOST_AUTO_TEST_CASE(branches_may_ask_for_members_however_many_names_there_are) {
  for (const int count : {0, 1, 60, 61, 62, 63, 64}) {
    std::string names;
    std::string members;
    for (int i = 0; i < count; ++i) {
      names += (i == 0 ? "\"" : ", \"") + std::to_string(i) + "\"";
      members += "\"" + std::to_string(i) + "\": 1, ";
    }
    const std::string schema =
        R"({"properties": {"x": {}, "y": {}, "z": {}}, "required": [)" + names +
        R"(], "oneOf": [{"required": ["x"]}, {"required": ["y", "z"]}, {"required": ["n"]}]})";
    for (const std::string& one : {schema, schema.substr(0, schema.rfind(", {")) + "]}"}) {
      BOOST_TEST(accepts(one, "{" + members + R"("x": 1})"));
      BOOST_TEST(accepts(one, "{" + members + R"("y": 1, "z": 1})"));
      BOOST_TEST(accepts(one, "{" + members + R"("x": 1, "z": 1})"));
      BOOST_TEST(!accepts(one, "{" + members + R"("z": 1})"));
      BOOST_TEST(!accepts(one, "{" + members + R"("x": 1, "y": 1, "z": 1})"));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_supplied_member_counts_in_branches) {
  const Read schema(R"({"properties": {"id": {}, "x": {}},
                        "oneOf": [{"required": ["id"]}, {"required": ["x"]}]})");
  std::vector<Diagnostic> found;
  const auto compiled = compile(schema.document, found);
  const std::vector<std::string_view> supplied{"id"};
  compiled->check(Read("{}").root(), supplied, Wording::author, found);
  BOOST_TEST(found.empty());
  compiled->check(Read(R"({"x": 1})").root(), supplied, Wording::author, found);
  BOOST_TEST(!found.empty());
}

BOOST_AUTO_TEST_CASE(thousands_of_findings_in_one_list_or_map_cost_no_squares) {
  const Stopwatch stopwatch;
  std::string list;
  std::string map;
  for (int i = 0; i < 20'000; ++i) {
    list += i == 0 ? "1" : ", 1";
    map += (i == 0 ? "\"name" : ", \"name") + std::to_string(i) + "\": 1";
  }
  const std::string strings = findings(R"({"items": {"type": "string"}})", "[" + list + "]");
  BOOST_TEST(std::count(strings.begin(), strings.end(), '\n') == 19'999);
  const std::string names =
      findings(R"({"properties": {"named": {}, "namely": {}}, "additionalProperties": false})",
               "{" + map + "}");
  BOOST_TEST(std::count(names.begin(), names.end(), '\n') == 19'999);
}

BOOST_AUTO_TEST_CASE(numbers_keep_every_digit) {
  BOOST_TEST(accepts(R"({"minimum": 0})", "18446744073709551615"));
  BOOST_TEST(!accepts(R"({"maximum": 18446744073709551614})", "18446744073709551615"));
  BOOST_TEST(!accepts(R"({"maximum": 9007199254740992})", "9007199254740993"));
  BOOST_TEST(accepts(R"({"multipleOf": 0.01})", "19.99"));
  BOOST_TEST(accepts(R"({"type": "integer"})", "1e400"));
  BOOST_TEST(!accepts(R"({"multipleOf": 1e-400})", "\"no number\"") == false);
}

BOOST_AUTO_TEST_CASE(a_count_may_be_written_as_a_fraction_or_be_huge) {
  BOOST_TEST(!accepts(R"({"maxLength": 2.0})", R"("abc")"));
  BOOST_TEST(accepts(R"({"maxLength": 1e30})", R"("abc")"));
  BOOST_TEST(!accepts(R"({"minLength": 1e30})", R"("abc")"));
  BOOST_TEST(!accepts(R"({"minItems": 4294967295})", "[]"));
}

BOOST_AUTO_TEST_CASE(names_may_hold_any_character) {
  BOOST_TEST(!accepts(R"({"properties": {"a\u0000b": false, "a": true}})", R"({"a\u0000b": 1})"));
  BOOST_TEST(accepts(R"({"properties": {"a\u0000b": false, "a": true}})", R"({"a": 1})"));
  BOOST_TEST(!accepts(R"({"required": ["\u0000"]})", R"({"": 1})"));
  BOOST_TEST(!accepts(R"({"properties": {"\u0001": false}})", R"({"\u0001": 1})"));
  BOOST_TEST(accepts(R"({"properties": {"\u0001": false}})", R"({"\u0000": 1})"));
  BOOST_TEST(accepts(R"({"pattern": "^\u0000$"})", R"("\u0000")"));
  BOOST_TEST(!accepts(R"({"properties": {"a/b~c%d": false}})", R"({"a/b~c%d": 1})"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint::test
