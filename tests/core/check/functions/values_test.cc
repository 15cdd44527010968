#include <boost/test/unit_test.hpp>

#include "core/check/function_run.h"

// The functions that know nothing of procedures, with which users write rules for any content.

using namespace proclint;

BOOST_AUTO_TEST_SUITE(functions_for_any_content)

BOOST_AUTO_TEST_CASE(defined_names_each_member_that_is_absent) {
  BOOST_TEST(run("defined", R"({"keys": ["a", "b", "c"]})", R"({"x": {"b": 1}})", "/x") ==
             "/x/a [\"x\"] \"a\" is missing in \"x\"; add it\n"
             "/x/c [\"x\"] \"c\" is missing in \"x\"; add it");
  BOOST_TEST(run("defined", R"({"keys": ["a"]})", R"(["a"])") == "");
  BOOST_TEST(run("defined", "{}", "{}") != "");
}

BOOST_AUTO_TEST_CASE(undefined_names_what_is_not_wanted) {
  BOOST_TEST(run("undefined", R"({"keys": ["a", "b"]})", R"({"b": 1})") ==
             "/b [\"b\"] \"b\" is not wanted here; remove it");
  BOOST_TEST(run("undefined", "{}", R"({"b": [1, 2]})", "/b/1") ==
             "/b/1 [2] item 2 of \"b\" is not wanted here; remove it");
}

BOOST_AUTO_TEST_CASE(truthy_and_falsy_part_all_values) {
  for (const char* const nothing : {"null", "false", "0", "-0.0", "\"\"", "[]", "{}"}) {
    const std::string document = "{\"a\": " + std::string(nothing) + "}";
    BOOST_TEST(
        run("truthy", "{}", document, "/a").find("; write what belongs there") != std::string::npos,
        nothing);
    BOOST_TEST(run("falsy", "{}", document, "/a") == "", nothing);
  }
  for (const char* const something : {"true", "0.1", "\"x\"", "[0]", "{\"b\": 0}"}) {
    const std::string document = "{\"a\": " + std::string(something) + "}";
    BOOST_TEST(run("truthy", "{}", document, "/a") == "", something);
    BOOST_TEST(run("falsy", "{}", document, "/a") != "", something);
  }
  BOOST_TEST(run("truthy", "{}", R"({"a": ""})", "/a") ==
             "/a [\"\"] \"a\" is empty; write what belongs there");
  BOOST_TEST(run("falsy", "{}", R"({"a": "x"})", "/a") ==
             "/a [\"x\"] \"a\" is \"x\", but must be empty; remove it");
  BOOST_TEST(run("truthy", R"({"x": 1})", "{}") != "");
}

BOOST_AUTO_TEST_CASE(type_says_what_is_there_and_what_should_be) {
  BOOST_TEST(run("type", R"({"is": "integer"})", R"({"a": 1.5})", "/a") ==
             "/a [1.5] \"a\" should be a whole number, but is a number");
  BOOST_TEST(run("type", R"({"is": "integer"})", R"({"a": 2.0})", "/a") == "");
  BOOST_TEST(run("type", R"({"is": ["string", "list"]})", R"({"a": null})", "/a") ==
             "/a [null] \"a\" should be a text or a list, but is null");
  BOOST_TEST(run("type", R"({"is": ["string", "list"]})", R"({"a": []})", "/a") == "");
  BOOST_TEST(run("type", R"({"is": "text"})", "{}") != "");
}

BOOST_AUTO_TEST_CASE(enumeration_suggests_the_nearest_word) {
  BOOST_TEST(run("enumeration", R"({"values": ["red", "green", 3]})", R"({"a": "gren"})", "/a") ==
             "/a [\"gren\"] \"a\" is \"gren\", but must be one of red, green or 3; did you mean "
             "\"green\"?");
  BOOST_TEST(run("enumeration", R"({"values": [3]})", R"({"a": 3.0})", "/a") == "");
  BOOST_TEST(run("enumeration", R"({"values": []})", "{}") != "");
}

BOOST_AUTO_TEST_CASE(length_counts_characters_items_and_members) {
  BOOST_TEST(run("length", R"({"min": 3})", R"({"a": "äö"})", "/a") ==
             "/a [\"äö\"] \"a\" has 2 characters, but needs at least 3");
  BOOST_TEST(run("length", R"({"max": 1})", R"({"a": [1, 2]})", "/a") ==
             "/a [\"a\"] \"a\" has 2 items, but may have at most 1");
  BOOST_TEST(run("length", R"({"max": 1})", R"({"a": {"b": 1}})", "/a") == "");
  BOOST_TEST(run("length", R"({"max": 1})", R"({"a": 12})", "/a") == "");
  BOOST_TEST(run("length", R"({"min": 3, "max": 2})", "{}") != "");
}

BOOST_AUTO_TEST_CASE(range_compares_exactly) {
  BOOST_TEST(run("range", R"({"min": 1, "below": 10})", R"({"a": 10})", "/a") ==
             "/a [10] \"a\" is 10, but must be below 10");
  BOOST_TEST(run("range", R"({"min": 1, "below": 10})", R"({"a": 1.0})", "/a") == "");
  BOOST_TEST(run("range", R"({"max": 9007199254740992})", R"({"a": 9007199254740993})", "/a") ==
             "/a [9007199254740993] \"a\" is 9007199254740993, but must be at most "
             "9007199254740992");
  BOOST_TEST(run("range", R"({"min": "1"})", "{}") != "");
  BOOST_TEST(run("range", "{}", "{}") != "");
}

