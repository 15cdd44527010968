// References, documents beside the schema's own, and where a keyword is said to stand. What the
// official suite covers is not repeated here.
#include <boost/test/unit_test.hpp>
#include <map>

#include "core/check/schema_harness.h"

namespace proclint::test {
namespace {

// Schemas by URI; remembers what was asked for.
struct Library {
  std::map<std::string, std::unique_ptr<Read>, std::less<>> schemas;
  std::vector<std::string> asked;

  void add(const std::string& uri, const std::string& text) {
    schemas[uri] = std::make_unique<Read>(text);
  }
  SchemaOptions options(const std::string& base = "") {
    SchemaOptions out;
    out.base_uri = base;
    out.load = [this](std::string_view uri) -> const Document* {
      asked.emplace_back(uri);
      const auto at = schemas.find(uri);
      return at == schemas.end() ? nullptr : &at->second->document;
    };
    return out;
  }
};

// The schema locations of what is found, a line each.
std::string locations(const std::string& schema_text, const std::string& document_text,
                      const SchemaOptions& options = {}) {
  const Read schema(schema_text);
  const Read document(document_text);
  std::vector<Diagnostic> found;
  const auto compiled = compile(schema.document, found, options);
  BOOST_TEST_REQUIRE(lines(schema.source, found) == "");
  compiled->check(document.root(), {}, Wording::author, found);
  std::string out;
  for (const Diagnostic& diagnostic : found) {
    out += (out.empty() ? "" : "\n") + diagnostic.pointer + " " + diagnostic.schema_location;
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(schema_reference_suite)

BOOST_AUTO_TEST_CASE(a_location_is_that_of_the_keyword_itself) {
  BOOST_TEST(locations(R"({"properties": {"a/b": {"$ref": "#/definitions/n"}},
                           "definitions": {"n": {"type": "number"}}})",
                       R"({"a/b": "x"})") == "/a~1b #/definitions/n/type");
}

BOOST_AUTO_TEST_CASE(a_location_begins_with_the_id_or_the_base) {
  SchemaOptions options;
  options.base_uri = "file:///schemas/s.json";
  BOOST_TEST(locations(R"({"minimum": 3})", "2", options) == " file:///schemas/s.json#/minimum");
  BOOST_TEST(locations(R"({"$id": "https://example.org/s", "minimum": 3})", "2", options) ==
             " https://example.org/s#/minimum");
}

BOOST_AUTO_TEST_CASE(a_location_inside_an_embedded_resource_is_relative_to_it) {
  BOOST_TEST(locations(R"({"$id": "https://example.org/s", "items": {"$ref": "part"},
                           "definitions": {"p": {"$id": "part", "items": {"minimum": 3}}}})",
                       "[[5, 1]]") == "/0/1 https://example.org/part#/items/minimum");
}

BOOST_AUTO_TEST_CASE(a_reference_to_another_document_is_relative_to_the_base) {
  Library library;
  library.add("https://example.org/common/types.json",
              R"({"definitions": {"n": {"$ref": "more.json#n"}}})");
  library.add("https://example.org/common/more.json",
              R"({"definitions": {"x": {"$id": "#n", "type": "number"}}})");
  const std::string schema = R"({"items": {"$ref": "../common/types.json#/definitions/n"}})";
  BOOST_TEST(locations(schema, "[1, true]", library.options("https://example.org/own/s.json")) ==
             "/1 https://example.org/common/more.json#/definitions/x/type");
  BOOST_TEST(library.asked.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_document_is_asked_for_once_and_a_meta_schema_never) {
  Library library;
  library.add("urn:a", "true");
  BOOST_TEST(locations(R"({"allOf": [{"$ref": "urn:a"}, {"$ref": "urn:a#"},
                                     {"$ref": "http://json-schema.org/draft-07/schema#"}]})",
                       "{}", library.options()) == "");
  BOOST_TEST(library.asked == std::vector<std::string>{"urn:a"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(documents_may_refer_to_one_another) {
  Library library;
  library.add("urn:b", R"({"properties": {"a": {"$ref": "urn:a"}}, "required": ["a"]})");
  BOOST_TEST(locations(R"({"$id": "urn:a", "properties": {"b": {"$ref": "urn:b"}}})",
                       R"({"b": {"a": {"b": {}}}})",
                       library.options()) == "/b/a/b urn:b#/required");
}

BOOST_AUTO_TEST_CASE(a_dialect_may_be_a_document_of_its_own) {
  Library library;
  library.add("https://example.org/dialect", R"({
    "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://example.org/dialect",
    "$vocabulary": {"https://json-schema.org/draft/2020-12/vocab/core": true,
                    "https://json-schema.org/draft/2020-12/vocab/applicator": true}})");
  const std::string schema =
      R"({"$schema": "https://example.org/dialect", "type": "string", "properties": {"a": false}})";
  BOOST_TEST(locations(schema, R"({"a": 1})", library.options()) == "/a #/properties");
}

BOOST_AUTO_TEST_CASE(the_default_dialect_is_a_choice) {
  SchemaOptions options;
  options.default_draft = Draft::draft2020;
  const std::string schema = R"({"prefixItems": [{"type": "string"}]})";
  BOOST_TEST(locations(schema, "[1]", options) == "/0 #/prefixItems/0/type");
  BOOST_TEST(locations(schema, "[1]") == "");
}

BOOST_AUTO_TEST_CASE(formats_may_be_annotations) {
  SchemaOptions options;
  options.assert_formats = false;
  BOOST_TEST(locations(R"({"format": "date"})", R"("today")", options) == "");
  BOOST_TEST(locations(R"({"format": "date"})", R"("today")") == " #/format");
}

BOOST_AUTO_TEST_CASE(a_schema_and_what_it_checks_may_be_parts_of_documents) {
  const Read rules(R"({"minimum": 9, "then": {"items": {"$ref": "#/definitions/n"},
                       "definitions": {"n": {"type": "number"}}}})");
  const Read document(R"({"a": "x", "b": [1, "y"]})");
  std::vector<Diagnostic> found;
  SchemaOptions options;
  options.load = standard_meta_schema;
  const auto compiled = Schema::compile(rules.root().find("then"), found, options);
  BOOST_TEST_REQUIRE(lines(rules.source, found) == "");
  const std::vector<Value> about =
      compiled->check(document.root().find("b"), {}, Wording::author, found);
  BOOST_TEST(lines(document.source, found) ==
             "\"y\": item 2 of \"b\" should be a number, but is a text");
  BOOST_TEST_REQUIRE(about.size() == 1U);
  BOOST_TEST(about.front().pointer() == "/b/1");
  BOOST_TEST(found.front().schema_location == "#/definitions/n/type");
  BOOST_TEST(compiled->accepts(document.root().find("a")));
}

BOOST_AUTO_TEST_CASE(mistakes_of_a_part_are_told_at_their_places_in_the_document) {
  const Read rules(R"({"definitions": {"n": true}, "then": {"items": {"$ref": "#/definitions/n"},
                       "type": "txt", "pattern": "("}})");
  SchemaOptions options;
  options.load = standard_meta_schema;
  for (const auto& [is_trusted, pointer] :
       {std::pair(false, "/then/type"), std::pair(true, "/then/items/$ref")}) {
    std::vector<Diagnostic> found;
    options.is_trusted = is_trusted;
    BOOST_TEST(!Schema::compile(rules.root().find("then"), found, options));
    BOOST_TEST_REQUIRE(!found.empty());
    BOOST_TEST(found.front().pointer == pointer);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint::test
