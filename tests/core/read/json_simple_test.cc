#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/read/reader_agreement.h"
#include "core/source/file.h"

// See json_agreement_test.cc for mutated documents.

namespace proclint {
namespace {

BOOST_AUTO_TEST_SUITE(json_simple)

bool is_read(std::string_view text, const ReadOptions& options = {}) {
  // Nothing behind the text may be read.
  const std::vector<char> bytes(text.begin(), text.end());
  const Agreement both = json_agreement({bytes.data(), bytes.size()}, options);
  BOOST_TEST(both.problem == "", text << ": " << both.problem);
  return both.is_simple;
}

BOOST_AUTO_TEST_CASE(what_is_sound_is_read_without_the_library) {
  const std::vector<std::string_view> texts{
      "{}",
      "[]",
      "\xEF\xBB\xBF{}",
      " \t\r\n[ \t\r\n] \t\r\n",
      "{\"a\":{\"b\":[]},\"c\":[[],{}]}",
      "{ \"a\" : [ 1 , \"b\" , null ] , \"\" : \"\" }",
      "[true,false,null]",
      "0",
      "[-0.5e+3, 1e309, 12345678901234567890123]",
      "\"a text of more than sixteen bytes\"",
      "\"\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80\x7F\"",
      R"("\" \\ \/ \b \f \n \r \t \u0041 \u00e9 \u20AC \ud83d\ude00 \u0000")",
      R"(["a\n", "b", "\u00e9\u00e9", {"c\"d": "e\\"}])",
      "{\"a\": 1, \"a\": 2}",
      "{\n    \"far\":                                   \"away\"\n}\n",
  };
  for (const std::string_view text : texts) BOOST_TEST(is_read(text), text);
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_left_to_the_library) {
  const std::vector<std::string_view> texts{
      "",
      " ",
      "\xEF\xBB\xBF",
      "{",
      "[",
      "[1",
      "[1,",
      "[1,]",
      "[,1]",
      "[1 2]",
      "[1}",
      "{]",
      "{\"a\"",
      "{\"a\":",
      "{\"a\":1",
      "{\"a\":1,",
      "{\"a\":1,}",
      "{\"a\" 1}",
      "{a: 1}",
      "{1: 2}",
      "{\"a\": }",
      "[] []",
      "[]]",
      "// a\n[]",
      "tru",
      "trues",
      "nil",
      "-",
      "+1",
      "01",
      "1.",
      ".5",
      "1e",
      "0x10",
      "NaN",
      "'a'",
      "\"a",
      "\"a\\",
      "\"a\\\"",
      R"("\q")",
      R"("\u12")",
      R"("\ud800")",
      R"("\ude00")",
      R"("\ud800\u0041")",
      "\"a\nb\"",
      "\"\\n\x01\"",
      "\"\x1F\"",
      "[\x0B]",
      "[\xC2\xA0]",
      "\"\xFF\"",
      "\"\\n\xE2\x82\"",
      std::string_view("[]\0", 3),
      std::string_view("\"a\0\"", 4),
  };
  for (const std::string_view text : texts) BOOST_TEST(!is_read(text), text);
}

BOOST_AUTO_TEST_CASE(what_goes_beyond_a_limit_is_left_to_the_library) {
  ReadOptions options;
  options.max_depth = 2;
  BOOST_TEST(is_read("[[1]]", options));
  BOOST_TEST(!is_read("[[[1]]]", options));
  options = {};
  options.max_nodes = 3;
  BOOST_TEST(is_read("[1, 2]", options));
  BOOST_TEST(!is_read("[1, 2, 3]", options));
  BOOST_TEST(!is_read("{\"a\": {\"b\": 1}}", options));
  BOOST_TEST(is_read(std::string(64, '[') + std::string(64, ']')));
  BOOST_TEST(!is_read(std::string(65, '[') + std::string(65, ']')));
}

BOOST_AUTO_TEST_CASE(long_texts_with_escapes_have_the_same_runs) {
  std::string text = "[\"\\u00e9\", \"";
  for (int i = 0; i < 700; ++i) text += "a\\n";
  text += "\", \"b\\t\"]";
  BOOST_TEST(is_read(text));
}

BOOST_AUTO_TEST_CASE(a_text_of_any_size_ends_where_it_ends) {
  for (std::size_t size = 0; size < 70; ++size) {
    const std::string text = "[\"" + std::string(size, 'a') + "\"," + std::string(size, ' ') + "1]";
    BOOST_TEST(is_read(text));
    for (std::size_t cut = 1; cut < text.size(); ++cut) BOOST_TEST(!is_read(text.substr(0, cut)));
  }
}

BOOST_AUTO_TEST_CASE(files_of_ours_are_read_the_same) {
  for (const char* folder : {"sample-data", "schemas"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(
             std::filesystem::path(PROCLINT_PROJECT_DIR) / folder)) {
      if (entry.path().extension() != ".json") continue;
      std::string text;
      BOOST_TEST_REQUIRE(read_file(entry.path().string(), std::size_t{1} << 24U, text).has_value());
      is_read(text);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
