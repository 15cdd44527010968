#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/headings.h"
#include "core/read/reader.h"

// What tests of pages share: the project's table of headings, and a page read with it.
namespace proclint::sample {

inline std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

/// The table of rules/headings.json.
inline const Headings& headings() {
  static const Headings table = [] {
    const std::string text = file_text(PROCLINT_PROJECT_DIR "/rules/headings.json");
    const Source source("headings.json", text);
    Document document;
    std::vector<Diagnostic> diagnostics;
    read_json(source, {}, document, diagnostics);
    Result<Headings> read = Headings::from(Value::root(document));
    if (!read) throw std::runtime_error(read.error().message);
    return *std::move(read);
  }();
  return table;
}

/// A page with its own copy of the text.
struct Page {
  explicit Page(std::string content, std::uint32_t max_depth = 512)
      : text(std::move(content)), source("sample.procedure.txt", text) {
    read_page(source, {max_depth, &headings()}, document, diagnostics);
  }
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  std::string text;
  Source source;
  Document document;
  std::vector<Diagnostic> diagnostics;
};

/// The real page that the project starts from; empty when PROCLINT_SUITES is not set.
inline std::string real_page() {
  const char* suites = std::getenv("PROCLINT_SUITES");
  return suites ? file_text(std::string(suites) + "/../domain/page.txt") : std::string();
}

}  // namespace proclint::sample
