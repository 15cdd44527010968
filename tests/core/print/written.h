#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/print/writer.h"
#include "core/read/reader.h"

namespace proclint {

/// A document that a test reads from text. Stays where it is.
struct ReadText {
  ReadText(Form form, std::string_view text, const Headings& headings) : source("test", text) {
    ReadOptions options;
    options.headings = &headings;
    reader_for(form).read(source, options, document, findings);
  }
  ReadText(const ReadText&) = delete;
  ReadText& operator=(const ReadText&) = delete;

  Source source;
  Document document;
  std::vector<Diagnostic> findings;
};

/// Two headings, as tests need them.
inline const Headings& two_headings() {
  static const Headings kTable =
      *Headings::from({{"summary", "Summary", {"Overview"}}, {"risks", "Risks", {"Side effects"}}},
                      {"title", "Name of the Procedure", {"Name"}});
  return kTable;
}

/// What a writer makes of a text, with its losses ("excerpt: message", one a line) behind "!!\n".
inline std::string written(Form to, Form from, std::string_view text) {
  const ReadText read(from, text, two_headings());
  WriteOptions options;
  options.headings = &two_headings();
  options.id = "test";
  std::string out;
  std::vector<Diagnostic> losses;
  writer_for(to)->write(read.document, options, out, losses);
  if (!losses.empty()) out += "!!\n";
  for (const Diagnostic& loss : losses) {
    out.append(read.source.slice(loss.span)).append(": ").append(loss.message).append("\n");
  }
  return out;
}

}  // namespace proclint
