#include <boost/test/unit_test.hpp>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bench/corpus/random.h"
#include "core/read/page_sample.h"
#include "core/read/reader_agreement.h"

namespace proclint {
namespace {

BOOST_AUTO_TEST_SUITE(markdown_simple)

bool is_read(std::string_view text) {
  const Agreement both = markdown_agreement(text, sample::headings());
  BOOST_TEST(both.problem == "", text << ": " << both.problem);
  return both.is_simple;
}

BOOST_AUTO_TEST_CASE(one_line_paragraphs_and_lists_are_read_without_cmark) {
  const std::vector<std::string_view> texts{
      "# Blood test\n\n## Summary\n\nIt is \"short\" (very).\n",
      "---\nlanguage: en\n---\n\n# Blood test\n",
      "Before\n\n- a\n  - b\n\n# Title\n\n### Below\n\n## Risks\n### Below\n\n# Again",
      "## Risks\n\n- a\n- b\n  - c\n\n  - d\n- e\n\n\n- f\n",
      "## Risks\n\n1. a\n2. b\n   - c\n10. d\n    1. e\n",
      "## Risks\n\n- a\n1. b\n1) c\n\n- d\n\ntext \n",
      "## Risks\ntext\n- a\n## Other\n- b\n## Other\n\n2026 was, 5.5 is\n",
      "## Risks\n\ntext\n1. a\n   - b\n     1. c\n",
      "##   Wide   \n\n\xC3\xA9t\xC3\xA9: a | b > c ~ d = e + f - g # h ! i\n",
  };
  for (const std::string_view text : texts) BOOST_TEST(is_read(text), text);
}

BOOST_AUTO_TEST_CASE(anything_else_is_left_to_cmark) {
  const std::vector<std::string_view> texts{
      "two\nlines\n",
      "- two\nlines\n",
      "- two\n  lines\n",
      "- a\n\n  b\n",
      "a\n===\n",
      "a\n---\n",
      "---\n",
      "* a\n",
      "+ a\n",
      "-  a\n",
      "- - a\n",
      "- 1. a\n",
      "- # a\n",
      "-\n",
      "1.\n",
      "a\n2. b\n",
      "- a\n  2. b\n",
      " a\n",
      "    a\n",
      "- a\n - b\n",
      "- a\n   - b\n",
      "#\n",
      "#a\n",
      "# a #\n",
      "####### a\n",
      "a *b*\n",
      "a_b\n",
      "`a`\n",
      "[a]: b\n",
      "<!-- a -->\n",
      "a &amp; b\n",
      "\\a\n",
      "> a\n",
      "~~~\n",
      "a\tb\n",
      "a\r\nb\r\n",
      "\xEF\xBB\xBF- a\n",
      "- a\n  - b\n  1. c\n",
      "1234567890. a\n",
      "a\x7F\n",
  };
  for (const std::string_view text : texts) BOOST_TEST(!is_read(text), text);
}

BOOST_AUTO_TEST_CASE(examples_and_samples_are_read_the_same) {
  if (const char* const suites = std::getenv("PROCLINT_SUITES")) {
    const std::string text = sample::file_text(std::string(suites) + "/markdown/spec-0.31.2.json");
    const Source source("spec.json", text);
    Document document;
    std::vector<Diagnostic> findings;
    read_json(source, {}, document, findings);
    for (const Value example : Value::root(document).children()) {
      is_read(example.find("markdown").text());
    }
  }
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(PROCLINT_PROJECT_DIR "/sample-data")) {
    if (entry.path().extension() == ".md") is_read(sample::file_text(entry.path().string()));
  }
}

BOOST_AUTO_TEST_CASE(random_lines_are_read_the_same) {
  static constexpr std::array<std::string_view, 36> kPieces{
      "",        "",     "",      "",       "",    "# Title", "## Risks", "## Riks", "### A",
      "## 1. B", "text", "text ", "5.5 ml", "- a", "- b",     "- c",      "1. a",    "2. b",
      "10. c",   "1) d", "- 1",   "-",      "1.",  "---",     "===",      "- - a",   "-  a",
      "# ",      "#5",   "> a",   "a | b",  "+ a", "*a*",     "~~~",      "1.a",     "\xC2\xA0",
  };
  static constexpr std::array<std::string_view, 12> kIndents{"", "",   "",    "",   "",     "",
                                                             "", "  ", "   ", "  ", "    ", " "};
  constexpr int kTexts = 20'000;
  corpus::Random random(8);
  int simple = 0;
  for (int i = 0; i < kTexts; ++i) {
    std::string text;
    for (std::size_t line = random.between(1, 9); line > 0; --line) {
      text += random.any(std::span(kIndents));
      text += random.any(std::span(kPieces).first(random.one_in(4) ? kPieces.size() : 20));
      text += '\n';
    }
    if (random.one_in(4)) text.pop_back();
    if (is_read(text)) ++simple;
  }
  std::cout << "Markdown: " << simple << " of " << kTexts << " random texts are simple\n";
  BOOST_TEST(simple > kTexts / 10);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
