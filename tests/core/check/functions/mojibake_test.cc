#include <boost/test/unit_test.hpp>

#include <string>

#include "core/check/function_run.h"
#include "core/check/page_run.h"

namespace proclint {
namespace {

BOOST_AUTO_TEST_SUITE(mojibake)

BOOST_AUTO_TEST_CASE(it_is_shown_and_mended_in_every_form) {
  constexpr std::string_view kMessage = "[â€™] \"â€™\" was read in the wrong encoding; write \"’\"";
  const auto check = [&](Form form, const std::string& before, const std::string& place,
                         const std::string& after) {
    BOOST_TEST(found_in(form, "mojibake", before + "Donâ€™t." + after) ==
               place + ' ' + std::string(kMessage));
    BOOST_TEST(mended_in(form, "mojibake", before + "Donâ€™t." + after) ==
               before + "Don’t." + after);
  };
  check(Form::page, "Risks\n\n- ", "3:6", "\n");
  check(Form::markdown, "# T\n\n## Risks\n\n- *", "5:7", "*\n");
  check(Form::yaml, "sections:\n  risks:\n  - text: '", "3:15", "'\n");
  check(Form::json, R"({"sections": {"risks": [{"text": ")", "1:38", "\"}]}}");
}

BOOST_AUTO_TEST_CASE(escapes_of_json_are_read) {
  BOOST_TEST(mended_in(Form::json, "mojibake", R"({"title": "Don\u00e2\u20ac\u2122t \n"})") ==
             R"({"title": "Don’t \n"})");
}

BOOST_AUTO_TEST_CASE(what_was_lost_is_not_guessed) {
  BOOST_TEST(run("mojibake", "{}", R"({"title": "Donï¿½t"})") ==
             "/title [ï¿½] \"ï¿½\" was read in the wrong encoding; what it was is lost: type it "
             "again");
}

BOOST_AUTO_TEST_CASE(a_blank_beside_it_stays_one) {
  BOOST_TEST(mended_in(Form::json, "mojibake", "{\"title\": \"a Â\u00a0b\"}") ==
             R"({"title": "a b"})");
}

BOOST_AUTO_TEST_CASE(it_is_no_matter_of_invisible_characters) {
  BOOST_TEST(run("invisible-character", "{}", "{\"title\": \"aÂ\u00a0b\u00e2\u0080\u0099\"}") ==
             "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
