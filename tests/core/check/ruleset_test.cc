#include "core/check/ruleset.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <tuple>

#include "core/check/lint.h"

namespace proclint {
namespace {

// What is wrong with a rules file: "text that is underlined: message", one a line.
std::string mistakes(std::string_view text) {
  const JsonFile rules(text, "rules.json");
  Ruleset ruleset;
  std::vector<Diagnostic> findings;
  ruleset.add(rules.root(), words(), findings);
  std::string out;
  for (const Diagnostic& finding : findings) {
    if (!out.empty()) out += '\n';
    out += std::string(rules.source.slice(finding.span)) + ": " + finding.message;
  }
  return out;
}

std::string rule_mistakes(std::string_view parts) { return mistakes(ruleset_text(parts)); }

// A ruleset with the rule "test", and its settings after a change of the configuration.
struct Configured {
  explicit Configured(std::string_view changes)
      : text(ruleset_text(R"("given": "$.a", "then": {"not-empty": {"placeholders": ["tbd"]}})")),
        rules(text, "rules.json"),
        config(changes, "proclint.json") {
    ruleset.add(rules.root(), words(), findings);
    settings = ruleset.defaults();
    ruleset.configure(config.root(), words(), settings, findings);
  }

  // Severity and message of what the rule finds.
  std::string lint(std::string_view document) const {
    const JsonFile checked(document);
    std::vector<Diagnostic> found;
    check_document(checked.document, ruleset, settings, Wording::author, found);
    return print(checked.source, found);
  }
  std::string mistakes() const { return print(config.source, findings); }

  std::string text;
  JsonFile rules;
  JsonFile config;
  Ruleset ruleset;
  Settings settings;
  std::vector<Diagnostic> findings;
};

BOOST_AUTO_TEST_SUITE(ruleset)

constexpr auto* kSound = R"("given": "$", "then": {"not-empty": null})";

BOOST_AUTO_TEST_CASE(a_sound_rule_is_loaded) { BOOST_TEST(rule_mistakes(kSound) == ""); }

BOOST_AUTO_TEST_CASE(an_unknown_member_is_refused) {
  BOOST_TEST(rule_mistakes(R"("sumary": "s", "given": "$", "then": {"not-empty": null})") ==
             "\"sumary\": a rule has no \"sumary\"; did you mean \"summary\"?");
  BOOST_TEST(rule_mistakes(R"("weight": "s", "given": "$", "then": {"not-empty": null})") ==
             "\"weight\": a rule has no \"weight\"; it has category, summary, why, help, severity, "
             "given, then, message, sources, files, forms, examples");
  BOOST_TEST(mistakes(R"({"rules": {}, "extend": []})") ==
             "\"extend\": a rules file has no \"extend\"; did you mean \"extends\"?");
  BOOST_TEST(
      mistakes(R"({"rules": {}, "version": 1})") ==
      "\"version\": a rules file has no \"version\"; it has $schema, name, summary, extends, "
      "only, raise and rules");
}

BOOST_AUTO_TEST_CASE(an_unknown_function_is_refused) {
  BOOST_TEST(rule_mistakes(R"("given": "$", "then": {"non-empty": null})") ==
             "\"non-empty\": there is no function \"non-empty\"; did you mean \"not-empty\"?");
  BOOST_TEST(rule_mistakes(R"("given": "$", "then": {"frobnicate": null})")
                 .starts_with("\"frobnicate\": there is no function \"frobnicate\"; there are "));
}

BOOST_AUTO_TEST_CASE(a_bad_option_is_refused_at_its_place) {
  BOOST_TEST(rule_mistakes(R"("given": "$", "then": {"not-empty": {"words": []}})") ==
             "\"words\": there is no option \"words\"; there are placeholders, kinds, warning");
  BOOST_TEST(rule_mistakes(R"("given": "$", "then": {"not-empty": {"placeholder": []}})") ==
             "\"placeholder\": there is no option \"placeholder\"; did you mean \"placeholders\"?");
  BOOST_TEST(rule_mistakes(R"("given": "$", "then": {"not-empty": {"placeholders": ["a", 7]}})") ==
             "7: \"placeholders\" holds texts that are not blank");
  BOOST_TEST(rule_mistakes(R"("given": "$", "then": {"not-empty": 7})") ==
             "7: the options of a function are a map, or null for none");
}

BOOST_AUTO_TEST_CASE(a_bad_path_is_shown_at_the_mistake_inside_the_string) {
  BOOST_TEST(rule_mistakes(R"("given": "$.\u0061.+b", "then": {"not-empty": null})") ==
             "+: no path: expected a name or \"*\" behind the point");
}

BOOST_AUTO_TEST_CASE(a_bad_path_that_ends_too_early_is_shown_at_its_last_byte) {
  BOOST_TEST(rule_mistakes(R"("given": ["$", "$.a."], "then": {"not-empty": null})") ==
             ".: no path: expected a name or \"*\" behind the point");
}

BOOST_AUTO_TEST_CASE(a_filter_is_underlined_where_it_cannot_be_meant) {
  BOOST_TEST(rule_mistakes(R"("given": "$[?@.* == 1]", "then": {"not-empty": null})") ==
             "@.*: no path: this path may select several values, and one is compared; use names "
             "and indexes only, or value()");
  BOOST_TEST(rule_mistakes(R"("given": "$[?match(@, '(')]", "then": {"not-empty": null})") ==
             "'(': nothing matches this pattern: \"(\" is never closed; add \")\" (character 2 of "
             "the pattern)");
}

BOOST_AUTO_TEST_CASE(a_bad_severity_is_refused) {
  BOOST_TEST(mistakes(R"({"rules": {)" +
                      rule_text("a", R"("severity": "fatal", )" + std::string(kSound)) + "}}") ==
             "\"fatal\": a severity is \"error\", \"warning\", \"info\" or \"off\"");
}

BOOST_AUTO_TEST_CASE(a_bad_message_is_shown_at_its_brace) {
  BOOST_TEST(rule_mistakes(R"("message": "the {Value} is", )" + std::string(kSound)) ==
             "{: a \"{\" begins a name such as {value}, with \"}\" behind it");
}

BOOST_AUTO_TEST_CASE(a_rule_must_say_what_it_is_for) {
  BOOST_TEST(mistakes(R"({"rules": {"a": {"severity": "off", "then": "reading"}}})") ==
             "\"a\": the rule has no \"summary\"; write it\n"
             "\"a\": the rule has no \"why\"; write it\n"
             "\"a\": the rule has no \"examples\"; write it");
}

BOOST_AUTO_TEST_CASE(a_rule_must_have_a_bad_and_a_good_example) {
  BOOST_TEST(mistakes(R"({"rules": {"a": {"summary": "s", "why": "w", "severity": "info",
                          "then": "reading", "examples": [{"good": 0}]}}})") ==
             "\"examples\": \"examples\" is a list with at least one bad and one good example");
}

