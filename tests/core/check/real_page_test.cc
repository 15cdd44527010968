#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/check/page_run.h"
#include "core/read/page_sample.h"

namespace proclint {
namespace {

struct Line {
  std::size_t number;
  std::string rest;
};

// What the rules of a page's layout find, as (line, function and the rest of the finding).
std::vector<Line> layout_findings(std::string_view page) {
  constexpr std::pair<std::string_view, std::string_view> kFunctions[] = {
      {"blank-lines", "{}"},
      {"boilerplate", "{}"},
      {"heading-style", "{}"},
      {"heading-variant", "{}"},
      {"list-numbering", "{}"},
      {"unique-keys", R"({"within": "sections"})"},
      {"unique-keys", R"({"within": "other-maps"})"},
      {"unknown-heading", "{}"}};
  std::vector<Line> out;
  for (const auto& [function, options] : kFunctions) {
    const std::string all = on_page(function, page, options);
    for (std::size_t at = 0; at < all.size();) {
      const std::size_t end = std::min(all.find('\n', at), all.size());
      const std::string line = all.substr(at, end - at);
      const std::size_t colon = line.find(':');
      out.push_back(
          {std::stoul(line.substr(0, colon)), std::string(function) + line.substr(colon)});
      at = end + 1;
    }
  }
  return out;
}

std::string print(const std::vector<Line>& findings) {
  std::string out;
  for (const Line& line : findings) out += std::to_string(line.number) + ' ' + line.rest + '\n';
  return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// Own pages with a defect of each kind, and the real page where it is at hand.
std::vector<std::string> pages() {
  std::vector<std::string> out{
      "Home > Tests\n\nTaking blood from a vein\n\nCPT code 36415\n\nName of the Procedure:\n\n"
      "Blood test\n\nSummary\n\nA nurse takes blood.\n\nProcedure Description\n\n  1. Sit down\n"
      "  2. Roll up a sleeve\n  4. Relax\n\nRisk and Complication\n\n  - Bruise\n    that hurts\n"
      "  - Fever\n\nFun facts\n\nBlood is red.\n\nSide effects\n\nNone.\n\nBack to top"};
  if (std::string real = sample::real_page(); !real.empty()) out.push_back(std::move(real));
  return out;
}

BOOST_AUTO_TEST_SUITE(pages_in_other_guises)

BOOST_AUTO_TEST_CASE(the_real_page_has_three_mistakes_of_layout) {
  const std::string page = sample::real_page();
  if (page.empty()) {
    BOOST_TEST_MESSAGE("skipped: PROCLINT_SUITES is not set");
    return;
  }
  BOOST_TEST(
      print(layout_findings(page)) ==
      "89 blank-lines:14 [] the last line has no line end; add one\n"
      "1 boilerplate:1 [Search all medical codes] \"Search all medical codes\" belongs to a "
      "web page, not to the procedure; remove it\n"
      "7 heading-style:22 [:] the heading \"Name of the Procedure:\" ends with \":\", but no "
      "other heading has one; remove it\n");
}

BOOST_AUTO_TEST_CASE(line_ends_byte_order_mark_and_tabs_change_no_finding) {
  for (const std::string& page : pages()) {
    const std::string expected = print(layout_findings(page));
    BOOST_TEST(expected != "");
    BOOST_TEST(print(layout_findings("\xEF\xBB\xBF" + page)) == expected);
    BOOST_TEST(print(layout_findings(replaced(page, "\n", "\r\n"))) == expected);
    // A tab is one column for two.
    BOOST_TEST(layout_findings(replaced(page, "\n  ", "\n\t")).size() ==
               layout_findings(page).size());
  }
}

BOOST_AUTO_TEST_CASE(an_inserted_blank_line_is_one_finding_and_moves_the_others) {
  for (const std::string& page : pages()) {
    const std::vector<Line> before = layout_findings(page);
    const auto lines = static_cast<std::size_t>(std::count(page.begin(), page.end(), '\n'));
    std::size_t at = 0;
    for (std::size_t line = 1; line <= lines; ++line, at = page.find('\n', at) + 1) {
      // Behind a blank, inside of a text, it would part what belongs together.
      if (page.compare(at, 8, "    that") == 0) continue;
      std::string longer = page;
      longer.insert(at, "\n");
      std::vector<Line> after = layout_findings(longer);
      const auto is_new = [&](const Line& finding) {
        return finding.rest.starts_with("blank-lines:1 [\\n]") &&
               (finding.number == line || finding.number == line + 1);
      };
      BOOST_TEST_CONTEXT("a blank line before line " << line) {
        BOOST_TEST(std::count_if(after.begin(), after.end(), is_new) == 1);
        after.erase(std::remove_if(after.begin(), after.end(), is_new), after.end());
        for (Line& finding : after) finding.number -= finding.number > line ? 1U : 0U;
        const std::string line_of_first = "already on line ";
        std::string expected = print(before);
        std::string found = print(after);
        // The message of duplicate-section names a line, which moves too.
        for (std::string* text : {&expected, &found}) {
          const std::size_t name = text->find(line_of_first);
          if (name != std::string::npos) text->erase(name, text->find(',', name) - name);
        }
        BOOST_TEST(found == expected);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(an_inserted_paragraph_moves_the_findings_behind_it) {
  for (const std::string& page : pages()) {
    const std::size_t at = page.find("Summary\n\n") + 9;
    const auto line = static_cast<std::size_t>(std::count(
                          page.begin(), page.begin() + static_cast<std::ptrdiff_t>(at), '\n')) +
                      1;
    std::string longer = page;
    longer.insert(at, "You can ask us anything.\n\n");
    std::vector<Line> after = layout_findings(longer);
    for (Line& finding : after) finding.number -= finding.number > line ? 2U : 0U;
    const std::string moved = replaced(print(after), "on line 23", "on line 21");
    BOOST_TEST(moved == print(layout_findings(page)));
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
