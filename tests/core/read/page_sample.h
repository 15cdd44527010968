#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/document/headings.h"
#include "core/read/reading.h"

// What tests of pages and Markdown share: the project's table of headings, and texts read with it.
namespace proclint::sample {

inline std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

/// The table of rules/headings.yaml.
inline const Headings& headings() {
  static const Headings kTable = [] {
    const YamlReading table(file_text(PROCLINT_PROJECT_DIR "/rules/headings.yaml"));
    Result<Headings> read = Headings::from(Value::root(table.document));
    if (!read) throw std::runtime_error(read.error().message);
    return *std::move(read);
  }();
  return kTable;
}

using Page = Reading<Form::page, headings>;
using Markdown = Reading<Form::markdown, headings>;

/// The real page that the project starts from; empty when PROCLINT_SUITES is not set.
inline std::string real_page() {
  const char* suites = std::getenv("PROCLINT_SUITES");
  return suites ? file_text(std::string(suites) + "/../domain/page.txt") : std::string();
}

}  // namespace proclint::sample
