#include "core/check/mojibake.h"

#include <boost/test/unit_test.hpp>

#include <string>

namespace proclint {
namespace {

// What is found in the text: "[as written=what was meant]" for each.
std::string found(std::string_view text) {
  std::string out;
  for (auto each = find_mojibake(text, 0); each; each = find_mojibake(text, each->end)) {
    out += '[' + std::string(text.substr(each->begin, each->end - each->begin)) + '=' +
           each->meant + ']';
  }
  return out;
}

BOOST_AUTO_TEST_SUITE(mojibake_sequences)

BOOST_AUTO_TEST_CASE(quotes_dashes_and_letters_are_known) {
  BOOST_TEST(found("donâ€™t") == "[â€™=’]");
  BOOST_TEST(found("â€œtapâ€\u009d") == "[â€œ=“][â€\u009d=”]");
  BOOST_TEST(found("10 â€“ 20") == "[â€“=–]");
  BOOST_TEST(found("cafÃ©, naÃ¯f, voilÃ\u00a0") == "[Ã©=é][Ã¯=ï][Ã\u00a0=à]");
  BOOST_TEST(found("5 Âµg Â± 1, 20 Â°C") == "[Âµ=µ][Â±=±][Â°=°]");
  BOOST_TEST(found("Productâ„¢ ï»¿") == "[â„¢=™][ï»¿=\uFEFF]");
}

BOOST_AUTO_TEST_CASE(so_is_what_was_read_as_iso_8859_1) {
  BOOST_TEST(found("don\u00e2\u0080\u0099t") == "[\u00e2\u0080\u0099=’]");
}

BOOST_AUTO_TEST_CASE(a_quote_may_have_lost_its_last_byte) {
  BOOST_TEST(found("â€œtapâ€ now") == "[â€œ=“][â€=”]");
  BOOST_TEST(found("tapâ€\uFFFD") == "[â€\uFFFD=”]");
}

BOOST_AUTO_TEST_CASE(a_no_break_space_is_a_blank) {
  BOOST_TEST(found("5Â\u00a0mg") == "[Â\u00a0= ]");
  BOOST_TEST(found("5Â mg") == "[Â = ]");
}

BOOST_AUTO_TEST_CASE(twice_wrong_is_mended_at_once) {
  BOOST_TEST(found("donÃ¢â‚¬â„¢t") == "[Ã¢â‚¬â„¢=’]");
  BOOST_TEST(found("cafÃƒÂ©") == "[ÃƒÂ©=é]");
}

BOOST_AUTO_TEST_CASE(other_letters_need_a_second_one_beside_them) {
  BOOST_TEST(found("Ð¿Ñ€") == "[Ð¿Ñ€=пр]");
  BOOST_TEST(found("Ð¿") == "");
}

BOOST_AUTO_TEST_CASE(what_was_lost_has_no_meaning) { BOOST_TEST(found("donï¿½t") == "[ï¿½=]"); }

BOOST_AUTO_TEST_CASE(letters_of_other_languages_are_left_alone) {
  for (const std::string text :
       {"Não há ‘dor’", "«CAFÉ» «MENÜ»", "„Öl“, „Maß“, Ärzte", "Å“r", "NÃO", "“IRMÔ", "çà et là…",
        "â…", "château – hôpital", "Ÿ Ž Š", "ÀÁÂÃÄÅ", "Đặng Â", "naïve ï"}) {
    BOOST_TEST(found(text) == "");
  }
}

BOOST_AUTO_TEST_CASE(a_byte_inside_is_known) {
  const std::string text = "aâ€\u0099b";
  BOOST_TEST(!is_in_mojibake(text, 0));
  BOOST_TEST(is_in_mojibake(text, 1));
  BOOST_TEST(is_in_mojibake(text, text.size() - 2));
  BOOST_TEST(!is_in_mojibake(text, text.size() - 1));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
