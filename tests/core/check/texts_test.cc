#include "core/check/texts.h"

#include <boost/test/unit_test.hpp>
#include <optional>
#include <string>

#include "core/check/lint.h"
#include "core/check/words.h"

namespace proclint {
namespace {

std::string json_of(std::string_view text) {
  std::string out = "[\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"]";
}

// The facts of one text, by their first letters.
std::string facts_of(const std::string& json) {
  const JsonFile file(json, "a.json");
  BOOST_REQUIRE(file.root());
  Texts texts;
  texts.read(file.root().document());
  TextFacts facts = 0;
  texts.for_each(file.root(), [&](Value, TextFacts each) { facts |= each; });
  BOOST_TEST(texts.any(0xFF) == (facts != 0));
  std::string out;
  if ((facts & kHasDigit) != 0) out += " digit";
  if ((facts & kHasInnerCapital) != 0) out += " capital";
  if ((facts & kHasTwoBlanks) != 0) out += " blanks";
  if ((facts & kHasControl) != 0) out += " control";
  if ((facts & kHasInnerSign) != 0) out += " sign";
  if ((facts & kHasNotAscii) != 0) out += " not-ascii";
  if ((facts & kHasRepeatedWord) != 0) out += " repeated";
  if ((facts & kHasAngle) != 0) out += " angle";
  return out.empty() ? out : out.substr(1);
}

std::string facts(std::string_view text) { return facts_of(json_of(text)); }

}  // namespace

BOOST_AUTO_TEST_SUITE(texts)

BOOST_AUTO_TEST_CASE(a_plain_sentence_has_nothing_to_look_at) {
  BOOST_TEST(facts("") == "");
  BOOST_TEST(facts("Clean the skin and cover it with a sterile drape.") == "");
}

BOOST_AUTO_TEST_CASE(each_fact_is_seen_wherever_it_stands) {
  for (std::size_t at = 1; at < 150; ++at) {
    const std::string before(at, 'x');
    BOOST_TEST(facts(before + "7") == "digit");
    BOOST_TEST(facts(before + "X") == "capital");
    BOOST_TEST(facts(before + "  y") == "blanks");
    BOOST_TEST(facts(before + ",y") == "sign");
    BOOST_TEST(facts(before + ",") == "");
    BOOST_TEST(facts(before + "\xC3\xA9") == "sign not-ascii");
    BOOST_TEST(facts(before + ">") == "angle");
    BOOST_TEST(facts_of("[\"" + before + "\\ty\"]") == "control");
  }
  BOOST_TEST(facts("Xx") == "");
}

BOOST_AUTO_TEST_CASE(a_repeated_word_is_never_overlooked) {
  for (const std::string_view pair :
       {"the the", "The the", "a A", "don't don't", "-up up", "x-ray x-ray,", "12 12",
        "\xC3\x89t\xC3\xA9 \xC3\xA9t\xC3\xA9", "it\xE2\x80\x99s it\xE2\x80\x99s"}) {
    for (std::size_t at = 0; at < 130; ++at) {
      const std::string found = facts(std::string(at, '(') + std::string(pair));
      BOOST_TEST(found.find("repeated") != std::string::npos, pair << " at " << at);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_last_word_of_one_text_and_the_first_of_the_next_repeat_nothing) {
  BOOST_TEST(facts_of(R"(["clean the skin", "skin and nails"])") == "");
}

BOOST_AUTO_TEST_CASE(words_are_those_that_words_finds) {
  for (const std::string_view text :
       {"", "a", "Don't stop-and- go, 'now'", "caf\xC3\xA9 au lait",
        "it\xE2\x80\x99s \xC2\xABhere\xC2\xBB", "x--y", "-", "a-b-c'd'", "in 2024-05-06 (or so)",
        "tab\\tand\\u00e9scape"}) {
    for (std::size_t at = 0; at < 130; ++at) {
      const std::string padded = std::string(at, 'q') + std::string(text);
      const std::string json = "[\"" + padded + "\"]";
      const JsonFile file(json, "a.json");
      BOOST_REQUIRE(file.root());
      const Document& document = file.root().document();
      Texts texts;
      texts.read(document);
      BOOST_REQUIRE(texts.below(file.root()).size() == 1U);
      const Texts::Text& found = texts.below(file.root())[0];
      Words words(document.text(found.node));
      for (std::uint32_t i = found.first_word; i < found.last_word; ++i) {
        const TextWord word = texts.word(i);
        BOOST_REQUIRE(words.next());
        BOOST_TEST(word.begin - document.node(found.node).text == words.begin());
        BOOST_TEST(word.size == words.end() - words.begin());
        BOOST_TEST(texts.may_have_head(word.head));
      }
      BOOST_TEST(!words.next(), padded);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_document_is_asked_for_the_first_letters_of_its_words) {
  const JsonFile file(R"(["Accept Cookies, or go"])", "a.json");
  Texts texts;
  texts.read(file.root().document());
  BOOST_TEST(texts.may_have_head(word_head("cook")));
  BOOST_TEST(texts.may_have_head(word_head("go  ")));
  BOOST_TEST(!texts.may_have_head(word_head("righ")));
}

BOOST_AUTO_TEST_CASE(the_texts_of_a_part_are_those_below_it) {
  const JsonFile file(R"({"a": ["x", "y"], "b": {"c": "z"}, "d": 1})", "a.json");
  Texts texts;
  texts.read(file.root().document());
  BOOST_TEST(texts.below(file.root()).size() == 3U);
  BOOST_TEST(texts.below(file.root().find("a")).size() == 2U);
  BOOST_TEST(texts.below(file.root().find("b").find("c")).size() == 1U);
  BOOST_TEST(texts.below(file.root().find("d")).size() == 0U);
}

BOOST_AUTO_TEST_CASE(a_large_document_may_have_everything) {
  const std::string many(std::size_t{2} << 20U, 'x');
  const std::string json = "[\"" + many + "\", \"y\"]";
  const JsonFile file(json, "a.json");
  Texts texts;
  texts.read(file.root().document());
  BOOST_TEST(!texts.is_read());
  BOOST_TEST(texts.any(kHasAngle));
  BOOST_TEST(texts.may_have_head(word_head("cook")));
  std::size_t count = 0;
  texts.for_each(file.root(), [&](Value, TextFacts) { ++count; });
  BOOST_TEST(count == 2U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint
