// What --fix promises, on the samples and on documents with mistakes drawn by chance.
#include "core/engine/fix.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>

#include "core/engine/defective.h"
#include "core/read/reader.h"

namespace proclint {
namespace {

namespace fs = std::filesystem;

constexpr Safety kLevels[] = {Safety::layout, Safety::wording};

Engine& engine() {
  static const std::unique_ptr<Engine> kEngine = *Engine::create({});
  return *kEngine;
}

const Plan& plan() {
  static const Plan kPlan = [] {
    const Config& config = **engine().configs().for_folder("/");
    std::optional<Error> failure;
    return *engine().plan({"a.procedure.json", &config, false}, failure);
  }();
  return kPlan;
}

Fixed mended(std::string_view text, Form form, Safety level) {
  const Source source("a.procedure", text);
  return fix(engine(), source, form, plan(), level);
}

std::string after(const Fixed& fixed) {
  return fixed.is_changed() ? fixed.after : fixed.checked.text;
}

// A message without its numbers: lines and counts may change with what stands above.
std::string without_digits(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c < '0' || c > '9') out += c;
  }
  return out;
}

using Count = std::map<std::string, int>;

std::string told(const Diagnostic& finding) {
  return finding.rule + ": " + without_digits(finding.message);
}

// The finding of the mended text that the text had not before. What a mended finding hid may show:
// one of its rule (a list that ends in one way is compared with others), or one at its place (a
// code in quotes is judged as a code). Other words may bring findings of any kind, but no errors.
std::string new_finding(const std::vector<Diagnostic>& before, const std::vector<Diagnostic>& after,
                        Safety level) {
  Count known;
  std::set<std::string> hiding;
  for (const Diagnostic& finding : before) {
    ++known[told(finding)];
    if (finding.rule == "blank-lines") return "";  // a page gets lists and headings by them
    if (finding.fix && finding.fix->safety <= level) {
      hiding.insert({finding.rule, finding.pointer});
    }
  }
  for (const Diagnostic& finding : after) {
    if (--known[told(finding)] >= 0) continue;
    if (level == Safety::wording && finding.severity != Severity::error) continue;
    if (!hiding.contains(finding.rule) && !hiding.contains(finding.pointer)) return told(finding);
  }
  return "";
}

