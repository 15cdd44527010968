// The JSON reader: places lie inside the file and inside one another, and what a scalar's place
// holds reads as that scalar. A text without a document has a finding. The document is the same
// whether the library was asked or not.
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/read/reader.h"
#include "core/read/reader_agreement.h"
#include "fuzz/invariants.h"

namespace proclint::fuzz {
namespace {

// A scalar by itself is a JSON text.
void expect_same(const Document& document, NodeId id) {
  const Node& node = document.node(id);
  const Source source("slice.json", document.source->slice(node.span));
  Document alone;
  std::vector<Diagnostic> findings;
  read_json(source, {}, alone, findings);
  expect(!alone.empty());
  expect(alone.text(0) == document.text(id));
  expect(alone.node(0).kind == (node.kind == Kind::key ? Kind::string : node.kind));
}

void run(std::string_view text) {
  const Source source("document.json", text);
  Document document;
  std::vector<Diagnostic> findings;
  read_json(source, {}, document, findings);
  expect_sound(findings, text.size());
  expect(json_agreement(text).problem.empty());
  expect(!document.empty() || !findings.empty());
  if (document.empty()) return;
  expect_tree(document);
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    const Node& node = document.node(id);
    if (node.parent != kNoNode) {
      const Span around = document.node(node.parent).span;
      expect(around.begin < node.span.begin && node.span.end < around.end);
    }
    if (node.kind != Kind::list && node.kind != Kind::map) expect_same(document, id);
  }
}

}  // namespace
}  // namespace proclint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  proclint::fuzz::run({reinterpret_cast<const char*>(data), size});
  return 0;
}
