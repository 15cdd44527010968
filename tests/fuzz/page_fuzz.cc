// The page reader: a tree with its places and marks inside the file, whatever the text.
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "core/engine/our_file.h"
#include "core/read/reader.h"
#include "fuzz/invariants.h"

namespace proclint::fuzz {
namespace {

const Headings& headings() {
  static const std::unique_ptr<OurFile> kFile = read_embedded("rules/headings.json");
  static const Headings kHeadings = *Headings::from(Value::root(kFile->document));
  return kHeadings;
}

void run(std::string_view text) {
  const Source source("document.txt", text);
  ReadOptions options;
  options.headings = &headings();
  Document document;
  std::vector<Diagnostic> findings;
  read_page(source, options, document, findings);
  expect_sound(findings, text.size());
  expect(!document.empty() || !findings.empty());
  if (!document.empty()) expect_tree(document);
  for (const Mark& mark : document.marks) {
    expect_inside(mark.span, text.size());
    expect(mark.node < document.nodes.size());
  }
}

}  // namespace
}  // namespace proclint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  proclint::fuzz::run({reinterpret_cast<const char*>(data), size});
  return 0;
}
