#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>
#include <sstream>
#include <string>

#include "core/report/cells.h"
#include "core/report/random_text.h"
#include "core/report/reporter.h"
#include "core/source/utf8.h"

namespace proclint::testing {
namespace {

// The text report's last lines: no file has findings of its own here.
std::string summary(const Summary& totals, std::size_t failures = 0, const RunInfo& run = {}) {
  std::ostringstream out;
  const auto reporter = find_reporter("text")->make(out);
  reporter->begin(run);
  for (std::size_t i = 0; i < failures; ++i) reporter->failure("path", "why");
  reporter->end(totals);
  return out.str();
}

std::string one_finding(std::string_view format, const RunInfo& run, const std::string& text,
                        const std::string& words) {
  std::ostringstream out;
  const auto reporter = find_reporter(format)->make(out);
  Diagnostic finding;
  finding.rule = words;
  finding.message = words;
  finding.span = {0, static_cast<std::uint32_t>(text.size())};
  finding.pointer = words;
  finding.notes = {{words, {}, {}, words}, {"file", finding.span, {}, words}};
  finding.fix = Fix{words, {{finding.span, words}}, Safety::layout};
  reporter->begin(run);
  reporter->file(Source("file", text), std::span(&finding, 1));
  reporter->file(Source(words, text), std::span(&finding, 1));
  reporter->failure(words, words);
  reporter->end({2, 2, 0, 0, 1});
  return out.str();
}

BOOST_AUTO_TEST_SUITE(all_reporters)

BOOST_AUTO_TEST_CASE(are_found_by_name) {
  for (const ReporterInfo& each : reporters()) BOOST_TEST(find_reporter(each.name) == &each);
  BOOST_TEST(find_reporter("pigeon") == nullptr);
}

BOOST_AUTO_TEST_CASE(text_sums_up) {
  BOOST_TEST(summary({12, 0, 0, 0, 0}) == "no findings in 12 files\n");
  BOOST_TEST(summary({1, 0, 0, 0, 0}) == "no findings in 1 file\n");
  BOOST_TEST(summary({0, 3, 2, 1, 1}) == "3 errors, 2 warnings, 1 note in 0 files\n");
  BOOST_TEST(summary({0, 0, 1, 0, 1}) == "1 warning in 0 files\n");
  BOOST_TEST(summary({3, 0, 0, 0, 2}, 2) ==
             "no findings in 3 files; 2 paths could not be checked\n");
}

BOOST_AUTO_TEST_CASE(text_sums_up_what_was_mended) {
  BOOST_TEST(summary({3, 0, 0, 0, 0, 2}) == "2 mended, none left in 3 files\n");
  BOOST_TEST(summary({0, 1, 0, 2, 1, 12}) == "12 mended, 3 left: 1 error, 2 notes in 0 files\n");
}

BOOST_AUTO_TEST_CASE(text_says_which_findings_can_be_mended) {
  const auto last_line = [](std::vector<Safety> fixes, Safety level) {
    std::vector<Diagnostic> findings(fixes.size());
    for (std::size_t i = 0; i < fixes.size(); ++i)
      findings[i].fix = Fix{"", {{{0, 1}, ""}}, fixes[i]};
    std::ostringstream out;
    const auto reporter = find_reporter("text")->make(out);
    RunInfo run;
    run.fix_level = level;
    reporter->begin(run);
    reporter->file(Source("file", "text"), findings);
    reporter->end({1, fixes.size(), 0, 0, 1});
    const std::string text = out.str();
    return text.substr(text.rfind(';') + 1);
  };
  constexpr Safety layout = Safety::layout;
  constexpr Safety wording = Safety::wording;
  constexpr Safety meaning = Safety::meaning;
  BOOST_TEST(last_line({layout, wording, meaning}, layout) ==
             " 1 fixable with --fix, 1 more with --fix-level wording\n");
  BOOST_TEST(last_line({layout, wording, meaning}, wording) ==
             " 2 fixable with --fix --fix-level wording\n");
  BOOST_TEST(last_line({wording}, layout) == " 1 fixable with --fix --fix-level wording\n");
}

BOOST_AUTO_TEST_CASE(text_counts_no_advice_among_what_can_be_mended) {
  std::vector<Diagnostic> findings(2);
  findings[0].fix = Fix{"Remove it", {}, Safety::layout};
  findings[1].fix = Fix{"Remove it", {}, Safety::wording};
  std::ostringstream out;
  const auto reporter = find_reporter("text")->make(out);
  reporter->begin({});
  reporter->file(Source("file", "text"), findings);
  reporter->end({1, 2, 0, 0, 1});
  BOOST_TEST(out.str().ends_with("\n2 errors in 1 file\n"));
}

BOOST_AUTO_TEST_CASE(text_is_quiet_on_demand) {
  RunInfo run;
  run.quiet = true;
  BOOST_TEST(summary({12, 0, 0, 0, 0}, 0, run) == "");
}

BOOST_AUTO_TEST_CASE(compact_writes_nothing_but_findings) {
  std::ostringstream out;
  const auto reporter = find_reporter("compact")->make(out);
  reporter->begin({});
  reporter->file(Source("clean", "text"), {});
  reporter->failure("path", "why");
  reporter->end({});
  BOOST_TEST(out.str() == "");
}

BOOST_AUTO_TEST_CASE(let_no_control_of_the_content_through) {
  std::mt19937 random(3);
  for (int round = 0; round < 100; ++round) {
    const std::string text = random_text(random, 60, true);
    const std::string words = random_text(random, 20, true);
    for (const ReporterInfo& each : reporters()) {
      RunInfo run;
      run.width = round % 2 == 0 ? 80 : 0;
      const std::string out = one_finding(each.name, run, text, words);
      BOOST_REQUIRE(utf8::find_invalid(out) == std::string::npos);
      for (const char c : out) {
        BOOST_REQUIRE((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
        BOOST_REQUIRE(c != 0x7f);
      }
      for (const char* control : {"\u009b", "\u202e", "\u2066", "\u2028", "\u200b"}) {
        BOOST_REQUIRE(out.find(control) == std::string::npos);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(text_stays_within_the_terminal) {
  std::mt19937 random(6);
  for (int round = 0; round < 300; ++round) {
    const std::string text = random_text(random, random() % 200, true);
    Diagnostic finding;
    finding.rule = "some-rule";
    finding.message = random_text(random, 60, true);
    const auto begin = static_cast<std::uint32_t>(random() % (text.size() + 1));
    finding.span = {begin, static_cast<std::uint32_t>(text.size())};
    finding.notes = {{"other", {}, {}, finding.message}, {"file", {0, begin}, {}, "here"}};
    finding.fix = Fix{finding.message, {}, Safety::layout};
    RunInfo run;
    run.width = 40 + random() % 80;
    std::ostringstream out;
    const auto reporter = find_reporter("text")->make(out);
    reporter->begin(run);
    reporter->file(Source("file", text), std::span(&finding, 1));
    reporter->end({1, 1, 0, 0, 1});
    std::istringstream lines(out.str());
    for (std::string line; std::getline(lines, line);) {
      BOOST_REQUIRE_LE(display_width(line), run.width);
    }
  }
}

BOOST_AUTO_TEST_CASE(compact_writes_one_line_a_finding_whatever_it_says) {
  std::mt19937 random(4);
  for (int round = 0; round < 100; ++round) {
    const std::string out =
        one_finding("compact", {}, random_text(random, 9, true), random_text(random, 20, true));
    BOOST_REQUIRE_EQUAL(std::count(out.begin(), out.end(), '\n'), 2);
  }
}

BOOST_AUTO_TEST_CASE(sarif_has_no_link_that_the_content_wrote) {
  const std::string out = one_finding("sarif", {}, "text", "see [x](http://x)");
  BOOST_TEST(out.find(R"("text":"see [x\\](http://x) ([see \\[x\\](http://x)](1)))") !=
             std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint::testing
