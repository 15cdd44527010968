// What is said of a schema itself.
#include "core/check/schema_lint.h"

#include <boost/test/unit_test.hpp>

#include "core/check/schema_harness.h"
#include "core/source/file.h"

namespace proclint::test {
namespace {

// "severity what is underlined: message" of each finding, a line each. The standard meta-schemas
// are at hand.
std::string linted(const std::string& text, SchemaOptions options = {}) {
  const Read schema(text);
  if (!options.load) options.load = standard_meta_schema;
  std::vector<Diagnostic> found;
  lint_schema(Value::root(schema.document), options, found);
  std::string out;
  for (const Diagnostic& finding : found) {
    BOOST_TEST((finding.rule == "schema-invalid") == (finding.severity == Severity::error));
    BOOST_TEST((finding.rule == "schema-suspect") == (finding.severity == Severity::warning));
    out += (out.empty() ? "" : "\n") + std::string(name(finding.severity)) + " " +
           std::string(schema.source.slice(finding.span)) + ": " + finding.message;
  }
  return out;
}

SchemaOptions draft(Draft draft) {
  SchemaOptions options;
  options.default_draft = draft;
  return options;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(schema_lint_suite)

BOOST_AUTO_TEST_CASE(a_sound_schema_has_no_findings) {
  BOOST_TEST(linted(R"({"$ref": "#/definitions/a", "title": "x", "definitions": {"a": true}})") ==
             "");
  BOOST_TEST(linted("true") == "");
}

BOOST_AUTO_TEST_CASE(our_own_schemas_have_no_findings) {
  for (const char* const file : {"procedure.schema.json", "config.schema.json"}) {
    std::string text;
    BOOST_TEST_REQUIRE(
        read_file(std::string(PROCLINT_PROJECT_DIR "/schemas/") + file, 1U << 20U, text)
            .has_value());
    BOOST_TEST(linted(text) == "", file);
  }
}

BOOST_AUTO_TEST_CASE(an_unknown_keyword_gets_the_nearest_of_its_dialect) {
  BOOST_TEST(linted(R"({"minLenght": 3})") ==
             "warning \"minLenght\": \"minLenght\" is no keyword of draft-07 and means nothing "
             "there; did you mean \"minLength\"?");
  BOOST_TEST(linted(R"({"nullable": true})") ==
             "warning \"nullable\": \"nullable\" is no keyword of draft-07 and means nothing "
             "there; begin words of your own with \"x-\"");
}

BOOST_AUTO_TEST_CASE(a_keyword_of_another_draft_is_unknown) {
  BOOST_TEST(linted(R"({"prefixItems": [true]})") ==
             "warning \"prefixItems\": \"prefixItems\" is no keyword of draft-07 and means nothing "
             "there; it came with 2020-12");
  BOOST_TEST(linted(R"({"id": "a"})") ==
             "warning \"id\": \"id\" is no keyword of draft-07 and means nothing there; did you "
             "mean \"$id\"?");
  BOOST_TEST(linted(R"({"id": "a"})", draft(Draft::draft4)) == "");
}

BOOST_AUTO_TEST_CASE(words_with_x_are_free) { BOOST_TEST(linted(R"({"x-owner": 3})") == ""); }

BOOST_AUTO_TEST_CASE(only_schemas_have_keywords) {
  BOOST_TEST(linted(R"({"properties": {"minLenght": true}, "enum": [{"minLenght": 3}],
                        "default": {"$ref": "#/no"}})") == "");
}

BOOST_AUTO_TEST_CASE(a_meta_schema_of_ones_own_may_have_more_keywords) {
  const Read meta(R"({"$schema": "http://json-schema.org/draft-07/schema#"})");
  SchemaOptions options;
  options.load = [&](std::string_view uri) {
    return uri == "http://example.org/meta" ? &meta.document : standard_meta_schema(uri);
  };
  BOOST_TEST(linted(R"({"$schema": "http://example.org/meta", "minLenght": 3})", options) == "");
}

BOOST_AUTO_TEST_CASE(a_dialect_that_nobody_knows_is_an_error) {
  BOOST_TEST(linted(R"({"$schema": "http://example.org/meta"})") ==
             "error \"http://example.org/meta\": \"http://example.org/meta\" is no dialect that "
             "is known; write \"http://json-schema.org/draft-07/schema#\" or "
             "\"https://json-schema.org/draft/2020-12/schema\", or map it to a file");
}

BOOST_AUTO_TEST_CASE(what_stands_beside_a_reference_is_ignored_by_old_drafts) {
  const std::string text =
      R"({"properties": {"a": {"$ref": "#/properties/b", "minLength": 3, "title": "A"}, "b": true}})";
  BOOST_TEST(linted(text) ==
             "warning \"minLength\": \"minLength\" stands beside \"$ref\", where draft-07 ignores "
             "it; write the reference as \"allOf\": [{ \"$ref\": ... }]");
  BOOST_TEST(linted(text, draft(Draft::draft2019)) == "");
}

BOOST_AUTO_TEST_CASE(a_definition_that_nothing_refers_to_is_suspect) {
  BOOST_TEST(linted(R"({"$ref": "#/definitions/a",
                        "definitions": {"a": true, "b": {"$ref": "#/definitions/c"},
                                        "c": {"definitions": {"d": {}}}}})") ==
             "warning \"b\": nothing refers to the definition \"b\"; refer to it or take it out\n"
             "warning \"c\": nothing refers to the definition \"c\"; refer to it or take it out");
}

BOOST_AUTO_TEST_CASE(a_definition_may_be_referred_to_in_its_inside) {
  BOOST_TEST(linted(R"({"$ref": "#/definitions/a/properties/b",
                        "definitions": {"a": {"properties": {"b": true}}}})") == "");
}

BOOST_AUTO_TEST_CASE(a_definition_whose_reference_is_misspelt_is_not_also_unused) {
  BOOST_TEST(linted(R"({"$ref": "#/definitions/stp", "definitions": {"step": true}})") ==
             "error \"#/definitions/stp\": \"#/definitions/stp\" leads to nothing; did you mean "
             "\"#/definitions/step\"?");
}

BOOST_AUTO_TEST_CASE(a_schema_of_definitions_only_is_for_others) {
  BOOST_TEST(linted(R"({"title": "words", "definitions": {"a": true}})") == "");
}

BOOST_AUTO_TEST_CASE(a_pattern_that_cannot_be_read_is_an_error) {
  const std::string said = linted(R"j({"pattern": "(", "items": {"pattern": "("}})j");
  BOOST_TEST(said.starts_with("error \"(\": the pattern cannot be read: "));
  BOOST_TEST(said.find("\nerror \"(\": the pattern cannot be read: ") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(mistakes_where_nothing_is_checked_are_warnings) {
  const std::string said = linted(R"j({"definitions": {"a": {"pattern": "("},
                                                       "b": {"$ref": "#/no"}}})j");
  BOOST_TEST(said.starts_with("warning \"(\": the pattern cannot be read: "));
  BOOST_TEST(said.ends_with("\nwarning \"#/no\": \"#/no\" leads to nothing"));
}

BOOST_AUTO_TEST_CASE(ids_that_clash_are_an_error) {
  BOOST_TEST(linted(R"({"items": {"$id": "http://a/b"}, "not": {"$id": "http://a/b"}})") ==
             "error \"http://a/b\": the id \"http://a/b\" belongs to another schema already");
}

BOOST_AUTO_TEST_CASE(anchors_that_clash_are_suspect) {
  BOOST_TEST(linted(R"({"items": {"$id": "#b"}, "not": {"$id": "#b"}})") ==
             "warning \"#b\": the anchor \"b\" names another schema already");
  BOOST_TEST(linted(R"({"items": {"$anchor": "b"}, "not": {"$id": "c", "$anchor": "b"}})",
                    draft(Draft::draft2020)) == "");
}

BOOST_AUTO_TEST_CASE(the_second_of_two_equal_keys_is_suspect) {
  BOOST_TEST(linted(R"({"minimum": 1, "minimum": 2})") ==
             "warning \"minimum\": \"minimum\" is written twice here, and programs differ in which "
             "they take; keep one");
}

BOOST_AUTO_TEST_CASE(a_schema_in_a_file_ends_where_it_ends) {
  const Read file(R"({"a": 1, "a": 2, "minLenght": 3, "schema": {"minLength": 3}})");
  std::vector<Diagnostic> found;
  lint_schema(file.root().find("schema"), {}, found);
  BOOST_TEST(found.empty());
}

BOOST_AUTO_TEST_CASE(one_mistake_is_one_finding) {
  const std::string said =
      linted(R"({"properties": {"a": 3}, "$ref": 5})", draft(Draft::draft2020));
  BOOST_TEST(std::count(said.begin(), said.end(), '\n') == 1);
}

BOOST_AUTO_TEST_CASE(findings_stand_in_the_order_of_the_text) {
  const std::string said = linted(R"({"a": 1, "items": {"$ref": "#/no"}, "b": 2})");
  BOOST_TEST(said.find("\"a\"") < said.find("#/no"));
  BOOST_TEST(said.find("#/no") < said.find("\"b\""));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint::test
