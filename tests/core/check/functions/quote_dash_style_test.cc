#include <boost/test/unit_test.hpp>

#include <string>

#include "core/check/function_run.h"
#include "core/check/page_run.h"

namespace proclint {
namespace {

std::string page(std::string_view text) { return "Risks\n\n" + std::string(text) + "\n"; }

std::string found(std::string_view text) { return on_page("quote-dash-style", page(text)); }

std::string fixed(std::string_view text) {
  const std::string out = mended("quote-dash-style", page(text));
  return out.substr(7, out.size() - 8);
}

BOOST_AUTO_TEST_SUITE(quote_dash_style)

BOOST_AUTO_TEST_CASE(one_kind_of_quotes_is_good) {
  BOOST_TEST(found("A \"tap\" doesn't hurt.") == "");
  BOOST_TEST(found("A “tap” doesn’t hurt.") == "");
  BOOST_TEST(found("A “tap” doesn't hurt.") == "");  // apostrophes are of another kind
}

BOOST_AUTO_TEST_CASE(the_smaller_number_is_found_once_a_text) {
  BOOST_TEST(
      found("A “tap” and “that”.\n\nA \"tap\" or \"this\".") ==
      "5:3 [\"] straight quotation marks here, but curly ones elsewhere in the document; use "
      "one kind");
  BOOST_TEST(found("It’s, it's and it's.") ==
             "3:3 [’] curly apostrophes here, but straight ones elsewhere in the document; use one "
             "kind");
}

BOOST_AUTO_TEST_CASE(of_equal_numbers_the_first_kind_counts) {
  BOOST_TEST(fixed("A “tap” or (\"this\").") == "A “tap” or (“this”).");
  BOOST_TEST(fixed("A \"tap\" or “this”.") == "A \"tap\" or \"this\".");
  BOOST_TEST(fixed("It’s ‘so’, isn't it, 'yes'.") == "It’s ‘so’, isn’t it, ‘yes’.");
}

BOOST_AUTO_TEST_CASE(inches_and_feet_are_no_quotes) {
  BOOST_TEST(found("A “tap”, 5'10\" tall, 6\" long.") == "");
}

BOOST_AUTO_TEST_CASE(quotes_are_written_as_the_form_needs_it) {
  BOOST_TEST(mended_in(Form::json, "quote-dash-style",
                       R"({"title": "\"A\" “b”", "sections": {"risks": []}})") ==
             R"({"title": "\"A\" \"b\"", "sections": {"risks": []}})");
  BOOST_TEST(mended_in(Form::json, "quote-dash-style",
                       R"({"sections": {"risks": [{"text": "\"A\" “b”"}]}})") ==
             R"({"sections": {"risks": [{"text": "\"A\" \"b\""}]}})");
}

BOOST_AUTO_TEST_CASE(two_hyphens_are_a_dash) {
  BOOST_TEST(found("Rest -- and drink.") == "3:6 [--] two hyphens stand for a dash; write \"–\"");
  BOOST_TEST(fixed("Rest -- and drink--a lot.") == "Rest – and drink – a lot.");
  BOOST_TEST(found("Use --help, --, a --- b or 1--2.") == "");
}

BOOST_AUTO_TEST_CASE(a_range_is_written_in_words_in_every_form) {
  constexpr std::string_view kMessage =
      "[15-30] \"15-30\" is a range with a hyphen, which can be read as a minus; write \"15 to "
      "30\"";
  const auto check = [&](Form form, const std::string& before, const std::string& place,
                         const std::string& after) {
    BOOST_TEST(found_in(form, "quote-dash-style", before + "Takes 15-30 minutes." + after) ==
               place + ' ' + std::string(kMessage));
    BOOST_TEST(mended_in(form, "quote-dash-style", before + "Takes 15-30 minutes." + after) ==
               before + "Takes 15 to 30 minutes." + after);
  };
  check(Form::page, "Risks\n\n- ", "3:9", "\n");
  check(Form::markdown, "# T\n\n## Risks\n\n- ", "5:9", "\n");
  check(Form::yaml, "sections:\n  risks:\n  - text: ", "3:17", "\n");
  check(Form::json, R"({"sections": {"risks": [{"text": ")", "1:41", "\"}]}}");
}

BOOST_AUTO_TEST_CASE(sources_codes_and_tables_are_left_alone) {
  BOOST_TEST(on_page("quote-dash-style", "References\n\nJournal 7, 15-30.\n") == "");
  BOOST_TEST(found_in(Form::markdown, "quote-dash-style",
                      "## Risks\n\n| a | b |\n|---|---|\n| 1-2 | c -- d |\n") == "");
  BOOST_TEST(run("quote-dash-style", "{}",
                 R"({"codes": [{"value": "1-2"}], "x-note": "1-2", "sections": {}})") == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
