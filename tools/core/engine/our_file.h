#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/document/document.h"
#include "core/source/diagnostic.h"
#include "core/source/result.h"

namespace proclint {

/// A file of ours: configuration, rules, schema, a table of words. Text, source and document belong
/// together, so it stays where it is.
struct OurFile {
  OurFile(std::string file_path, std::string file_text)
      : path(std::move(file_path)), text(std::move(file_text)), source(path, text) {}
  OurFile(const OurFile&) = delete;
  OurFile& operator=(const OurFile&) = delete;

  std::string path;
  std::string text;
  Source source;
  Document document;
  std::vector<Diagnostic> diagnostics;  ///< what is wrong with it

  void mistake(Span span, std::string rule, std::string message);
};

/// Reads and parses `path`: YAML if its name ends so (.yaml, .yml), else JSON. Error: it cannot be
/// read or is too large. Syntax errors are diagnostics of the file.
Result<std::unique_ptr<OurFile>> read_our_file(const std::string& path);

/// The same for a file that the program carries; see embedded(). It is JSON without mistakes.
std::unique_ptr<OurFile> read_embedded(const std::string& name);

}  // namespace proclint
