#include <boost/test/unit_test.hpp>

#include "core/check/function_run.h"
#include "core/check/functions.h"
#include "core/check/lint.h"
#include "core/check/retired_codes.h"

using namespace proclint;

namespace {

// What a code list says of the only code of the document, with the severity, on 2026-01-31.
std::string retired(std::string_view list, std::string_view code, std::string_view more = "") {
  const Source table("retired.tsv", list);
  std::vector<Diagnostic> mistakes;
  const RetiredCodes codes = RetiredCodes::parse(table, own_words().code_systems, mistakes);
  BOOST_REQUIRE(mistakes.empty());
  const JsonFile options(R"({"list": "retired"})");
  const std::string text = "{" + std::string(more) + R"("codes": [)" + std::string(code) + "]}";
  const JsonFile document(text);
  const BoundCheck check = find_function("code-list")->make(options.root(), own_words());
  const Surroundings surroundings{"2026-01-31", &codes};
  Sink sink(*own_words().sought, &surroundings);
  std::get<Check>(check)(*document.root().find("codes").children().begin(), sink);
  if (sink.found().empty()) return "";
  const Sink::Found& found = sink.found().front();
  return std::string(name(*found.severity)) + ' ' + found.message +
         (found.fix ? " => " + found.fix->edits.front().text : "");
}

constexpr std::string_view kCode = R"({"system": "ccam", "value": "ZZZZ001"})";

}  // namespace

BOOST_AUTO_TEST_SUITE(code_list_function)

BOOST_AUTO_TEST_CASE(a_retired_code_is_an_error_with_its_successor) {
  BOOST_TEST(retired("ccam\tZZZZ001\t2026-01-31\tZZZZ002", kCode) ==
             "error the CCAM code \"ZZZZ001\" was retired on 2026-01-31; it was replaced by "
             "\"ZZZZ002\" => ZZZZ002");
}

BOOST_AUTO_TEST_CASE(a_code_that_will_be_retired_is_a_warning) {
  BOOST_TEST(retired("ccam\tZZZZ001\t2026-02-01\tZZZZ002", kCode) ==
             "warning the CCAM code \"ZZZZ001\" will be retired on 2026-02-01; it will be replaced "
             "by \"ZZZZ002\"");
}

BOOST_AUTO_TEST_CASE(several_successors_are_named_and_none_is_chosen) {
  BOOST_TEST(retired("ccam\tZZZZ001\t2020-01-01\tZZZZ002, ZZZZ003\tsplit by side", kCode) ==
             "error the CCAM code \"ZZZZ001\" was retired on 2020-01-01; it was replaced by "
             "\"ZZZZ002\" and \"ZZZZ003\" (split by side)");
  BOOST_TEST(retired("ccam\tZZZZ001\t2020-01-01", kCode) ==
             "error the CCAM code \"ZZZZ001\" was retired on 2020-01-01; the list names no code in "
             "its place");
}

BOOST_AUTO_TEST_CASE(what_says_itself_that_it_is_retired_is_info) {
  constexpr std::string_view kList = "ccam\tZZZZ001\t2020-01-01\tZZZZ002";
  BOOST_TEST(retired(kList, kCode, R"("status": "retired", )").starts_with("info "));
  BOOST_TEST(retired(kList, kCode, R"("status": "active", )").starts_with("error "));
  BOOST_TEST(retired(kList, R"({"system": "ccam", "value": "ZZZZ001", "status": "retired"})")
                 .starts_with("info "));
  BOOST_TEST(retired(kList, R"({"system": "ccam", "value": "ZZZZ001", "relation": "replaces"})")
                 .starts_with("info "));
}

BOOST_AUTO_TEST_CASE(another_system_or_code_is_not_meant) {
  constexpr std::string_view kList = "cpt\t00001\t2020-01-01\nhcpcs\tG0001\t2020-01-01";
  BOOST_TEST(retired(kList, R"({"system": "cpt1", "value": "00001"})") != "");
  BOOST_TEST(retired(kList, R"({"system": "cpt", "value": "00002"})") == "");
  BOOST_TEST(retired(kList, R"({"system": "cpt", "value": "G0001"})") == "");
  BOOST_TEST(retired(kList, R"({"system": "cpt", "value": 1})") == "");
}

BOOST_AUTO_TEST_CASE(a_rule_may_name_codes_itself) {
  constexpr std::string_view kOptions = R"({"list": "retired", "codes": [
      {"system": "ccam", "value": "ZZZZ001", "retired": "9999-01-01", "replacedBy": ["ZZZZ002"]}]})";
  BOOST_TEST(run("code-list", kOptions, std::string(R"({"codes": [)") + std::string(kCode) + "]}",
                 "/codes/0") ==
             "/codes/0/value [\"ZZZZ001\"] the CCAM code \"ZZZZ001\" will be retired on "
             "9999-01-01; it will be replaced by \"ZZZZ002\" (warning)");
}

BOOST_AUTO_TEST_CASE(the_options_are_checked) {
  const auto message = [](std::string_view options) { return run("code-list", options, "{}"); };
  BOOST_TEST(message("{}") == "\"list\" is retired");
  BOOST_TEST(message(R"({"list": "unknown"})") == "\"list\" is retired");
  BOOST_TEST(message(R"({"list": "retired", "lists": 1})") != "");
  BOOST_TEST(message(R"({"list": "retired", "codes": [{"system": "x"}]})") ==
             "\"x\" is not the name of a code system");
  BOOST_TEST(message(R"({"list": "retired", "codes": [{"system": "ccam", "value": 7}]})") ==
             "\"value\" is a text");
}

BOOST_AUTO_TEST_SUITE_END()
