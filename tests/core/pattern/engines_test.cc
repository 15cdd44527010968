// The three engines must agree: each random pattern runs in all that can run it, over random texts.

#include <re2/re2.h>

#include <boost/test/unit_test.hpp>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/pattern/automaton.h"
#include "core/pattern/backtracker.h"
#include "core/pattern/property.h"
#include "core/pattern/translate.h"

namespace proclint {
namespace {

class Generator {
 public:
  std::string pattern() {
    return std::string(below(2) == 0 ? "^" : "") + part(4) + (below(2) == 0 ? "$" : "");
  }

  std::string text() {
    static const std::vector<std::string_view> kLetters = {
        "a", "b",  "c",  "A",  "0",      "9",      "_",      "-",      " ",      ".",
        "/", "\n", "\r", "\"", "\u00A0", "\u00E9", "\u03B1", "\u2028", "\uFEFF", "\U0001F432"};
    std::string out;
    const std::size_t kinds = below(2) == 0 ? kLetters.size() : 3;
    for (std::size_t i = below(9); i > 0; --i) out += kLetters[below(kinds)];
    return out;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::string part(int depth) {
    static const std::vector<std::string_view> kAtoms = {
        "a",      "b",     "c",          "0",      "-",       "_",           "\\.",
        "\u00E9", ".",     "\\d",        "\\D",    "\\w",     "\\W",         "\\s",
        "\\S",    "[]",    "[^]",        "[abc]",  "[^abc]",  "[a-z0-9]",    "[\\w-]",
        "[^\\s]", "[à-ÿ]", "\\u{1F432}", "\\p{L}", "\\P{Lu}", "[\\p{L}\\d]", "[^\\p{Ll}a]",
        "\\n",    "\\x61", "[^\\x61]",   "\\cJ"};
    static const std::vector<std::string_view> kCounts = {"*",  "+",    "?",     "{2}",   "{0}",
                                                          "*?", "{2,}", "{1,3}", "{0,2}?"};
    switch (depth == 0 ? 0 : below(10)) {
      case 5:
      case 6:
        return part(depth - 1) + part(depth - 1);
      case 7:
        return "(" + part(depth - 1) + "|" + part(depth - 1) + ")";
      case 8:
        return "(?:" + part(depth - 1) + ")" + std::string(kCounts[below(kCounts.size())]);
      case 9: {
        static const std::vector<std::string_view> kPlaces = {"^", "$", "\\b", "\\B"};
        return std::string(kPlaces[below(kPlaces.size())]) + part(depth - 1);
      }
      default:
        return std::string(kAtoms[below(kAtoms.size())]);
    }
  }

  std::mt19937 random_{2026};  // the same patterns in each run
};

struct Engines {
  std::optional<Automaton> automaton;
  std::unique_ptr<re2::RE2> re2;
  std::optional<Backtracker> backtracker;

  explicit Engines(const std::string& pattern) {
    const Result<Syntax> syntax = parse_syntax(pattern, Strictness::strict);
    BOOST_TEST_REQUIRE(syntax.has_value());
    automaton = Automaton::build(*syntax);
    if (const std::optional<std::string> translated = to_re2(*syntax)) {
      re2 = std::make_unique<re2::RE2>(*translated, re2::RE2::Quiet);
      BOOST_TEST(re2->ok());
    }
    const Result<std::string> translated = to_pcre2(*syntax);
    BOOST_TEST_REQUIRE(translated.has_value());
    const Result<Backtracker> compiled = Backtracker::compile(*translated);
    BOOST_TEST_REQUIRE(compiled.has_value());
    backtracker = *compiled;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(engines)

BOOST_AUTO_TEST_CASE(all_engines_agree) {
  Generator generator;
  std::size_t automata = 0;
  std::size_t compared = 0;
  for (int i = 0; i < 1500; ++i) {
    const std::string pattern = generator.pattern();
    BOOST_TEST_CONTEXT(pattern) {
      const Engines engines(pattern);
      if (engines.automaton) ++automata;
      for (int j = 0; j < 20; ++j) {
        const std::string text = generator.text();
        const Pattern::Match expected = engines.backtracker->search(text);
        BOOST_TEST_REQUIRE((expected != Pattern::Match::limit));
        const bool is_match = expected == Pattern::Match::yes;
        BOOST_TEST_CONTEXT('"' << text << '"') {
          if (engines.automaton) BOOST_TEST(engines.automaton->search(text) == is_match);
          if (engines.re2) BOOST_TEST(re2::RE2::PartialMatch(text, *engines.re2) == is_match);
        }
        ++compared;
      }
    }
  }
  BOOST_TEST(automata > 900U);
  BOOST_TEST(compared == 30'000U);
}

BOOST_AUTO_TEST_CASE(an_engine_knows_each_property_that_a_pattern_may_name) {
  for (const std::string_view pattern : {"Lu",      "Letter",   "Cased_Letter", "LC",
                                         "C",       "Other",    "Cn",           "Cs",
                                         "digit",   "punct",    "cntrl",        "Any",
                                         "ASCII",   "Assigned", "AHex",         "Alpha",
                                         "Bidi_C",  "Bidi_M",   "CI",           "Cased",
                                         "CWCF",    "CWCM",     "CWL",          "CWT",
                                         "CWU",     "Dash",     "DI",           "Dep",
                                         "Dia",     "Emoji",    "EComp",        "EMod",
                                         "EBase",   "EPres",    "ExtPict",      "Ext",
                                         "Gr_Base", "Gr_Ext",   "Hex",          "IDSB",
                                         "IDST",    "IDC",      "IDS",          "Ideo",
                                         "Join_C",  "LOE",      "Lower",        "Math",
                                         "NChar",   "Pat_Syn",  "Pat_WS",       "QMark",
                                         "Radical", "RI",       "STerm",        "SD",
                                         "Term",    "UIdeo",    "Upper",        "VS",
                                         "space",   "XIDC",     "XIDS",         "Script=Latin",
                                         "sc=Cpmn", "sc=Qaai",  "scx=Zyyy",     "scx=Nandinagari",
                                         "sc=Vith"}) {
    BOOST_TEST_CONTEXT(pattern) {
      Engines("\\p{" + std::string(pattern) + "}");
      Engines("[^\\P{" + std::string(pattern) + "}]");
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace proclint
