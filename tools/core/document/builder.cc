#include "core/document/builder.h"

namespace proclint {

// Field by field: a Node made on the stack and copied costs more than the rest of an event, because
// its small stores are read back as wide ones.
void Builder::append(Kind kind, Span span, TextPiece text) {
  const NodeId id = next_node();
  Node& node = document_.nodes.emplace_back();
  node.span = span;
  node.parent = open_;
  node.next = id + 1;
  node.text = text.begin;
  node.size = text.size;
  node.kind = kind;
  node.is_decoded = text.is_decoded;
}

// A member is counted at its key, an element at itself.
void Builder::count_in_parent(bool is_key) {
  if (open_ == kNoNode) return;
  Node& parent = document_.nodes[open_];
  if (is_key == (parent.kind == Kind::map)) ++parent.size;
}

bool Builder::begin(Kind list_or_map, std::uint32_t at) {
  if (depth_ >= max_depth_) return false;
  ++depth_;
  count_in_parent(false);
  const NodeId id = next_node();
  append(list_or_map, {at, at}, {});
  open_ = id;
  return true;
}

void Builder::end(std::uint32_t end) {
  Node& node = document_.nodes[open_];
  node.span.end = end;
  node.next = next_node();
  open_ = node.parent;
  --depth_;
}

void Builder::key(Span span, TextPiece text) {
  count_in_parent(true);
  append(Kind::key, span, text);
}

void Builder::scalar(Kind kind, Span span, TextPiece text) {
  count_in_parent(false);
  append(kind, span, text);
}

void Builder::members_of(const Document& other) {
  const NodeId shift = next_node() - 1;
  const auto moved = [&](NodeId id) { return id == 0 ? open_ : id + shift; };
  const auto text_shift = static_cast<std::uint32_t>(document_.decoded.size());
  document_.decoded += other.decoded;
  document_.nodes[open_].size += other.nodes[0].size;
  for (std::size_t id = 1; id < other.nodes.size(); ++id) {
    Node& node = document_.nodes.emplace_back();
    node = other.nodes[id];
    node.parent = moved(node.parent);
    node.next += shift;
    if (node.is_decoded) node.text += text_shift;
  }
  for (TextRun run : other.runs) {
    run.text += text_shift;
    document_.runs.push_back(run);
  }
  for (Mark mark : other.marks) {
    mark.node = moved(mark.node);
    document_.marks.push_back(mark);
  }
  document_.comments.insert(document_.comments.end(), other.comments.begin(), other.comments.end());
}

TextPiece Builder::decoded(std::string_view text) {
  const auto begin = static_cast<std::uint32_t>(document_.decoded.size());
  document_.decoded.append(text);
  return {begin, static_cast<std::uint32_t>(text.size()), true};
}

}  // namespace proclint
