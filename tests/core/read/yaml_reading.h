#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/read/json_reading.h"
#include "core/read/reader.h"

namespace proclint {

/// A text with the document that was read from it; stays where it is, because both refer to it.
struct YamlReading {
  explicit YamlReading(std::string_view given, std::uint32_t max_depth = ReadOptions{}.max_depth)
      : text(given), source("test.yaml", text) {
    ReadOptions options;
    options.max_depth = max_depth;
    read_yaml(source, options, document, findings);
  }
  YamlReading(const YamlReading&) = delete;
  YamlReading& operator=(const YamlReading&) = delete;

  std::string text;
  Source source;
  Document document;
  std::vector<Diagnostic> findings;
};

}  // namespace proclint