BOOST_AUTO_TEST_CASE(a_bad_example_says_what_is_found) {
  BOOST_TEST(mistakes(R"({"rules": {"a": {"summary": "s", "why": "w", "severity": "info",
                          "then": "schema", "examples": [{"good": 0}, {"bad": 1}]}}})") ==
             "{: the bad example does not say what is found; write \"finds\"");
}

BOOST_AUTO_TEST_CASE(a_rule_for_functions_needs_a_path_and_others_have_none) {
  BOOST_TEST(rule_mistakes(R"("then": {"not-empty": null})") ==
             "\"test\": the rule has no \"given\"; write the path of what it looks at");
  BOOST_TEST(rule_mistakes(R"("then": "schema", "given": "$")") ==
             "\"$\": only a rule with functions looks at a path; drop it");
}

BOOST_AUTO_TEST_CASE(what_stands_twice_is_refused) {
  BOOST_TEST(rule_mistakes(R"("given": "$", "given": "$", "then": {"not-empty": null})") ==
             "\"given\": \"given\" stands here twice; keep one");
  const std::string rule = rule_text("a", R"("severity": "info", "then": "reading")");
  BOOST_TEST(mistakes(R"({"rules": {)" + rule + ", " + rule + "}}") ==
             "\"a\": there is already a rule with this id; choose another");
}

BOOST_AUTO_TEST_CASE(a_rule_with_a_mistake_is_left_out_and_the_others_stay) {
  const std::string text = R"({"rules": {"bad": 7, )" +
                           rule_text("good", R"("severity": "info", "then": "reading")") + "}}";
  const JsonFile rules(text);
  Ruleset ruleset;
  std::vector<Diagnostic> findings;
  ruleset.add(rules.root(), words(), findings);
  BOOST_TEST(findings.size() == 1U);
  BOOST_TEST(ruleset.rules().size() == 1U);
  BOOST_TEST(ruleset.find("good").has_value());
}

