#include "core/source/uri.h"

#include <boost/test/unit_test.hpp>

namespace proclint::testing {
namespace {

BOOST_AUTO_TEST_SUITE(uris)

BOOST_AUTO_TEST_CASE(of_relative_paths_are_relative) {
  BOOST_TEST(artifact_uri("a/b.json", "") == "a/b.json");
  BOOST_TEST(artifact_uri("./a//b.json", "/srv") == "a/b.json");
  BOOST_TEST(artifact_uri("a/../b.json", "/srv") == "b.json");
}

BOOST_AUTO_TEST_CASE(of_paths_below_the_folder_are_relative) {
  BOOST_TEST(artifact_uri("/srv/a/b.json", "/srv") == "a/b.json");
  BOOST_TEST(artifact_uri("/srv/a/b.json", "/srv/") == "a/b.json");
  BOOST_TEST(artifact_uri("../srv/b.json", "/srv") == "b.json");
  BOOST_TEST(artifact_uri("/b.json", "/") == "b.json");
}

BOOST_AUTO_TEST_CASE(of_paths_elsewhere_are_absolute) {
  BOOST_TEST(artifact_uri("/tmp/b.json", "/srv") == "file:///tmp/b.json");
  BOOST_TEST(artifact_uri("/srv2/b.json", "/srv") == "file:///srv2/b.json");
  BOOST_TEST(artifact_uri("../b.json", "/srv/a") == "file:///srv/b.json");
  BOOST_TEST(artifact_uri("/tmp/b.json", "") == "file:///tmp/b.json");
  BOOST_TEST(artifact_uri("../b.json", "") == "../b.json");
}

BOOST_AUTO_TEST_CASE(are_percent_encoded) {
  BOOST_TEST(artifact_uri("a b/\u00fc%#?.json", "") == "a%20b/%C3%BC%25%23%3F.json");
  BOOST_TEST(artifact_uri("a:b\\[c].json", "") == "a%3Ab%5C%5Bc%5D.json");
  BOOST_TEST(artifact_uri("\xff\n", "") == "%FF%0A");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint::testing
