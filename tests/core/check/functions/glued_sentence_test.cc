#include <boost/test/unit_test.hpp>

#include "core/check/function_run.h"

using namespace proclint;

namespace {

constexpr std::string_view kLists = R"({"starters": ["you", "most", "it"],
    "verbs": ["feel", "lasts", "can", "is"], "openers": ["the", "and", "of"]})";

std::string glued(std::string_view sections) {
  return run("glued-sentence", kLists, R"({"sections": )" + std::string(sections) + "}",
             "/sections");
}

// Of one paragraph: the word that is shown, or "".
std::string in_text(std::string_view text) {
  const std::string found = glued(R"({"a": [{"text": ")" + std::string(text) + "\"}]}");
  const std::size_t begin = found.find('[') + 1;
  return found.empty() ? found : found.substr(begin, found.find(']') - begin);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(glued_sentence_function)

BOOST_AUTO_TEST_CASE(a_sentence_in_the_last_item_goes_below_the_list) {
  BOOST_TEST(glued(R"({"a": [{"items": ["Rest", "Better sleep Most people feel it soon."]}]})") ==
             "/sections/a/0/items/1 [Most] a new sentence begins with \"Most\", but the one before "
             "has no end; write it as a paragraph below the list => {\"sections\": {\"a\": "
             "[{\"items\": [\"Rest\", \"Better sleep\"]}, {\"text\": \"Most people feel it soon.\""
             "}]}}");
}

BOOST_AUTO_TEST_CASE(elsewhere_a_period_is_missing) {
  BOOST_TEST(glued(R"({"a": [{"items": ["Better sleep It lasts all night.", "Rest"]}]})") ==
             "/sections/a/0/items/0 [It] a new sentence begins with \"It\", but the one before has "
             "no end; end it with a period => {\"sections\": {\"a\": [{\"items\": [\"Better sleep. "
             "It lasts all night.\", \"Rest\"]}]}}");
  BOOST_TEST(in_text("You go home You can eat at once.") == "You");
}

BOOST_AUTO_TEST_CASE(the_layout_of_the_block_is_kept) {
  BOOST_TEST(
      glued("{\"a\": [\n  {\n    \"items\": [\n      \"Rest\",\n      \"More \\\"sleep\\\" now "
            "It lasts all \\\"night\\\".\"\n    ]\n  }\n]}")
          .ends_with("=> {\"sections\": {\"a\": [\n  {\n    \"items\": [\n      \"Rest\",\n "
                     "     \"More \\\"sleep\\\" now\"\n    ]\n  },\n  { \"text\": \"It lasts "
                     "all \\\"night\\\".\" }\n]}}"));
}

BOOST_AUTO_TEST_CASE(a_name_is_no_new_sentence) {
  BOOST_TEST(in_text("Ask at the Most Holy hospital, which can help.") == "");
  BOOST_TEST(in_text("A drug called Botox is used and can help people.") == "");
}

BOOST_AUTO_TEST_CASE(too_little_behind_or_before_is_no_sentence) {
  BOOST_TEST(in_text("Better sleep Most people.") == "");
  BOOST_TEST(in_text("Better sleep Most people near the town and the sea go swimming, it is.") ==
             "");
  BOOST_TEST(in_text("sleep Most people feel it soon.") == "");
  BOOST_TEST(in_text("I need rest. sleep Most people feel it soon.") == "");
}

BOOST_AUTO_TEST_CASE(whole_sentences_are_fine) {
  BOOST_TEST(in_text("You go home. You can eat at once. It lasts.") == "");
  BOOST_TEST(glued("{}") == "");
  BOOST_TEST(glued("7") == "");
}

BOOST_AUTO_TEST_CASE(each_one_of_a_text_is_found) {
  const std::string found =
      glued(R"({"a": [{"text": "You go home You can eat now It lasts one day."}]})");
  BOOST_TEST(std::count(found.begin(), found.end(), '\n') == 1);
}

BOOST_AUTO_TEST_CASE(the_options_are_checked) {
  BOOST_TEST(run("glued-sentence", R"({"starter": []})", "{}") != "");
  BOOST_TEST(run("glued-sentence", R"({"starters": ["Most"]})", "{}") ==
             "words are written in small letters here");
}

BOOST_AUTO_TEST_SUITE_END()
