#include <boost/test/unit_test.hpp>

#include <chrono>
#include <string>
#include <vector>

#include "core/read/page_dump.h"

namespace proclint {
namespace {

using sample::broken_places;
using sample::Page;
using sample::replaced;
using sample::sections;
using sample::tree;

BOOST_AUTO_TEST_SUITE(page_guise)

constexpr std::string_view kPage =
    "Find a code\n"
    "\n"
    "Taking blood from a vein\n"
    "\n"
    "CPT code 36415\n"
    "\n"
    "Name of the Procedure\n"
    "\n"
    "Blood test\n"
    "\n"
    "Summary\n"
    "\n"
    "A nurse takes blood from your arm.\n"
    "\n"
    "Risks and Complications\n"
    "\n"
    "  \xE2\x80\xA2 Bruise\n"
    "  \xE2\x80\xA2 Feeling faint\n";

// ---- The same page, written in another way ----

std::vector<std::string> sample_pages() {
  std::vector<std::string> pages{
      std::string(kPage),
      "HCPCS code G0101\n\nName of the Procedure:\n\nPelvic exam\n\nProcedure Description\n\n"
      "  1. Lie\n     down\n  2. Breathe\n    - in\n    - out\n\nIt is short,\nas you will see.\n"};
  if (const std::string real = sample::real_page(); !real.empty()) pages.push_back(real);
  return pages;
}

BOOST_AUTO_TEST_CASE(line_ends_byte_order_mark_and_tabs_change_no_node) {
  for (const std::string& page : sample_pages()) {
    const std::string expected = tree(page);
    BOOST_TEST(tree(replaced(page, "\n", "\r\n")) == expected);
    BOOST_TEST(tree("\xEF\xBB\xBF" + page) == expected);
    BOOST_TEST(tree(replaced(page, "\n  ", "\n\t")) == expected);
    BOOST_TEST(tree(replaced(page, "\n", " \n")) == expected);
    BOOST_TEST(tree(page + "\n\n") == expected);
  }
}

BOOST_AUTO_TEST_CASE(a_second_blank_line_anywhere_changes_no_node) {
  for (const std::string& page : sample_pages()) {
    const std::string expected = tree(page);
    for (std::size_t at = page.find("\n\n"); at != std::string::npos;
         at = page.find("\n\n", at + 2)) {
      std::string longer = page;
      longer.insert(at, "\n");
      BOOST_TEST(tree(longer) == expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(an_inserted_paragraph_adds_one_block) {
  BOOST_TEST(sections("Risks\n\n- a\n- b\n\nRecovery\n\nRest.\n") ==
             "{risks: [{items: ['a', 'b']}], recovery: [{text: 'Rest.'}]}");
  BOOST_TEST(sections("Risks\n\n- a\n- b\n\nAsk us.\n\nRecovery\n\nRest.\n") ==
             "{risks: [{items: ['a', 'b']}, {text: 'Ask us.'}], recovery: [{text: 'Rest.'}]}");
}

BOOST_AUTO_TEST_CASE(every_span_is_inside_the_source_and_decodes_to_its_text) {
  std::vector<std::string> pages = sample_pages();
  pages.push_back(
      "CPT code: 1, 2\n\nName: A\n  B\n\n- c\n\n\nDuration: 1\r\n2\r\nSteps\n-\n- x\r\n  y\n");
  for (const std::string& whole : pages) {
    for (std::size_t size = 0; size <= whole.size(); size += 1 + whole.size() / 200) {
      for (const std::string& text :
           {whole.substr(0, size), whole.substr(size), replaced(whole.substr(size), "\n", "\r\n"),
            replaced(whole.substr(size), "\n\n", "\n"),
            replaced(whole.substr(size), " ", "\xC2\xA0")}) {
        BOOST_TEST(broken_places(Page(text)) == "");
      }
    }
  }
}

// ---- Hostile input ----

double seconds_to_read(const std::string& text) {
  const auto begin = std::chrono::steady_clock::now();
  const Page page(text);
  BOOST_TEST(page.source.text().size() == text.size());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

BOOST_AUTO_TEST_CASE(long_pages_take_linear_time) {
  for (const std::string_view part :
       {"Risks\n", "Risks\n\n", "Fun facts\n\n", "Time: a\n", "- a\n", "\n", "- a\n\n", "-\n",
        "CPT code 1\n", "CPT code\n1\n", "Name of the Procedure:\n", "a\n", "A\n\n", " ", "\r",
        "1. \n  - a\n"}) {
    BOOST_TEST_CONTEXT(part) {
      BOOST_TEST(seconds_to_read("Risks\n\nA.\n\n" + repeated(part, 20'000)) < 5);
      BOOST_TEST(seconds_to_read(repeated(part, 20'000)) < 5);
    }
  }
}

BOOST_AUTO_TEST_CASE(bytes_at_random_never_break_a_place) {
  std::uint32_t state = 1;
  const auto next = [&state] { return state = state * 1664525U + 1013904223U, state >> 16U; };
  constexpr std::string_view kAlphabet = "\n\n\n  \t\r-*o.1):aA\xC2\xA0\xE2\x80\xA2\xFF\0RisksTime";
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::uint32_t size = next() % 60; size > 0; --size)
      text += kAlphabet[next() % kAlphabet.size()];
    const Page page(text);
    const Document& document = page.document;
    for (const Node& node : document.nodes) BOOST_REQUIRE(node.span.end <= text.size());
    for (const Mark& mark : document.marks) BOOST_REQUIRE(mark.node < document.nodes.size());
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
