#include "core/check/check_document.h"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

#include "core/check/lint.h"

namespace proclint {
namespace {

constexpr auto* kNotEmpty = R"("given": "$.*", "then": {"not-empty": {"warning": ["b"]}})";

BOOST_AUTO_TEST_SUITE(checking)

BOOST_AUTO_TEST_CASE(each_node_that_is_selected_is_checked) {
  BOOST_TEST(lint(kNotEmpty, R"({"a": "", "c": 1,
  "d": []})") ==
             "1:7 error /a \"a\" holds nothing; write it, or remove it\n"
             "2:3 error /d \"d\" holds nothing; write it, or remove it");
}

BOOST_AUTO_TEST_CASE(a_function_may_know_a_lower_severity) {
  BOOST_TEST(lint(kNotEmpty, R"({"b": ""})") ==
             "1:7 warning /b \"b\" holds nothing; write it, or remove it");
}

BOOST_AUTO_TEST_CASE(what_is_absent_ends_the_pointer) {
  BOOST_TEST(lint(R"("given": "$", "then": {"required": {"keys": {"a/b": "info"}}})", "{}") ==
             "1:1 info /a~1b \"a/b\" is missing; add it");
}

BOOST_AUTO_TEST_CASE(the_wording_for_engineers_has_the_pointer) {
  BOOST_TEST(lint(kNotEmpty, R"({"a": [""]})", Wording::engineer) ==
             "1:2 error /a \"a\" holds nothing; write it, or remove it (/a)");
}

BOOST_AUTO_TEST_CASE(a_template_takes_the_place_of_the_functions_words) {
  BOOST_TEST(lint(R"("message": "{key} has {content}", "given": "$.*", "then": {"not-empty": {}})",
                  R"({"a": ""})") == "1:7 error /a a has nothing");
}

BOOST_AUTO_TEST_CASE(a_rule_for_another_form_does_not_look) {
  BOOST_TEST(lint(R"("forms": ["page", "yaml"], "given": "$.*", "then": {"not-empty": {}})",
                  R"({"a": ""})") == "");
  BOOST_TEST(
      lint(R"("forms": "json", "given": "$.*", "then": {"not-empty": {}})", R"({"a": ""})") != "");
}

BOOST_AUTO_TEST_CASE(all_functions_of_a_rule_are_applied) {
  BOOST_TEST(
      lint(R"("given": "$", "then": {"not-empty": {}, "required": {"keys": {"a": "error"}}})",
           R"({"b": ""})") ==
      "1:1 error  the entry holds nothing; write it, or remove it\n"
      "1:1 error /a \"a\" is missing; add it");
}

BOOST_AUTO_TEST_CASE(a_document_that_could_not_be_read_has_no_findings) {
  BOOST_TEST(lint(kNotEmpty, "{") == "");
}

BOOST_AUTO_TEST_CASE(rules_that_begin_alike_are_walked_together_and_find_what_each_finds) {
  const std::string rules =
      R"({"rules": {)" +
      rule_text("one", R"("severity": "error", "given": "$.a[*]", "message": "one",
                          "then": {"not-empty": {}})") +
      "," + rule_text("two", R"("severity": "error", "given": "$.a[?@.b == 1]..c", "message": "two",
                          "then": {"not-empty": {}})") +
      "}}";
  const JsonFile file(rules, "rules.json");
  const JsonFile checked(R"({"a": ["", {"b": 1, "c": ""}, {"b": 2, "c": ""}]})");
  Ruleset ruleset;
  std::vector<Diagnostic> findings;
  ruleset.add(file.root(), words(), findings);
  check_document(checked.document, ruleset, ruleset.defaults(), Wording::author, findings);
  BOOST_TEST(print(checked.source, findings) ==
             "1:8 error /a/0 one\n"
             "1:26 error /a/1/c two");
}

BOOST_AUTO_TEST_CASE(a_path_that_needs_too_many_steps_is_a_finding) {
  BOOST_TEST(
      lint(R"("given": "$..*..*..*..*", "then": {"not-empty": {}})",
           std::string(400, '[') + '1' + std::string(400, ']')) ==
      "1:1 error  the document was not checked to its end: the path \"$..*..*..*..*\" of this "
      "rule looks at it again and again; mend the rule, or split the document");
}

BOOST_AUTO_TEST_CASE(pointers_of_many_findings_in_one_list_are_right) {
  BOOST_TEST(lint(R"("given": ["$.a[*]", "$.a[0]"], "message": "m",
                    "then": {"not-empty": {}})",
                  R"({"a": ["", "x", [["y"]], ""]})") ==
             "1:8 error /a/0 m\n1:26 error /a/3 m\n1:8 error /a/0 m");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
