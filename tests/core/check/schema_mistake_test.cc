// What is said of a schema with mistakes: schema_mistakes.golden, in blocks of "# schema" and what
// is found in it (see lines()), with an empty line behind each.
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "core/check/schema_harness.h"

namespace proclint::test {

BOOST_AUTO_TEST_SUITE(schema_mistake_suite)

BOOST_AUTO_TEST_CASE(each_mistake_is_reported_at_its_place) {
  std::ifstream in(PROCLINT_PROJECT_DIR "/tests/core/check/schema_mistakes.golden");
  int count = 0;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("# ")) continue;
    const std::string schema = line.substr(2);
    std::string expected;
    while (std::getline(in, line) && !line.empty()) expected += line + '\n';
    std::string found = mistakes(schema);
    if (!found.empty()) found += '\n';
    BOOST_TEST_CONTEXT(schema) { BOOST_TEST(found == expected); }
    ++count;
  }
  BOOST_TEST(count >= 30);
}

BOOST_AUTO_TEST_CASE(a_mistake_is_of_the_rule_schema_invalid) {
  const Read schema(R"({"type": 5})");
  std::vector<Diagnostic> found;
  BOOST_TEST(compile(schema.document, found) == nullptr);
  BOOST_TEST_REQUIRE(found.size() == 1U);
  BOOST_TEST(found[0].rule == "schema-invalid");
  BOOST_TEST(found[0].pointer == "/type");
}

BOOST_AUTO_TEST_CASE(a_trusted_schema_is_not_checked_against_its_meta_schema) {
  SchemaOptions options;
  BOOST_TEST(mistakes(R"({"required": ["a", "a"]})", options) != "");
  options.is_trusted = true;
  BOOST_TEST(mistakes(R"({"required": ["a", "a"]})", options) == "");
}

BOOST_AUTO_TEST_CASE(a_mistake_in_another_document_names_it) {
  const Read other(R"({"properties": {"a": 5}})");
  SchemaOptions options;
  options.load = [&](std::string_view uri) {
    return uri == "https://example.org/other" ? &other.document : nullptr;
  };
  BOOST_TEST(mistakes(R"({"$ref": "https://example.org/other"})", options) ==
             ": in the schema https://example.org/other, at \"/properties/a\": a schema is an "
             "object, true or false, but this is a number");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint::test
