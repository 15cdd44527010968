#include "core/check/texts.h"

#include <array>
#include <boost/test/unit_test.hpp>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

constexpr std::array<std::pair<TextFacts, std::string_view>, 13> kNames{{
    {kHasRepeatedWord, "repeated"},
    {kHasCapitalBehindWord, "capital"},
    {kHasEndInside, "end"},
    {kHasAngle, "angle"},
    {kHasComma, "comma"},
    {kHasSemicolon, "semicolon"},
    {kHasDash, "dash"},
    {kHasStraightQuote, "straight"},
    {kHasCurlyQuote, "curly"},
    {kHasMojibake, "mojibake"},
    {kHasHidden, "hidden"},
    {kBeginsWithSign, "begins"},
    {kEndsWithSign, "ends"},
}};

std::vector<Texts::Text> all_of(const Texts& texts, Value target) {
  std::vector<Texts::Text> out;
  texts.for_each(target, [&out](const Texts::Text& text) { out.push_back(text); });
  return out;
}

// The facts of a document's texts, by name.
std::string facts_of(const std::string& json) {
  const JsonFile file(json, "a.json");
  BOOST_REQUIRE(file.root());
  Texts texts;
  texts.read(file.root().document(), {});
  TextFacts facts = 0;
  for (const Texts::Text& text : all_of(texts, file.root())) facts |= text.facts;
  BOOST_TEST(texts.facts_below(file.root()) == facts);
  std::string out;
  for (const auto& [fact, name] : kNames) {
    BOOST_TEST(texts.may_have(fact) == ((facts & fact) != 0));
    if ((facts & fact) != 0) out.append(out.empty() ? "" : " ").append(name);
  }
  return out;
}

std::string facts(std::string_view text) { return facts_of(json_of(text)); }

}  // namespace

BOOST_AUTO_TEST_SUITE(texts)

BOOST_AUTO_TEST_CASE(a_plain_sentence_has_nothing_to_look_at) {
  BOOST_TEST(facts("") == "");
  BOOST_TEST(facts("Clean the skin and cover it with a sterile drape") == "");
  BOOST_TEST(facts("Clean the skin.") == "ends");
  BOOST_TEST(facts("It is at 38.5 \xC2\xB0"
                   "C (na\xC3\xAFve)") == "ends");
}

BOOST_AUTO_TEST_CASE(each_fact_is_seen_wherever_it_stands) {
  for (std::size_t at = 1; at < 150; ++at) {
    const std::string before(at, 'x');
    BOOST_TEST(facts(before + " Xy") == "capital");
    BOOST_TEST(facts(before + ". Xy") == "end");
    BOOST_TEST(facts(before + ".) y") == "end");
    BOOST_TEST(facts(before + ".5") == "");
    BOOST_TEST(facts(before + ">y") == "angle");
    BOOST_TEST(facts(before + ">") == "angle ends");
    BOOST_TEST(facts(before + ", y") == "comma");
    BOOST_TEST(facts(before + ",") == "ends");
    BOOST_TEST(facts(before + ";y") == "semicolon");
    BOOST_TEST(facts(before + "--y") == "dash");
    BOOST_TEST(facts(before + "5-5") == "dash");
    BOOST_TEST(facts(before + "-5") == "");
    BOOST_TEST(facts(before + "-y") == "");
    BOOST_TEST(facts(before + "'y") == "straight");
    BOOST_TEST(facts(before + "\xE2\x80\x99y") == "curly");
    BOOST_TEST(facts(before + "\xE2\x80\x93y") == "");
    BOOST_TEST(facts(before + "\xC3\x83\xC2\xA9y") == "mojibake");
    BOOST_TEST(facts(before + "\xC3\x82 y") == "mojibake");
    BOOST_TEST(facts(before + "\xE2\x80\x8By") == "hidden");
    BOOST_TEST(facts(before + "\xC2\xA0y") == "hidden");
    BOOST_TEST(facts(before + "\x7Fy") == "hidden");
    BOOST_TEST(facts_of("[\"" + before + "\\u0001y\"]") == "hidden");
    BOOST_TEST(facts_of("[\"" + before + "\\ny\"]") == "");
    BOOST_TEST(facts("(" + before) == "begins");
  }
}

