#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/value.h"
#include "core/read/page_sample.h"
#include "core/read/reader.h"

// What tests of Markdown share.
namespace proclint::sample {

/// A Markdown file with its own copy of the text.
struct Markdown {
  explicit Markdown(std::string content, std::uint32_t max_depth = 512)
      : text(std::move(content)), source("sample.procedure.md", text) {
    read_markdown(source, {max_depth, &headings()}, document, diagnostics);
  }
  Markdown(const Markdown&) = delete;
  Markdown& operator=(const Markdown&) = delete;

  std::string text;
  Source source;
  Document document;
  std::vector<Diagnostic> diagnostics;
};

}  // namespace proclint::sample
