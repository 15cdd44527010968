#include <boost/test/unit_test.hpp>

#include "core/check/edit_reading.h"
#include "core/check/function_run.h"
#include "core/check/functions.h"

using namespace proclint;

namespace {

std::string invisible(std::string_view text) {
  return run("invisible-character", "{}", "{\"a\": \"" + std::string(text) + "\"}");
}

std::string in_page(std::string_view text) {
  const Source source("page.txt", text);
  Document page;
  page.source = &source;
  page.form = Form::page;
  page.nodes = {{{0, static_cast<std::uint32_t>(text.size())}, kNoNode, 1, 0, 0, Kind::map, false}};
  return run("invisible-character", "{}", page);
}

// How safe it is to mend what is found first.
Safety safety(Form form, std::string_view text) {
  const FormReading reading(form, std::string(text));
  const BoundCheck check = find_function("invisible-character")->make({}, own_words());
  Sink sink(*own_words().sought);
  std::get<Check>(check)(Value::root(reading.document), sink);
  BOOST_REQUIRE(!sink.found().empty() && sink.found().front().fix);
  return sink.found().front().fix->safety;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(invisible_character)

BOOST_AUTO_TEST_CASE(a_clean_text_has_no_finding) {
  BOOST_TEST(invisible("Clean the skin. It\u2019s 5\u2013\u0031\u0030 \u00b0C, \u201cgood\u201d "
                       "\u2022 na\u00efve") == "");
  BOOST_TEST(invisible("a\\tb\\nc\\r\\nd") == "");
}

BOOST_AUTO_TEST_CASE(exactly_the_character_is_shown_and_removed) {
  BOOST_TEST(invisible("blee\u200bding") ==
             "/a [\u200b] U+200B zero width space cannot be seen, but makes words and codes "
             "different; remove it => {\"a\": \"bleeding\"}");
}

BOOST_AUTO_TEST_CASE(a_no_break_space_becomes_a_blank) {
  BOOST_TEST(invisible("5\u00a0mg") ==
             "/a [\u00a0] U+00A0 no-break space looks like a blank but is none; write a blank => "
             "{\"a\": \"5 mg\"}");
  BOOST_TEST(invisible("5\u00a0\u00a0mg").find("(2 in a row)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(beside_a_digit_it_is_for_the_author_to_decide) {
  const auto in_json = [](std::string_view text) {
    return safety(Form::json, "{\"a\": \"" + std::string(text) + "\"}");
  };
  BOOST_CHECK(in_json("blee\u200bding") == Safety::wording);
  BOOST_CHECK(in_json("1\u200b5 mg") == Safety::meaning);
  BOOST_CHECK(in_json("1\u00a05 mg") == Safety::meaning);
  BOOST_CHECK(in_json("5\u00a0mg") == Safety::meaning);
  BOOST_CHECK(in_json("about\u200b5 mg") == Safety::meaning);
  BOOST_CHECK(in_json("1\\u200b5 mg") == Safety::meaning);
  BOOST_CHECK(in_json("one\\u00ad\\u0035 mg") == Safety::meaning);
  BOOST_CHECK(safety(Form::yaml, "a: \"one\\u200b\\x35 mg\"\n") == Safety::meaning);
  BOOST_CHECK(safety(Form::page, "Risks\n\n1\u200b5 mg\n") == Safety::meaning);
}

BOOST_AUTO_TEST_CASE(every_kind_is_named) {
  BOOST_TEST(invisible("a\ufeff").find("U+FEFF byte order mark") != std::string::npos);
  BOOST_TEST(invisible("a\u00ad").find("U+00AD soft hyphen") != std::string::npos);
  BOOST_TEST(invisible("a\u200cb").find("U+200C zero width non-joiner") != std::string::npos);
  BOOST_TEST(invisible("a\u202eb").find("U+202E right-to-left override") != std::string::npos);
  BOOST_TEST(invisible("a\u2066b").find("U+2066 left-to-right isolate") != std::string::npos);
  BOOST_TEST(invisible("a\uf0b7b").find("U+F0B7 private use character") != std::string::npos);
  BOOST_TEST(invisible("a\u0085b").find("U+0085 next line character") != std::string::npos);
  BOOST_TEST(invisible("a\x7F").find("U+007F delete character") != std::string::npos);
  BOOST_TEST(invisible("a\U000F0000").find("U+F0000 private use") != std::string::npos);
  BOOST_TEST(invisible("a\U0010FFFD").find("U+10FFFD private use") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(escapes_do_not_hide_it) {
  BOOST_TEST(invisible("a\\u200Bb").starts_with("/a [\\u200B] U+200B zero width space"));
  BOOST_TEST(invisible("a\\u0007b").starts_with("/a [\\u0007] U+0007 bell character"));
  BOOST_TEST(invisible("\\u00e9\u200b").find('\n') == std::string::npos);
  BOOST_TEST(invisible("\\u00e9\u200b").starts_with("/a [\u200b]"));
}

BOOST_AUTO_TEST_CASE(keys_are_read_too) {
  BOOST_TEST(run("invisible-character", "{}", "{\"ti\u200btle\": 1}").find("U+200B") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_at_the_begin_may_stand) {
  BOOST_TEST(in_page("\ufeffTitle\n") == "");
  BOOST_TEST(in_page("\ufeff\ufeffTitle\n") != "");
}

BOOST_AUTO_TEST_CASE(a_page_is_read_outside_of_its_texts) {
  BOOST_TEST(in_page("Risks\n\n\u00a0\u00a0- Pain\n").starts_with(" [\u00a0\u00a0] U+00A0"));
  BOOST_TEST(in_page("Risks\r\n\tPain\r\n") == "");
  BOOST_TEST(in_page("Risks\rPain\n").starts_with(" [\r] U+000D carriage return"));
  BOOST_TEST(in_page("Risks\fPain\n").starts_with(" [\f] U+000C form feed"));
}

BOOST_AUTO_TEST_CASE(scripts_keep_what_they_need) {
  BOOST_TEST(invisible("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645") == "");  // Persian
  BOOST_TEST(invisible("\u0915\u094d\u200d\u0937") == "");                          // Hindi
  BOOST_TEST(invisible("\u0e01\u200b\u0e02") == "");                                // Thai
  BOOST_TEST(invisible("\u05d0\u200f.") == "");                                     // Hebrew
  BOOST_TEST(invisible("see\u200fthis") != "");
}

BOOST_AUTO_TEST_CASE(emoji_keep_what_they_need) {
  BOOST_TEST(invisible("\U0001F468\u200d\U0001F469\u200d\U0001F467") == "");
  BOOST_TEST(invisible("\u2764\ufe0f\u200d\U0001F525") == "");
  BOOST_TEST(invisible("\U0001F3F4\U000E0067\U000E0062\U000E007F") == "");
  BOOST_TEST(invisible("a\U000E0067") != "");
  BOOST_TEST(invisible("a\u200d\U0001F469") != "");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_text_are_left_alone) {
  BOOST_TEST(in_page("a\xC2\n\xE2\x80\n\xFF") == "");
}

BOOST_AUTO_TEST_CASE(it_is_found_at_every_place_of_a_block) {
  for (std::size_t i = 0; i < 24; ++i) {
    const std::string text = std::string(i, 'x') + "\u200b" + std::string(24 - i, 'y');
    BOOST_TEST(in_page(text).starts_with(" [\u200b]"), i);
    const std::string control = std::string(i, 'x') + "\x01" + std::string(24 - i, 'y');
    BOOST_TEST(in_page(control).starts_with(" [\x01]"), i);
  }
}

BOOST_AUTO_TEST_SUITE_END()
