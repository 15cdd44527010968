#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/value.h"
#include "core/read/reader.h"

namespace proclint {

/// A text with the document that was read from it; stays where it is, because both refer to it.
struct Sample {
  explicit Sample(std::string_view given, Form form = Form::json)
      : text(given), source("test", text) {
    std::vector<Diagnostic> findings;
    (form == Form::yaml ? read_yaml : read_json)(source, ReadOptions{}, document, findings);
  }
  Sample(const Sample&) = delete;
  Sample& operator=(const Sample&) = delete;
  Value root() const { return Value::root(document); }

  std::string text;
  Source source;
  Document document;
};

}  // namespace proclint
