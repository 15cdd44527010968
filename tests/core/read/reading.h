#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/document/document.h"
#include "core/read/reader.h"

namespace proclint {

/// A text with the document that was read from it; stays where it is, because both refer to it.
/// `headings`: the table that forms with headings are read with.
template <Form form, auto headings = nullptr>
struct Reading {
  explicit Reading(std::string_view given, std::uint32_t max_depth = ReadOptions{}.max_depth)
      : text(given), source(path, text) {
    ReadOptions options;
    options.max_depth = max_depth;
    if constexpr (!std::is_null_pointer_v<decltype(headings)>) options.headings = &headings();
    reader_for(form).read(source, options, document, findings);
  }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  std::string text;
  std::string path = "test" + std::string(reader_for(form).extensions.front());
  Source source;
  Document document;
  std::vector<Diagnostic> findings;
};

using JsonReading = Reading<Form::json>;
using YamlReading = Reading<Form::yaml>;

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