BOOST_AUTO_TEST_CASE(equal_paths_are_walked_once) {
  const std::string one = rule_text("a", R"("severity": "info", )" + std::string(kSound));
  const std::string other = rule_text("b", R"("severity": "info", )" + std::string(kSound));
  const std::string text = R"({"rules": {)" + one + ", " + other + "}}";
  const JsonFile rules(text);
  Ruleset ruleset;
  std::vector<Diagnostic> findings;
  ruleset.add(rules.root(), words(), findings);
  BOOST_TEST(ruleset.selectors().size() == 1U);
  BOOST_TEST(ruleset.selectors()[0].rules.size() == 2U);
}

BOOST_AUTO_TEST_CASE(documentation_is_read_when_asked_for) {
  const std::string text =
      ruleset_text(R"("category": "Lists", "help": "h", "sources": ["x", "y"], "then": "reading")");
  const JsonFile rules(text);
  Ruleset ruleset;
  std::vector<Diagnostic> findings;
  ruleset.add(rules.root(), words(), findings);
  const RuleInfo info = ruleset.info(0, ruleset.defaults());
  BOOST_TEST(info.id + info.category + info.summary + info.why + info.help == "testListsswh");
  BOOST_TEST(info.sources.size() == 2U);
}

BOOST_AUTO_TEST_CASE(the_configuration_changes_a_severity) {
  BOOST_TEST(Configured(R"({"test": "info"})").lint(R"({"a": []})") ==
             "1:2 info /a \"a\" holds nothing; write it, or remove it");
  BOOST_TEST(Configured(R"({"test": {"severity": "off"}})").lint(R"({"a": []})") == "");
}

BOOST_AUTO_TEST_CASE(the_configuration_changes_an_option_and_the_others_stay) {
  const Configured configured(R"({"test": {"options": {"warning": ["a"]}}})");
  BOOST_TEST(configured.mistakes() == "");
  BOOST_TEST(configured.lint(R"({"a": "TBD"})") ==
             "1:7 warning /a \"a\" holds only \"TBD\"; write it, or remove it");
}

BOOST_AUTO_TEST_CASE(a_later_change_of_options_keeps_the_earlier_one) {
  Configured configured(R"({"test": {"options": {"warning": ["a"]}}})");
  const JsonFile later(R"({"test": {"options": {"placeholders": ["none"]}}})");
  configured.ruleset.configure(later.root(), words(), configured.settings, configured.findings);
  BOOST_TEST(configured.lint(R"({"a": "none"})").starts_with("1:7 warning"));
  BOOST_TEST(configured.lint(R"({"a": "tbd"})") == "");
}

BOOST_AUTO_TEST_CASE(mistakes_of_the_configuration_are_shown_in_it) {
  BOOST_TEST(Configured(R"({"tst": "off"})").mistakes() ==
             "1:2 error /tst there is no rule \"tst\"; did you mean \"test\"?");
  BOOST_TEST(Configured(R"({"test": {"options": {"kinds": ["text"]}}})").mistakes() ==
             "1:33 error /test/options/kinds/0 a kind is null, string, list or map");
  BOOST_TEST(Configured(R"({"test": {"level": "off"}})").mistakes() ==
             "1:11 error /test/level a rule is changed by \"severity\" and \"options\", not by "
             "\"level\"");
}

// Severities that a second file leaves the rules of a first with: "test", of the category Lists,
// which finds a milder thing in "b" than in "a", and "other"; or what is wrong with it.
std::string extended(std::string_view text) {
  const std::string base =
      R"({"rules": {)" +
      rule_text("test", R"("severity": "warning", "category": "Lists", "given": "$.*",
                          "then": {"not-empty": {"warning": ["b"]}})") +
      ", " +
      rule_text("other", R"("severity": "info", "given": "$.c", "then": {"not-empty": null})") +
      "}}";
  const JsonFile first(base, "base.json");
  const JsonFile second(text, "house.json");
  Ruleset ruleset;
  std::vector<Diagnostic> findings;
  ruleset.add(first.root(), words(), findings);
  ruleset.add(second.root(), words(), findings);
  if (!findings.empty()) return print(second.source, findings);
  const JsonFile document(R"({"a": [], "b": [], "c": []})");
  check_document(document.document, ruleset, ruleset.defaults(), Wording::author, findings);
  std::sort(findings.begin(), findings.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.rule, a.pointer) < std::tie(b.rule, b.pointer);
  });
  std::string out;
  for (const Diagnostic& finding : findings) {
    out += (out.empty() ? "" : ", ") + finding.rule + ' ' + finding.pointer + ' ';
    out += name(finding.severity);
  }
  return out;
}

