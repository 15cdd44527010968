#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/read/reader.h"

namespace proclint {

/// A text with the document that was read from it; stays where it is, because both refer to it.
struct JsonReading {
  explicit JsonReading(std::string_view given, std::uint32_t max_depth = ReadOptions{}.max_depth)
      : text(given), source("test.json", text) {
    ReadOptions options;
    options.max_depth = max_depth;
    read_json(source, options, document, findings);
  }
  JsonReading(const JsonReading&) = delete;
  JsonReading& operator=(const JsonReading&) = delete;

  std::string text;
  Source source;
  Document document;
  std::vector<Diagnostic> findings;
};

/// "syntax-error[3,4) message", a line a finding; a note follows as " (1:2 message)".
inline std::string print(const std::vector<Diagnostic>& findings) {
  std::string out;
  for (const Diagnostic& finding : findings) {
    if (!out.empty()) out += '\n';
    out += finding.rule + '[' + std::to_string(finding.span.begin) + ',' +
           std::to_string(finding.span.end) + ") " + finding.message;
    for (const Note& note : finding.notes) {
      out += " (" + std::to_string(note.place.line) + ':' + std::to_string(note.place.column) +
             ' ' + note.message + ')';
    }
  }
  return out;
}

}  // namespace proclint
