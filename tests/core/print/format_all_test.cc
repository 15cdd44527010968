// What holds for the formatter with whatever text: samples, official suites, texts made by chance.

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bench/corpus/random.h"
#include "core/print/format_run.h"
#include "core/print/writer.h"
#include "core/read/yaml_cases.h"

namespace proclint {
namespace {

namespace fs = std::filesystem;

using corpus::Random;

// A text of lines that are drawn from `pieces`.
std::string random_lines(Random& random, std::span<const std::string_view> pieces) {
  static constexpr std::array<std::string_view, 6> kIndents{"", "", "", "", "  ", "    "};
  std::string text;
  for (std::size_t i = 0, count = random.between(1, 14); i < count; ++i) {
    text += random.any(kIndents);
    text += random.any(pieces);
    text += random.one_in(20) ? "\r\n" : "\n";
  }
  if (random.one_in(4)) text.pop_back();
  return text;
}

struct Count {
  int all = 0;
  int formatted = 0;
};

Count check_random(Form form, std::span<const std::string_view> pieces, std::uint64_t seed,
                   int rounds) {
  Random random(seed);
  Count count;
  for (int i = 0; i < rounds; ++i) {
    const std::string text = random_lines(random, pieces);
    ++count.all;
    if (check_formatting(form, text, name(form))) ++count.formatted;
  }
  return count;
}

BOOST_AUTO_TEST_SUITE(print_format_all)

BOOST_AUTO_TEST_CASE(samples) {
  int formatted = 0;
  for (const auto& entry : fs::recursive_directory_iterator(PROCLINT_PROJECT_DIR "/sample-data")) {
    const Reader* const reader = reader_for(entry.path().string());
    if (reader == nullptr || entry.path().filename() == "README.md") continue;
    const std::string text = sample::file_text(entry.path().string());
    if (check_formatting(reader->form, text, entry.path().string())) ++formatted;
  }
  BOOST_TEST(formatted >= 35, formatted);
}

BOOST_AUTO_TEST_CASE(what_is_converted_needs_no_formatting) {
  int count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(PROCLINT_PROJECT_DIR "/sample-data")) {
    const Reader* const reader = reader_for(entry.path().string());
    const bool is_procedure = entry.path().string().find(".procedure.") != std::string::npos;
    if (reader == nullptr || !is_procedure) continue;
    const Formatting sample(reader->form, sample::file_text(entry.path().string()));
    if (!sample.is_read || !sample.formatted.kept.empty()) continue;
    // As the formatter has it, because a converter keeps the order of sections.
    const Formatting in_order(reader->form, sample.formatted.text);
    for (const Writer& writer : writers()) {
      WriteOptions options;
      options.headings = &sample::headings();
      std::string text;
      std::vector<Diagnostic> losses;
      writer.write(in_order.document, options, text, losses);
      BOOST_TEST(formatted(writer.form, text) == text, entry.path() << " as " << writer.name);
      ++count;
    }
  }
  BOOST_TEST(count >= 40);
}

BOOST_AUTO_TEST_CASE(the_real_page) {
  const std::string page = sample::real_page();
  if (!page.empty()) BOOST_TEST(check_formatting(Form::page, page, "page.txt"));
}

BOOST_AUTO_TEST_CASE(the_cases_of_the_yaml_suite) {
  int all = 0;
  int formatted = 0;
  for_each_yaml_case([&](const YamlCase& one) {
    ++all;
    if (check_formatting(Form::yaml, one.yaml, one.id)) ++formatted;
  });
  std::cout << "yaml suite: " << formatted << " of " << all << " formatted\n";
  BOOST_TEST((all == 0 || formatted > 90), formatted);
}

BOOST_AUTO_TEST_CASE(the_examples_of_common_mark) {
  const char* const suites = std::getenv("PROCLINT_SUITES");
  if (suites == nullptr) {
    std::cout << "skipped: PROCLINT_SUITES is not set\n";
    return;
  }
  const JsonReading reading(sample::file_text(std::string(suites) + "/markdown/spec-0.31.2.json"));
  int formatted = 0;
  for (const Value example : Value::root(reading.document).children()) {
    const std::string text(example.find("markdown").text());
    // A section's text, which is what the formatter lays out.
    const std::string number(example.find("number").text());
    if (check_formatting(Form::markdown, "## Summary\n\n" + text, number)) ++formatted;
    check_formatting(Form::markdown, text, number);
  }
  std::cout << "CommonMark: " << formatted << " of 652 formatted\n";
  BOOST_TEST(formatted > 550, formatted);
}

BOOST_AUTO_TEST_CASE(random_yaml) {
  static constexpr std::array<std::string_view, 34> kPieces{"a: 1",
                                                            "b:",
                                                            "- c",
                                                            "-",
                                                            "- d: e",
                                                            "# comment",
                                                            "",
                                                            "f: [1, # g",
                                                            "  2] # h",
                                                            "i: {j: k}",
                                                            "l: |",
                                                            "  m",
                                                            "n: >-",
                                                            "\"o\": 'p'  # q",
                                                            "- - r",
                                                            "? s",
                                                            ": t",
                                                            "title: u # v",
                                                            "id: w",
                                                            "codes:",
                                                            "- value: 00100",
                                                            "  system: cpt",
                                                            "# x: y",
                                                            "x-z: ~",
                                                            "---",
                                                            "sections:",
                                                            "risks: []",
                                                            "summary:",
                                                            "- text: a",
                                                            "- items:",
                                                            "&a b",
                                                            "\"c",
                                                            "d\" # e",
                                                            "# proclint-waive"};
  const Count count = check_random(Form::yaml, kPieces, 7, 20000);
  BOOST_TEST(count.formatted > 300, count.formatted);
}

BOOST_AUTO_TEST_CASE(random_markdown) {
  static constexpr std::array<std::string_view, 40> kPieces{"# Title",
                                                            "## Risks",
                                                            "## Summary:",
                                                            "### Sub",
                                                            "text",
                                                            "more text.",
                                                            "- item",
                                                            "* star",
                                                            "+ plus",
                                                            "1. one",
                                                            "3. three",
                                                            "2) two",
                                                            "   deeper",
                                                            "> quote",
                                                            "```",
                                                            "| a | b |",
                                                            "|---|---|",
                                                            "<!-- comment -->",
                                                            "<!-- open",
                                                            "-->",
                                                            "<div>",
                                                            "</div>",
                                                            "[l]: x",
                                                            "[l] and *em*",
                                                            "a  ",
                                                            "b\\",
                                                            "---",
                                                            "===",
                                                            "***",
                                                            "",
                                                            "",
                                                            "",
                                                            "",
                                                            "- a\n  - b\n  - c",
                                                            "1. a\n   1. b",
                                                            "id: x",
                                                            "title: y",
                                                            "## Fun facts",
                                                            "Risks\n-----",
                                                            "\\- escaped"};
  const Count count = check_random(Form::markdown, kPieces, 8, 20000);
  std::cout << "random Markdown: " << count.formatted << " of " << count.all << " formatted\n";
  BOOST_TEST(count.formatted * 10 > count.all * 7, count.formatted);
}

BOOST_AUTO_TEST_CASE(random_pages) {
  static constexpr std::array<std::string_view, 38> kPieces{
      "CPT code 64616",
      "CPT codes",
      "12345",
      "Name of the Procedure:",
      "Name of the Procedure",
      "A title",
      "Risks",
      "Risks and Complications.",
      "Summary:",
      "Summary",
      "Duration: an hour",
      "Fun facts",
      "text",
      "More text.",
      "- item",
      "* star",
      "\u2022 dot",
      "\u2022none",
      "o letter",
      "1. one",
      "2. two",
      "3) three",
      "1)",
      "-",
      "",
      "",
      "",
      "",
      "\tTab",
      "Search all codes",
      "Home > Codes",
      "Sedation",
      "Anesthesia",
      "and small",
      "A line that is long enough to wrap, so",
      "- \u2022 both",
      "Similar Codes",
      "Time: an hour"};
  const Count count = check_random(Form::page, kPieces, 9, 20000);
  std::cout << "random pages: " << count.formatted << " of " << count.all << " formatted\n";
  BOOST_TEST(count.formatted * 10 > count.all * 7, count.formatted);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
