#include "core/check/schema_uri.h"

#include <boost/test/unit_test.hpp>
#include <utility>

namespace proclint {

BOOST_AUTO_TEST_SUITE(schema_uri_suite)

// RFC 3986, section 5.4, all of them.
BOOST_AUTO_TEST_CASE(references_resolve_as_in_the_examples_of_rfc_3986) {
  constexpr std::pair<std::string_view, std::string_view> kExamples[] = {
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"},
      {"g?y#s", "http://a/b/c/g?y#s"},
      {";x", "http://a/b/c/;x"},
      {"g;x", "http://a/b/c/g;x"},
      {"g;x?y#s", "http://a/b/c/g;x?y#s"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../", "http://a/"},
      {"../../g", "http://a/g"},
      {"../../../g", "http://a/g"},
      {"../../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {".g", "http://a/b/c/.g"},
      {"g..", "http://a/b/c/g.."},
      {"..g", "http://a/b/c/..g"},
      {"./../g", "http://a/b/g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g/./h", "http://a/b/c/g/h"},
      {"g/../h", "http://a/b/c/h"},
      {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"g?y/./x", "http://a/b/c/g?y/./x"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
      {"g#s/./x", "http://a/b/c/g#s/./x"},
      {"g#s/../x", "http://a/b/c/g#s/../x"},
      {"http:g", "http:g"},
  };
  for (const auto& [reference, expected] : kExamples) {
    BOOST_TEST(resolve_uri("http://a/b/c/d;p?q", reference) == expected);
  }
}

BOOST_AUTO_TEST_CASE(names_and_relative_bases_work_too) {
  BOOST_TEST(resolve_uri("urn:example:root", "#/definitions/a") ==
             "urn:example:root#/definitions/a");
  BOOST_TEST(resolve_uri("", "folder/schema.json#a") == "folder/schema.json#a");
  BOOST_TEST(resolve_uri("folder/schema.json", "other.json") == "folder/other.json");
  BOOST_TEST(resolve_uri("http://host", "a") == "http://host/a");
}

BOOST_AUTO_TEST_CASE(fragments_are_decoded) {
  BOOST_TEST(percent_decoded("/a%25b/%C3%A4") == "/a%b/\u00e4");
  BOOST_TEST(percent_decoded("50%") == "50%");
  BOOST_TEST(percent_decoded("%zz") == "%zz");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint
