#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "core/read/reading.h"
#include "core/source/file.h"

// The official YAML test suite, found through PROCLINT_SUITES. Its files are YAML and read by the
// reader under test: each is a list of cases, with the text in `yaml` and, for those that are valid
// and have one, the value in `json`; `fail` marks a text that must be refused.

namespace proclint {

struct YamlCase {
  std::string id;
  std::string yaml;
  std::string json;
  bool has_json = false;
  bool must_fail = false;
};

inline void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
}

// The suite shows what cannot be seen: blanks, tabs, line ends, the end of the text.
inline std::string shown_in_suite(std::string_view shown) {
  std::string text(shown);
  replace_all(text, "\u2423", " ");
  replace_all(text, "\u2014", "");  // a tab is shown as an arrow of any length
  replace_all(text, "\u00BB", "\t");
  replace_all(text, "\u2190", "\r");
  replace_all(text, "\u21D4", "\uFEFF");
  replace_all(text, "\u21B5", "");
  replace_all(text, "\u220E\n", "");
  return text;
}

inline std::vector<YamlCase> yaml_cases(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<YamlCase> result;
  for (const auto& path : paths) {
    std::string text;
    BOOST_TEST_REQUIRE(read_file(path.string(), std::size_t{1} << 24U, text).has_value());
    const YamlReading reading(text);
    BOOST_TEST_REQUIRE(reading.findings.empty(), path << ": " << print(reading.findings));
    const Value root = Value::root(reading.document);
    std::size_t number = 0;
    for (const Value item : root.children()) {
      YamlCase& one = result.emplace_back();
      one.id = path.stem().string();
      if (root.size() > 1) one.id += '-' + std::to_string(number++);
      BOOST_TEST_REQUIRE(bool(item.find("yaml")), one.id);
      one.yaml = shown_in_suite(item.find("yaml").text());
      one.has_json = item.find("json") && item.find("json").is(Kind::string);
      if (one.has_json) one.json = shown_in_suite(item.find("json").text());
      one.must_fail = bool(item.find("fail"));
    }
  }
  return result;
}

// Calls `test` for every case, or says that there are none.
inline void for_each_yaml_case(const std::function<void(const YamlCase&)>& test) {
  const char* const suites = std::getenv("PROCLINT_SUITES");
  if (suites == nullptr) {
    std::cout << "yaml suite: skipped, PROCLINT_SUITES is not set\n";
    return;
  }
  for (const YamlCase& one : yaml_cases(std::filesystem::path(suites) / "yaml")) test(one);
}

}  // namespace proclint
