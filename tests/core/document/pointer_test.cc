#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

#include "core/document/pointer.h"
#include "core/read/reading.h"

namespace proclint {
namespace {

// What the pointer names: its bytes in the source, "none", or the error.
std::string resolved(std::string_view text, std::string_view pointer) {
  const JsonReading reading(text);
  const Result<Value> found = resolve(Value::root(reading.document), pointer);
  if (!found) return "error: " + found.error().message;
  if (!*found) return "none";
  return std::string(reading.source.slice(found->span()));
}

std::string token(std::string_view text) {
  std::string out;
  append_pointer_token(out, text);
  return out;
}

BOOST_AUTO_TEST_SUITE(pointer)

// The example of RFC 6901, section 5.
BOOST_AUTO_TEST_CASE(the_examples_of_the_standard_are_resolved) {
  constexpr std::string_view kText =
      R"({"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8})";
  BOOST_TEST(resolved(kText, "") == kText);
  BOOST_TEST(resolved(kText, "/foo") == R"(["bar","baz"])");
  BOOST_TEST(resolved(kText, "/foo/0") == R"("bar")");
  BOOST_TEST(resolved(kText, "/") == "0");
  BOOST_TEST(resolved(kText, "/a~1b") == "1");
  BOOST_TEST(resolved(kText, "/c%d") == "2");
  BOOST_TEST(resolved(kText, "/e^f") == "3");
  BOOST_TEST(resolved(kText, "/g|h") == "4");
  BOOST_TEST(resolved(kText, "/i\\j") == "5");
  BOOST_TEST(resolved(kText, "/k\"l") == "6");
  BOOST_TEST(resolved(kText, "/ ") == "7");
  BOOST_TEST(resolved(kText, "/m~0n") == "8");
}

BOOST_AUTO_TEST_CASE(an_escaped_tilde_before_a_one_is_no_slash) {
  BOOST_TEST(resolved(R"({"~1":1,"/":2})", "/~01") == "1");
}

BOOST_AUTO_TEST_CASE(an_index_has_no_leading_zero_sign_or_letters) {
  BOOST_TEST(resolved("[1,2]", "/1") == "2");
  for (const std::string_view index :
       {"/01", "/-1", "/+1", "/1a", "/", "/-", "/2", "/99999999999999999999999"}) {
    BOOST_TEST(resolved("[1,2]", index) == "none", index);
  }
}

BOOST_AUTO_TEST_CASE(nothing_lies_below_a_scalar_or_a_missing_member) {
  BOOST_TEST(resolved(R"({"a":1})", "/a/b") == "none");
  BOOST_TEST(resolved(R"({"a":1})", "/b/c/0") == "none");
  BOOST_TEST(resolved("[", "") == "none");
}

BOOST_AUTO_TEST_CASE(a_pointer_begins_with_a_slash) {
  BOOST_TEST(resolved("{}", "a") == "error: \"a\" is no JSON Pointer");
  BOOST_TEST(resolved("{}", "#/a") == "error: \"#/a\" is no JSON Pointer");
}

BOOST_AUTO_TEST_CASE(a_tilde_is_followed_by_zero_or_one) {
  BOOST_TEST(resolved("{}", "/~") == "error: \"/~\" is no JSON Pointer");
  BOOST_TEST(resolved("{}", "/~2") == "error: \"/~2\" is no JSON Pointer");
}

BOOST_AUTO_TEST_CASE(an_error_behind_a_missing_member_is_still_one) {
  BOOST_TEST(resolved("{}", "/none/a~") == "error: \"/none/a~\" is no JSON Pointer");
}

BOOST_AUTO_TEST_CASE(a_token_is_escaped) {
  BOOST_TEST(token("") == "/");
  BOOST_TEST(token("a/b~c") == "/a~1b~0c");
  BOOST_TEST(token("~1") == "/~01");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
