#pragma once

#include <cstdlib>
#include <vector>

#include "core/document/document.h"
#include "core/document/value.h"
#include "core/source/diagnostic.h"

namespace proclint::fuzz {

/// What must hold, with whatever input.
inline void expect(bool holds) {
  if (!holds) std::abort();
}

inline void expect_inside(Span span, std::size_t size) {
  expect(span.begin <= span.end && span.end <= size);
}

/// Each finding speaks, names its rule and points into the text.
inline void expect_sound(const std::vector<Diagnostic>& findings, std::size_t size) {
  for (const Diagnostic& finding : findings) {
    expect(!finding.message.empty() && !finding.rule.empty());
    expect_inside(finding.span, size);
    for (const Note& note : finding.notes) expect_inside(note.span, size);
    if (!finding.fix) continue;
    std::uint32_t last = 0;
    for (const Edit& edit : finding.fix->edits) {
      expect_inside(edit.span, size);
      expect(edit.span.begin >= last);
      last = edit.span.end;
    }
  }
}

/// The nodes are a tree in document order, their places lie inside the text, their texts exist.
inline void expect_tree(const Document& document) {
  const std::size_t size = document.source->text().size();
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    const Node& node = document.node(id);
    expect_inside(node.span, size);
    expect(node.next > id && node.next <= document.nodes.size());
    expect((node.parent == kNoNode) == (id == 0));
    if (id != 0) {
      const Node& parent = document.node(node.parent);
      expect(node.parent < id && node.next <= parent.next);
      expect(parent.kind == Kind::list || parent.kind == Kind::map);
    }
    const Value value(document, id);
    expect_inside(value.place(), size);
    if (node.kind == Kind::list || node.kind == Kind::map) continue;
    const std::size_t whole = node.is_decoded ? document.decoded.size() : size;
    expect(std::size_t{node.text} + node.size <= whole);
    expect_inside(value.locate({0, node.size}), size);
  }
}

}  // namespace proclint::fuzz