BOOST_AUTO_TEST_CASE(unique_shows_the_first_of_two) {
  BOOST_TEST(run("unique", "{}", R"({"a": ["x", 1, "x"]})", "/a") ==
             "/a/2 [\"x\"] item 3 of \"a\" is the same as on line 1; keep one of the two; [\"x\"] "
             "the first one");
  BOOST_TEST(run("unique", R"({"by": "id"})", R"([{"id": 1, "x": 2}, {"id": 1.0}, {}])") ==
             "/1/id [1.0] \"id\" is the same as on line 1; keep one of the two; [1] the first one");
  BOOST_TEST(run("unique", "{}", R"([{"id": 1}, {"id": 2}])") == "");
}

BOOST_AUTO_TEST_CASE(sorted_tells_the_first_that_is_out_of_order) {
  BOOST_TEST(run("sorted", "{}", R"(["Ache", "bruise", "Allergy", "a"])") ==
             "/2 [\"Allergy\"] \"Allergy\" stands behind \"bruise\"; sort the list");
  BOOST_TEST(run("sorted", "{}", "[2, 10, 10.0, 11]") == "");
  BOOST_TEST(run("sorted", R"({"by": "n"})", R"([{"n": 10}, {"x": 1}, {"n": 9}])") ==
             "/2/n [9] 9 stands behind 10; sort the list");
}

BOOST_AUTO_TEST_CASE(order_is_that_of_the_names_given) {
  BOOST_TEST(run("order", R"({"keys": ["a", "b", "c"]})", R"({"x": 1, "c": 1, "a": 1, "b": 1})") ==
             "/a [\"a\"] \"a\" stands behind \"c\"; put it before that\n"
             "/b [\"b\"] \"b\" stands behind \"c\"; put it before that");
  BOOST_TEST(run("order", R"({"keys": ["a", "b"]})", R"({"a": 1, "x": 1, "b": 1})") == "");
  BOOST_TEST(run("order", R"({"keys": ["a"]})", "{}") != "");
}

BOOST_AUTO_TEST_CASE(pattern_looks_at_values_or_at_names) {
  BOOST_TEST(run("pattern", R"({"match": "^[A-Z]"})", R"({"a": "knee"})", "/a") ==
             "/a [\"knee\"] \"a\" is \"knee\", but must match the pattern ^[A-Z]");
  BOOST_TEST(run("pattern", R"({"match": "^[A-Z]", "not": "\\.$"})", R"({"a": "Knee."})", "/a") ==
             "/a [\"Knee.\"] \"a\" is \"Knee.\", but must not match the pattern \\.$");
  BOOST_TEST(run("pattern", R"({"match": "^x-", "of": "key"})", R"({"note": 1})", "/note") ==
             "/note [\"note\"] the name \"note\" must match the pattern ^x-");
  BOOST_TEST(run("pattern", R"({"match": "^[A-Z]"})", R"({"a": 7})", "/a") == "");
  BOOST_TEST(run("pattern", R"({"match": "("})", "{}").find("no pattern: ") != std::string::npos);
  BOOST_TEST(run("pattern", R"({"of": "key"})", "{}") != "");
}

BOOST_AUTO_TEST_CASE(casing_knows_six_styles) {
  const auto casing = [](std::string_view style, std::string_view text) {
    return run("casing", R"({"style": ")" + std::string(style) + "\"}",
               R"({"a": ")" + std::string(text) + "\"}", "/a");
  };
  BOOST_TEST(casing("kebab", "knee-tap-2") == "");
  BOOST_TEST(casing("kebab", "knee--tap") != "");
  BOOST_TEST(casing("kebab", "Knee-tap") ==
             "/a [\"Knee-tap\"] \"a\" is \"Knee-tap\", but should be small letters and digits "
             "joined by hyphens, as in knee-tap");
  BOOST_TEST(casing("snake", "knee_tap") == "");
  BOOST_TEST(casing("snake", "knee_") != "");
  BOOST_TEST(casing("camel", "kneeTap") == "");
  BOOST_TEST(casing("camel", "KneeTap") != "");
  BOOST_TEST(casing("pascal", "KneeTap") == "");
  BOOST_TEST(casing("pascal", "Knee Tap") != "");
  BOOST_TEST(casing("lower", "knee tap") == "");
  BOOST_TEST(casing("upper", "KNEE TAP") == "");
  BOOST_TEST(casing("upper", "KNEe") != "");
  BOOST_TEST(run("casing", R"({"style": "kebab", "of": "key"})", R"({"kneeTap": 1})", "/kneeTap") ==
             "/kneeTap [\"kneeTap\"] the name \"kneeTap\" should be small letters and digits "
             "joined by hyphens, as in knee-tap");
  BOOST_TEST(run("casing", R"({"style": "Kebab"})", "{}") != "");
}

BOOST_AUTO_TEST_CASE(one_of_keys_refuses_none_and_two) {
  const std::string_view options = R"({"keys": ["text", "items"]})";
  BOOST_TEST(run("one-of-keys", options, R"({"a": {}})", "/a") ==
             "/a [\"a\"] \"a\" has none of \"text\" and \"items\"; add one of them");
  BOOST_TEST(run("one-of-keys", options, R"({"text": 1, "items": 1})") ==
             " [{] the document has \"text\" and \"items\", but may have only one of \"text\" and "
             "\"items\"");
  BOOST_TEST(run("one-of-keys", options, R"({"text": 1})") == "");
}

BOOST_AUTO_TEST_SUITE_END()
