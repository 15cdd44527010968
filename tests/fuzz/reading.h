#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/engine/our_file.h"
#include "core/read/reader.h"
#include "fuzz/invariants.h"

namespace proclint::fuzz {

/// The headings that the programs carry.
inline const Headings& headings() {
  static const std::unique_ptr<OurFile> kFile = read_embedded("rules/headings.json");
  static const Headings kHeadings = *Headings::from(Value::root(kFile->document));
  return kHeadings;
}

/// Whatever the text, its reader gives a tree with its places and marks inside the file, or says
/// why there is none.
inline void expect_sound_reading(Form form, std::string_view text) {
  const Source source("document", text);
  ReadOptions options;
  options.headings = &headings();
  Document document;
  std::vector<Diagnostic> findings;
  reader_for(form).read(source, options, document, findings);
  expect_sound(findings, text.size());
  expect(!document.empty() || !findings.empty());
  if (!document.empty()) expect_tree(document);
  for (const Mark& mark : document.marks) {
    expect_inside(mark.span, text.size());
    expect(mark.node < document.nodes.size());
  }
  for (const Span comment : document.comments) expect_inside(comment, text.size());
}

}  // namespace proclint::fuzz
