// What the fixes of the rule functions write, in each form.
#include <boost/test/unit_test.hpp>
#include <string>

#include "core/check/edit_reading.h"
#include "core/check/function_run.h"

namespace proclint {
namespace {

// The text after the first fix that the function offers; "none" if it offers none.
std::string fixed(std::string_view function, Form form, std::string_view text,
                  std::string_view options = "{}", std::string_view pointer = "") {
  const FormReading reading(form, std::string(text));
  BOOST_TEST_REQUIRE(!reading.document.empty());
  const std::string found = run(function, options, reading.document, pointer);
  const std::size_t fix = found.find(" => ");
  return fix == std::string::npos ? "none" : found.substr(fix + 4);
}

std::string without_doubled_word(Form form, std::string_view text) {
  return fixed("repeated-word", form, text);
}

BOOST_AUTO_TEST_SUITE(fixes)

BOOST_AUTO_TEST_CASE(a_doubled_word_goes_in_every_form) {
  BOOST_TEST(without_doubled_word(Form::json, R"({"a": "\u0074he the arm"})") ==
             R"({"a": "\u0074he arm"})");
  BOOST_TEST(without_doubled_word(Form::yaml, "a: clean the the arm\n") == "a: clean the arm\n");
  BOOST_TEST(without_doubled_word(Form::yaml, "a: >\n  clean the\n  the arm\n") ==
             "a: >\n  clean the\n  arm\n");
  BOOST_TEST(without_doubled_word(Form::markdown, "# T\n\n## Risks\n\nClean the\nthe arm\n") ==
             "# T\n\n## Risks\n\nClean the\narm\n");
  BOOST_TEST(without_doubled_word(Form::markdown, "# T\n\n## Risks\n\nClean the *the* arm\n") ==
             "none");
  BOOST_TEST(without_doubled_word(Form::page, "Risks\n\nClean the the arm.\n") ==
             "Risks\n\nClean the arm.\n");
}

BOOST_AUTO_TEST_CASE(a_period_goes_or_comes_in_every_form) {
  const auto punctuated = [](Form form, std::string_view text) {
    return fixed("list-punctuation", form, text);
  };
  BOOST_TEST(punctuated(Form::yaml, "items: [Fever, 'Pain', Cough.]\n") ==
             "items: [Fever, 'Pain', Cough]\n");
  BOOST_TEST(punctuated(Form::yaml, "items:\n- Rest: \"a\"\n- A.\n- B.\n- 'C'\n") ==
             "items:\n- Rest: \"a\"\n- A.\n- B.\n- 'C.'\n");
  BOOST_TEST(punctuated(Form::markdown, "# T\n\n## Risks\n\n- A\n- B\n- C &amp; D.\n") ==
             "# T\n\n## Risks\n\n- A\n- B\n- C &amp; D\n");
  BOOST_TEST(punctuated(Form::page, "Risks\n\n  - A.\n  - B.\n  - C\n    D\n") ==
             "Risks\n\n  - A.\n  - B.\n  - C\n    D.\n");
}

BOOST_AUTO_TEST_CASE(a_second_item_goes_in_every_form) {
  const auto once = [](Form form, std::string_view text) {
    return fixed("duplicate-item", form, text, "{}", "/sections");
  };
  BOOST_TEST(once(Form::json, R"({"sections": {"risks": [{"items": ["Fever", "fever"]}]}})") ==
             R"({"sections": {"risks": [{"items": ["Fever"]}]}})");
  BOOST_TEST(once(Form::yaml, "sections:\n  risks:\n  - items:\n    - Fever\n    - fever\n") ==
             "sections:\n  risks:\n  - items:\n    - Fever\n");
  BOOST_TEST(once(Form::markdown, "## Steps\n\n1. Rest\n2. Rest\n3. Drink\n") ==
             "## Steps\n\n1. Rest\n2. Drink\n");
  BOOST_TEST(once(Form::page, "Steps\n\n1. Rest\n2. Rest\n3. Drink\n") ==
             "Steps\n\n1. Rest\n2. Drink\n");
}

BOOST_AUTO_TEST_CASE(a_code_is_quoted_as_it_is_written) {
  const auto quoted = [](Form form, std::string_view text) {
    return fixed("code", form, text, R"({"verdict": "value-not-string"})", "/codes/0");
  };
  BOOST_TEST(quoted(Form::yaml, "codes: [{system: cpt, value: 00100}]\n") ==
             "codes: [{system: cpt, value: \"00100\"}]\n");
  BOOST_TEST(quoted(Form::yaml, "codes: [{system: cpt, value: !!int 100}]\n") == "none");
  BOOST_TEST(quoted(Form::markdown, "---\ncodes:\n- system: icd-10-pcs\n  value: 3E03317\n---\n") ==
             "---\ncodes:\n- system: icd-10-pcs\n  value: \"3E03317\"\n---\n");
}

BOOST_AUTO_TEST_CASE(a_code_that_would_be_a_number_is_put_in_quotes) {
  BOOST_TEST(fixed("code", Form::yaml, "codes: [{system: cpt, value: O0100}]\n",
                   R"({"verdict": "lookalike"})",
                   "/codes/0") == "codes: [{system: cpt, value: \"00100\"}]\n");
  BOOST_TEST(fixed("code", Form::yaml, "codes: [{system: icd-10-cm, value: g243}]\n",
                   R"({"verdict": "separator"})",
                   "/codes/0") == "codes: [{system: icd-10-cm, value: G24.3}]\n");
  BOOST_TEST(fixed("code", Form::json,
                   R"({"codes": [{"system": "icd-10-cm", "value": "C00-C14"}]})",
                   R"({"verdict": "range-as-value"})", "/codes/0") == "none");
}

BOOST_AUTO_TEST_CASE(what_nobody_sees_goes_where_that_is_safe) {
  const auto seen = [](Form form, std::string_view text) {
    return fixed("invisible-character", form, text);
  };
  BOOST_TEST(seen(Form::json, R"({"a": "b\u200bc"})") == R"({"a": "bc"})");
  BOOST_TEST(seen(Form::yaml, "a: b:\u00a0c\n") == "a: \"b: c\"\n");
  BOOST_TEST(seen(Form::yaml, "a: b\n  c\u200bd\n") == "a: b\n  cd\n");
  BOOST_TEST(seen(Form::markdown, "# T\u00a0t\n") == "# T t\n");
  BOOST_TEST(seen(Form::page, "Risks\n\nA\u200bche.\n") == "Risks\n\nAche.\n");
}

BOOST_AUTO_TEST_CASE(what_is_empty_can_be_removed) {
  const auto without = [](Form form, std::string_view text, std::string_view pointer) {
    return fixed("not-empty", form, text, R"({"placeholders": ["tbd"]})", pointer);
  };
  BOOST_TEST(without(Form::page, "Risks\n\nTBD\n\nRecovery\n\nRest.\n", "/sections/risks") ==
             "Recovery\n\nRest.\n");
  BOOST_TEST(without(Form::json, R"({"sections": {"a": [{"text": "b"}, {"items": []}]}})",
                     "/sections/a/1/items") == R"({"sections": {"a": [{"text": "b"}]}})");
  BOOST_TEST(without(Form::yaml, "sections:\n  a: []\n  b:\n  - text: c\n", "/sections/a") ==
             "sections:\n  b:\n  - text: c\n");
}

BOOST_AUTO_TEST_CASE(furniture_of_a_web_page_can_be_removed) {
  const auto without = [](Form form, std::string_view text) {
    return fixed("boilerplate", form, text);
  };
  BOOST_TEST(
      without(Form::json, R"({"sections": {"a": [{"text": "b"}, {"text": "Back to top"}]}})") ==
      R"({"sections": {"a": [{"text": "b"}]}})");
  BOOST_TEST(without(Form::yaml, "sections:\n  a:\n  - items:\n    - b\n    - Back to top\n") ==
             "sections:\n  a:\n  - items:\n    - b\n");
  BOOST_TEST(
      without(Form::markdown, "## Risks\n\nPain.\n\nBack to top\n\n## Recovery\n\nRest.\n") ==
      "## Risks\n\nPain.\n\n## Recovery\n\nRest.\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