// The first thing that --fix promises and that does not hold; "" if all of it does.
std::string broken_promise(std::string_view text, Form form, Safety level) {
  const Source source("a.procedure", text);
  Document document;
  const std::vector<Diagnostic> before = engine().check(source, form, plan(), document);
  const Fixed fixed = mended(text, form, level);
  if (!fixed.problems.empty()) return "problem: " + fixed.problems.front();
  const std::string once = after(fixed);
  if (after(mended(once, form, level)) != once) return "mending twice differs from mending once";
  for (const Diagnostic& finding : fixed.checked.findings) {
    if (finding.fix && finding.fix->safety <= level) return "still fixable: " + finding.message;
  }
  const std::string added = new_finding(before, fixed.checked.findings, level);
  if (!added.empty()) return "new: " + added;
  return "";
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

BOOST_AUTO_TEST_SUITE(fixing)

BOOST_AUTO_TEST_CASE(rounds_go_on_until_nothing_is_left) {
  const Fixed fixed = mended("Risks and Complication:\nPain.\n\n\n\nBenefits\n\nSleep.", Form::page,
                             Safety::layout);
  BOOST_TEST(after(fixed) == "Risks and Complications\n\nPain.\n\nBenefits\n\nSleep.\n");
  BOOST_TEST(fixed.mended == 5U);
}

BOOST_AUTO_TEST_CASE(no_more_is_mended_than_the_level_allows) {
  const std::string_view text =
      "Procedure Description\n\n  1. Clean the the skin\n  3. Wait\n\nRisks and Complications\n\n  "
      "- A\n  - B\n  - A\n";
  BOOST_TEST(after(mended(text, Form::page, Safety::layout)) ==
             "Procedure Description\n\n  1. Clean the the skin\n  2. Wait\n\nRisks and "
             "Complications\n\n  - A\n  - B\n  - A\n");
  BOOST_TEST(after(mended(text, Form::page, Safety::wording)) ==
             "Procedure Description\n\n  1. Clean the skin\n  2. Wait\n\nRisks and "
             "Complications\n\n  - A\n  - B\n  - A\n");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_left_alone) {
  const Fixed fixed = mended(R"({"title": "a",,})", Form::json, Safety::wording);
  BOOST_TEST(!fixed.is_changed());
  BOOST_TEST(fixed.checked.findings.size() == 1U);
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_text_keep_a_document_from_being_mended) {
  const std::string text = "Risks\n\nClean the the skin.";
  BOOST_TEST(mended(text, Form::page, Safety::wording).is_changed());
  const Fixed fixed = mended(text + "\n\n5 \xB5g\n", Form::page, Safety::wording);
  BOOST_TEST(!fixed.is_changed());
  BOOST_TEST(fixed.problems.empty());
  BOOST_TEST(fixed.checked.findings.size() > 1U);
}

BOOST_AUTO_TEST_CASE(nor_is_a_fix_offered_there) {
  const auto offered = [](std::string_view text) {
    const std::vector<Diagnostic> findings =
        mended(text, Form::page, Safety::layout).checked.findings;
    return std::count_if(findings.begin(), findings.end(), [](const Diagnostic& finding) {
      return finding.fix && !finding.fix->edits.empty();
    });
  };
  BOOST_TEST(offered("Risks\n\nClean the the skin.") == 1);
  BOOST_TEST(offered("Risks\n\nClean the the skin: 5 \xB5g.") == 0);
}

// Rules that are switched off find nothing, but the bytes are there.
BOOST_AUTO_TEST_CASE(so_they_do_where_nobody_wants_to_hear_of_them) {
  Settings settings = plan().rules->settings();
  settings.severities[*plan().book->ruleset.find("invalid-utf8")] = std::nullopt;
  Plan quiet = plan();
  const AppliedRules rules(plan().book->ruleset, settings);
  quiet.rules = &rules;
  const Source source("a.procedure", "Risks\n\nClean the the skin: 5 \xB5g.");
  BOOST_TEST(!fix(engine(), source, Form::page, quiet, Safety::wording).is_changed());
}

BOOST_AUTO_TEST_CASE(an_error_behind_a_mended_one_may_show) {
  const Fixed fixed =
      mended(R"({"codes": [{"system": "cpt", "value": 9921}]})", Form::json, Safety::layout);
  BOOST_TEST(after(fixed) == R"({"codes": [{"system": "cpt", "value": "9921"}]})");
}

BOOST_AUTO_TEST_CASE(comments_quotes_and_the_byte_order_mark_stay) {
  const std::string_view text =
      "\xEF\xBB\xBF# first\r\ntitle: 'Blood  draw' # last\r\ncodes:\r\n- {system: cpt, value: "
      "36415} # code\r\nsections: # here\r\n  risks:\r\n    - items: [ \"the the arm\" , 'b' ]\r\n";
  BOOST_TEST(after(mended(text, Form::yaml, Safety::wording)) ==
             "\xEF\xBB\xBF# first\r\ntitle: 'Blood  draw' # last\r\ncodes:\r\n- {system: cpt, "
             "value: \"36415\"} # code\r\nsections: # here\r\n  risks:\r\n    - items: [ \"the "
             "arm\" , 'b' ]\r\n");
}

BOOST_AUTO_TEST_CASE(the_samples_keep_the_promises) {
  for (const char* folder : {"/sample-data", "/sample-data/broken"}) {
    for (const auto& entry : fs::directory_iterator(PROCLINT_PROJECT_DIR + std::string(folder))) {
      const Reader* const reader = reader_for(entry.path().native());
      if (reader == nullptr || !entry.is_regular_file()) continue;
      const std::string text = read(entry.path());
      for (const Safety level : kLevels) {
        BOOST_TEST(broken_promise(text, reader->form, level) == "",
                   entry.path().filename() << ": " << broken_promise(text, reader->form, level));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(documents_with_random_mistakes_keep_the_promises) {
  constexpr int kRounds = 100;  // of each form
  for (const Form form : {Form::json, Form::yaml, Form::markdown, Form::page}) {
    std::mt19937 random(17);
    std::size_t mistakes = 0;
    for (int round = 0; round < kRounds; ++round) {
      const std::string text = testing::defective(form, random);
      for (const Safety level : kLevels) {
        const std::string broken = broken_promise(text, form, level);
        BOOST_REQUIRE_MESSAGE(broken.empty(), broken << "\nin " << name(form) << "\n"
                                                     << text << "\nmended\n"
                                                     << after(mended(text, form, level)));
        mistakes += mended(text, form, level).mended;
      }
    }
    BOOST_TEST(mistakes > 300U);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
