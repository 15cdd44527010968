#include <boost/test/unit_test.hpp>

#include <string>

#include "core/check/function_run.h"
#include "core/check/lint.h"
#include "core/check/page_run.h"
#include "core/check/spelling_variants.h"
#include "core/read/page_sample.h"

namespace proclint {
namespace {

// The words that are found on a page with this text, and what is written for them.
std::string found(std::string_view text) {
  const std::string all = on_page("spelling-variant", "Risks\n\n" + std::string(text) + "\n");
  std::string out;
  for (std::size_t at = 0; (at = all.find('[', at)) != std::string::npos; ++at) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    const std::size_t write = all.find("write \"", at) + 7;
    if (!out.empty()) out += ' ';
    out +=
        all.substr(at + 1, all.find(']', at) - at - 1) + "=" + all.substr(write, end - 1 - write);
  }
  return out;
}

// A text with two of the one spelling and one of the other.
std::string mostly(std::string_view usual, std::string_view other) {
  return "the " + std::string(usual) + " the " + std::string(usual) + " the " + std::string(other) +
         " here";
}

BOOST_AUTO_TEST_SUITE(spelling_variant)

BOOST_AUTO_TEST_CASE(the_spelling_of_the_smaller_number_is_found) {
  BOOST_TEST(found("The color, the color and the colour.") == "colour=color");
  BOOST_TEST(found("The color, the colour and the colour.") == "color=colour");
}

BOOST_AUTO_TEST_CASE(all_endings_are_one_word) {
  BOOST_TEST(found("Anaesthesia and anaesthetists: the anesthetic.") == "anesthetic=anaesthetic");
}

BOOST_AUTO_TEST_CASE(of_equal_numbers_the_other_words_decide) {
  BOOST_TEST(found("Sterilize, then sterilise the fibre in the centre.") == "Sterilize=Sterilise");
  BOOST_TEST(found("Sterilize, then sterilise.") == "sterilise=sterilize");
}

BOOST_AUTO_TEST_CASE(one_spelling_throughout_is_good) {
  BOOST_TEST(found("The colour of the tumour; organize a program.") == "");
  BOOST_TEST(found("Your doctor does this four times; exercise and size do not matter.") == "");
}

BOOST_AUTO_TEST_CASE(a_name_keeps_its_spelling) {
  BOOST_TEST(found("The Centers for Disease Control know the centre.") == "");
  BOOST_TEST(found("Centers know the centre and its fibre.") == "Centers=Centres");
}

BOOST_AUTO_TEST_CASE(the_case_stays) {
  BOOST_TEST(found("Colour. COLOUR. The color and color and color.") ==
             "Colour=Color COLOUR=COLOR");
}

BOOST_AUTO_TEST_CASE(words_with_other_letters_are_other_words) {
  BOOST_TEST(found("The colourist, a color and décolour.") == "");
}

BOOST_AUTO_TEST_CASE(it_is_mended_in_every_form) {
  const auto check = [](Form form, const std::string& before, const std::string& after) {
    BOOST_TEST(mended_in(form, "spelling-variant", before + "Edema, edema and oedema." + after) ==
               before + "Edema, edema and edema." + after);
  };
  check(Form::page, "Risks\n\n- ", "\n");
  check(Form::markdown, "# T\n\n## Risks\n\n- ", "\n");
  check(Form::yaml, "sections:\n  risks:\n  - text: ", "\n");
  check(Form::json, R"({"sections": {"risks": [{"text": ")", "\"}]}}");
}

BOOST_AUTO_TEST_CASE(every_pair_of_the_table_is_found_and_stands_there_once) {
  const std::string text = sample::file_text(PROCLINT_PROJECT_DIR "/rules/spelling-variants.yaml");
  const YamlReading file(text);
  const Value table = Value::root(file.document);
  const SpellingVariants variants(table);
  BOOST_TEST(variants.form_count() >= 400U);
  WordLists words;
  const SpellingVariants::Lists lists = variants.add_to(words);
  for (const Value entry : table.find("variants").children()) {
    for (const Value ending : entry.find("endings").children()) {
      const std::string us = std::string(entry.find("us").text()) + std::string(ending.text());
      const std::string uk = std::string(entry.find("uk").text()) + std::string(ending.text());
      BOOST_TEST(found(mostly(us, uk)) == uk + "=" + us);
      const auto* american = variants.find(us);
      const auto* british = variants.find(uk);
      BOOST_REQUIRE((american != nullptr && british != nullptr));
      BOOST_TEST(american->other == uk);
      BOOST_TEST(british->other == us);
      BOOST_TEST(lists.american.is_among(words.with(word_key(us))), us);
      BOOST_TEST(lists.british.is_among(words.with(word_key(uk))), uk);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
