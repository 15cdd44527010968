#include "core/engine/mutations.h"

#include <boost/test/unit_test.hpp>

#include "core/read/reader.h"

namespace proclint {
namespace {

// "damage field text", one damaged document a line.
std::string all(std::string_view text, std::size_t limit = 100) {
  const Source source("test.json", text);
  Document document;
  std::vector<Diagnostic> diagnostics;
  read_json(source, {}, document, diagnostics);
  std::string out;
  for (const Mutation& mutation : mutations(document, limit)) {
    out.append(name(mutation.damage)).append(" ").append(mutation.field).append(" ");
    out.append(damaged(text, mutation)).append("\n");
  }
  return out;
}

BOOST_AUTO_TEST_SUITE(mutations_of_documents)

BOOST_AUTO_TEST_CASE(a_member_is_dropped_with_one_comma) {
  BOOST_TEST(all(R"({"a":1,"b":2})") ==
             "dropped /a {\"b\":2}\n"
             "dropped /b {\"a\":1}\n");
  BOOST_TEST(all(R"({"a":1})") == "dropped /a {}\n");
}

BOOST_AUTO_TEST_CASE(a_code_becomes_its_neighbour) {
  BOOST_TEST(all(R"([{"system":"cpt","value":"64619"}])")
                 .find("broken /*/value [{\"system\":\"cpt\",\"value\":\"64610\"}]\n") !=
             std::string::npos);
  BOOST_TEST(all(R"([{"system":"cpt","value":"6461Z"}])").find("\"6461A\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(sections_are_dropped_emptied_swapped_and_glued) {
  BOOST_TEST(all(R"({"sections":{"procedure":[{"steps":["Wash. Rest.","Cut."]}]}})") ==
             "dropped /sections {}\n"
             "dropped /sections/procedure {\"sections\":{}}\n"
             "emptied /sections/procedure {\"sections\":{\"procedure\":[]}}\n"
             "emptied /sections/procedure/*/steps {\"sections\":{\"procedure\":[{\"steps\":[]}]}}\n"
             "swapped /sections/procedure/*/steps "
             "{\"sections\":{\"procedure\":[{\"steps\":[\"Cut.\",\"Wash. Rest.\"]}]}}\n"
             "glued /sections/procedure/*/steps/* "
             "{\"sections\":{\"procedure\":[{\"steps\":[\"Wash.Rest.\",\"Cut.\"]}]}}\n");
}

BOOST_AUTO_TEST_CASE(there_are_no_more_than_the_limit) {
  BOOST_TEST(all(R"({"a":1,"b":2,"c":3})", 2).find("/c") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