BOOST_AUTO_TEST_CASE(a_key_may_hide_something_too) {
  const JsonFile file("{\"a\xE2\x80\x8B\": 1}", "a.json");
  Texts texts;
  texts.read(file.root().document(), {});
  BOOST_TEST(texts.may_have(kHasHidden));
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
  SoughtWords sought;
  std::vector<WordList> known;
  for (const std::string_view word :
       {"a", "don't", "stop-and", "go", "now", "caf\xC3\xA9", "it\xE2\x80\x99s", "here", "x",
        "a-b-c'd", "in", "2024-05-06", "escape", "q", "anaesthesiology"}) {
    known.emplace_back(sought.words, std::vector<std::string_view>{word});
    known.emplace_back(sought.first_words, std::vector<std::string_view>{word});
  }
  for (const std::string_view text :
       {"", "a", "Don't stop-and- go, 'now'", "caf\xC3\xA9 au lait", "Anaesthesiology HERE",
        "it\xE2\x80\x99s \xC2\xABhere\xC2\xBB", "x--y", "-", "a-b-c'd'", "in 2024-05-06 (or so)",
        "tab\\tand\\u00e9scape", "5\xC2\xB5g, 2\xC2\xA0ml \xE2\x80\x93 38\xC2\xB0",
        "\xE2\x80\x9Cgo\xE2\x80\x9D \xE2\x80\x99now\xE2\x80\x99 x\xE2\x80\x99-a \xE2\x89\xA5q"}) {
    for (const char filling : {'q', '(', '-', ' '}) {
      for (std::size_t at = 0; at < 130; ++at) {
        const std::string json = "[\"" + std::string(at, filling) + std::string(text) + "\"]";
        const JsonFile file(json, "a.json");
        BOOST_REQUIRE(file.root());
        Texts texts;
        texts.read(file.root().document(), sought);
        BOOST_REQUIRE(all_of(texts, file.root()).size() == 1U);
        const Texts::Text found = all_of(texts, file.root())[0];
        Words words(texts.value(found).text());
        std::uint32_t count = 0;
        WordLists::Lists all = 0;
        while (words.next()) {
          ++count;
          const std::uint32_t key = word_key(words.word());
          const WordLists::Lists first = sought.first_words.with(key);
          if (count == 1) BOOST_TEST((found.first_lists & first) == first);
          all |= sought.words.with(key);
        }
        BOOST_TEST(found.words == count, json);
        // Parts of joined words are looked up, too.
        BOOST_TEST((found.lists & all) == all, json);
        if (text.find_first_of("-'") == text.npos && filling != '-') {
          BOOST_TEST(found.lists == all, json);
        }
        BOOST_TEST(texts.lists() == found.lists);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(the_first_word_is_told_with_and_without_what_is_joined_to_it) {
  SoughtWords sought;
  WordLists& lists = sought.first_words;
  const WordList whole(lists, std::vector<std::string_view>{"todo-list"});
  const WordList part(lists, std::vector<std::string_view>{"todo"});
  const WordList other(lists, std::vector<std::string_view>{"list"});
  const JsonFile file(R"(["TODO-list here"])", "a.json");
  Texts texts;
  texts.read(file.root().document(), sought);
  const Texts::Text text = all_of(texts, file.root())[0];
  BOOST_TEST(whole.is_among(text.first_lists));
  BOOST_TEST(part.is_among(text.first_lists));
  BOOST_TEST(!other.is_among(text.first_lists));
}

BOOST_AUTO_TEST_CASE(parts_of_joined_words_are_looked_up_too) {
  SoughtWords sought;
  const WordList colour(sought.words, std::vector<std::string_view>{"colour"});
  for (const std::string_view text :
       {"colour-coded", "multi-colour", "a colour's", "a colour\xE2\x80\x99s", "x-colour-y",
        "caf\xC3\xA9-colour \xC2\xB0"}) {
    const std::string json = json_of(text);
    const JsonFile file(json, "a.json");
    Texts texts;
    texts.read(file.root().document(), sought);
    BOOST_TEST(colour.is_among(texts.lists()), text);
  }
}

BOOST_AUTO_TEST_CASE(the_same_words_have_the_same_hash) {
  const JsonFile file(R"j({"items": ["Clean the skin.", "clean  the (skin)", "clean skin the"]})j",
                      "a.json");
  Texts texts;
  texts.read(file.root().document(), {});
  const auto found = all_of(texts, file.root());
  BOOST_TEST(found[0].hash == found[1].hash);
  BOOST_TEST(found[0].hash != found[2].hash);
  BOOST_TEST(found[0].word_bits == found[2].word_bits);
}

BOOST_AUTO_TEST_CASE(the_texts_of_a_part_are_those_below_it) {
  const JsonFile file(R"({"a": ["x", "y"], "b": {"c": "z"}, "d": 1})", "a.json");
  Texts texts;
  texts.read(file.root().document(), {});
  BOOST_TEST(all_of(texts, file.root()).size() == 3U);
  BOOST_TEST(all_of(texts, file.root().find("a")).size() == 2U);
  BOOST_TEST(all_of(texts, file.root().find("b").find("c")).size() == 1U);
  BOOST_TEST(all_of(texts, file.root().find("d")).size() == 0U);
}

BOOST_AUTO_TEST_CASE(the_items_of_a_list_are_its_own) {
  const JsonFile file(R"({"items": ["a", {"text": "b", "x-note": "n", "steps": ["c", "d"]}, "e"],
                          "others": ["f"]})",
                      "a.json");
  Texts texts;
  texts.read(file.root().document(), {});
  const auto items_of = [&](Value list) {
    std::string out;
    texts.for_each_item(list, [&](const Texts::Text& text) { out += texts.value(text).text(); });
    return out;
  };
  const Value list = file.root().find("items");
  const Value nested = Value(list.document(), texts.item_lists(file.root())[1]);
  BOOST_TEST(items_of(list) == "abe");
  BOOST_TEST(nested.pointer() == "/items/1/steps");
  BOOST_TEST(items_of(nested) == "cd");
  BOOST_TEST(texts.item_lists(file.root()).size() == 2U);
  BOOST_TEST(items_of(file.root().find("others")) == "");
}

BOOST_AUTO_TEST_CASE(a_text_beside_a_map_is_an_item_as_well) {
  const JsonFile file(R"({"items": [{"x-more": {"text": "a"}, "text": "b"}]})", "a.json");
  Texts texts;
  texts.read(file.root().document(), {});
  const auto found = all_of(texts, file.root());
  BOOST_TEST(found[0].list == kNoNode);
  BOOST_TEST(found[1].list == file.root().find("items").id());
}

BOOST_AUTO_TEST_CASE(of_a_large_document_the_same_is_told) {
  const std::string some =
      R"j("The pain. Most x", "a", {"text": "colour, b-2"}, {"note": "c"}, "", "caf\u00e9 x--y",
          "It\u2019s the colour\u2019s 38 \u00B0C \u2013 and this goes on behind the window.")j";
  std::string many = some;
  while (many.size() < some.size() << 14U) many += ", " + many;
  SoughtWords sought;
  const WordList known(sought.words, std::vector<std::string_view>{"colour"});
  const WordList first(sought.first_words, std::vector<std::string_view>{"the"});
  const std::string small_json = R"({"items": [)" + some + "]}";
  const std::string large_json = R"({"items": [)" + many + "]}";
  const JsonFile small(small_json, "a.json");
  const JsonFile large(large_json, "a.json");
  Texts of_small;
  Texts of_large;
  of_small.read(small.document, sought);
  of_large.read(large.document, sought);
  const auto expected = all_of(of_small, small.root());
  const auto found = all_of(of_large, large.root());
  BOOST_REQUIRE(found.size() % expected.size() == 0U);
  BOOST_TEST(of_large.lists() == of_small.lists());
  BOOST_TEST(of_large.facts_below(large.root()) == of_small.facts_below(small.root()));
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const Texts::Text& one = expected[i];
    const Texts::Text& other = found[found.size() - expected.size() + i];
    BOOST_TEST(one.facts == other.facts);
    BOOST_TEST(one.list == other.list);
    BOOST_TEST(one.lists == other.lists);
    BOOST_TEST(one.first_lists == other.first_lists);
    BOOST_TEST(one.words == other.words);
    if (one.list != kNoNode) BOOST_TEST(one.hash == other.hash);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint
