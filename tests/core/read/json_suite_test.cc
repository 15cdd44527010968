#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>
#include <string>

#include "core/read/reading.h"
#include "core/source/file.h"

// The JSON parsing test suite of Nicolas Seriot, found through PROCLINT_SUITES: files named y_ must
// be read, those named n_ refused, and for i_ each parser decides.

namespace proclint {
namespace {

// What we decided: half a surrogate pair has no UTF-8, and UTF-16 is no UTF-8 (RFC 8259, section
// 8.1). Everything else is read; bytes that are no UTF-8 are a finding of their own.
const std::set<std::string> kRefused{
    "i_object_key_lone_2nd_surrogate.json",
    "i_string_1st_surrogate_but_2nd_missing.json",
    "i_string_incomplete_surrogate_and_escape_valid.json",
    "i_string_incomplete_surrogate_pair.json",
    "i_string_incomplete_surrogates_escape_valid.json",
    "i_string_invalid_lonely_surrogate.json",
    "i_string_invalid_surrogate.json",
    "i_string_inverted_surrogates_U+1D11E.json",
    "i_string_lone_second_surrogate.json",
    "i_string_UTF-16LE_with_BOM.json",
    "i_string_utf16BE_no_BOM.json",
    "i_string_utf16LE_no_BOM.json",
};

bool is_within(const Diagnostic& finding, const Source& source) {
  return finding.span.begin <= finding.span.end && finding.span.end <= source.text().size();
}

BOOST_AUTO_TEST_SUITE(json_suite)

BOOST_AUTO_TEST_CASE(every_file_is_read_or_refused_as_it_must_be) {
  const char* const suites = std::getenv("PROCLINT_SUITES");
  if (suites == nullptr) {
    std::cout << "json-parsing suite: skipped, PROCLINT_SUITES is not set\n";
    return;
  }
  std::map<char, int> counts;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(suites) / "json-parsing")) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() != ".json") continue;
    std::string text;
    const auto outcome = read_file(entry.path().string(), std::size_t{1} << 24U, text);
    BOOST_TEST_REQUIRE(outcome.has_value(), name);
    const JsonReading reading(text);
    const bool is_refused = reading.document.empty();
    ++counts[name.front()];
    BOOST_TEST(is_refused == (name.front() == 'n' || kRefused.contains(name)), name);
    if (name.front() == 'y') BOOST_TEST(reading.findings.empty(), name);
    int errors = 0;
    for (const Diagnostic& finding : reading.findings) {
      BOOST_TEST(is_within(finding, reading.source), name);
      BOOST_TEST(!finding.message.empty(), name);
      if (finding.rule != "invalid-utf8") ++errors;
    }
    BOOST_TEST(errors == (is_refused ? 1 : 0), name);
  }
  std::cout << "json-parsing suite: " << counts['y'] << " y_, " << counts['n'] << " n_, "
            << counts['i'] << " i_\n";
  BOOST_TEST(counts['y'] > 0);
  BOOST_TEST(counts['n'] > 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