BOOST_AUTO_TEST_CASE(a_file_changes_rules_that_it_extends) {
  BOOST_TEST(extended(R"({"rules": {"test": "off", "other": "error"}})") == "other /c error");
  BOOST_TEST(extended(R"({"rules": {"test": {"options": {"kinds": ["map"]}},
                                    "other": {"forms": "page"}}})") == "");
  BOOST_TEST(extended(R"({"rules": {"other": {"options": {"placeholders": [""]}}}})") ==
             "1:51 error /rules/other/options/placeholders/0 \"placeholders\" holds texts that are "
             "not blank");
}

BOOST_AUTO_TEST_CASE(a_change_of_a_rule_that_is_not_there_is_refused) {
  BOOST_TEST(extended(R"({"rules": {"tset": "off"}})") ==
             "1:12 error /rules/tset there is no rule \"tset\"; did you mean \"test\"?");
  BOOST_TEST(
      extended(R"({"rules": {"sentences": {"severity": "info"}}})") ==
      "1:12 error /rules/sentences there is no rule \"sentences\"; what this file extends has "
      "none of that name, and a new rule says summary, why, then and examples");
}

BOOST_AUTO_TEST_CASE(a_change_that_is_misspelt_is_refused_at_its_member) {
  BOOST_TEST(
      extended(R"({"rules": {"test": {"sevrity": "off"}}})") ==
      "1:21 error /rules/test/sevrity an extended rule is not changed by \"sevrity\"; did you "
      "mean \"severity\"?");
}

BOOST_AUTO_TEST_CASE(raise_makes_all_findings_weigh_more) {
  BOOST_TEST(extended(R"({"rules": {}})") ==
             "other /c info, test /a warning, test /b warning, test /c warning");
  BOOST_TEST(extended(R"({"raise": true, "rules": {}})") ==
             "other /c warning, test /a error, test /b error, test /c error");
  BOOST_TEST(
      extended(R"({"rules": {"other": "info"}, "raise": true})").starts_with("other /c info"));
}

BOOST_AUTO_TEST_CASE(only_leaves_the_rules_of_some_categories_on) {
  BOOST_TEST(extended(R"({"rules": {}, "only": "Lists"})") ==
             "test /a warning, test /b warning, test /c warning");
  BOOST_TEST(
      extended(R"({"rules": {}, "only": ["List"]})") ==
      "1:24 error /only/0 no rule that this file extends is of the category \"List\"; did you "
      "mean \"Lists\"?");
}

BOOST_AUTO_TEST_CASE(options_of_several_functions_are_named_by_function) {
  const std::string base =
      ruleset_text(R"("given": "$.a", "then": {"not-empty": null, "title-quality": {"max": 5}})");
  const JsonFile rules(base, "base.json");
  Ruleset ruleset;
  std::vector<Diagnostic> findings;
  ruleset.add(rules.root(), words(), findings);
  Settings settings = ruleset.defaults();
  const JsonFile config(R"({"test": {"options": {"title-quality": {"max": 3}}}})");
  ruleset.configure(config.root(), words(), settings, findings);
  const JsonFile document(R"({"a": "knee"})");
  check_document(document.document, ruleset, settings, Wording::author, findings);
  BOOST_TEST(print(document.source, findings)
                 .starts_with("1:7 error /a the title is 4 characters long (at most 3)"));
  findings.clear();
  const JsonFile wrong(R"({"test": {"options": {"max": 3}}})");
  ruleset.configure(wrong.root(), words(), settings, findings);
  BOOST_TEST(print(wrong.source, findings) ==
             "1:23 error /test/options/max the rule has no function \"max\"; it has not-empty, "
             "title-quality");
}

BOOST_AUTO_TEST_CASE(a_rule_for_some_files_is_off_for_the_others) {
  const std::string text = ruleset_text(R"("files": "drafts/**", "then": "reading")");
  const JsonFile rules(text);
  Ruleset ruleset;
  std::vector<Diagnostic> findings;
  ruleset.add(rules.root(), words(), findings);
  BOOST_TEST(ruleset.has_file_limits());
  Settings settings = ruleset.defaults();
  ruleset.limit_to("drafts/a.json", settings);
  BOOST_TEST(settings.severities[0].has_value());
  ruleset.limit_to("a.json", settings);
  BOOST_TEST(!settings.severities[0].has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
