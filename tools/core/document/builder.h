#pragma once

#include <cstdint>
#include <string_view>

#include "core/document/document.h"

namespace proclint {

/// Where a node's text stands: a piece of the source, or of Document::decoded.
struct TextPiece {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
  bool is_decoded = false;
};

/// Builds a document from the events of a reader, in document order. begin() returns false, and
/// adds nothing, when the list or map would be nested deeper than `max_depth`; the reader then
/// stops.
class Builder {
 public:
  Builder(Document& document, std::uint32_t max_depth)
      : document_(document), max_depth_(max_depth) {}

  bool begin(Kind list_or_map, std::uint32_t at) {
    if (depth_ >= max_depth_) return false;
    ++depth_;
    count_element();
    const NodeId id = next_node();
    append(list_or_map, {at, at}, {});
    open_ = id;
    return true;
  }
  /// Goes on with the root map of the document, which was ended, as if it had begun at `at`.
  void reopen_root(std::uint32_t at);
  /// Ends the innermost list or map; `end` is one past its last byte.
  void end(std::uint32_t end) {
    Node& node = document_.nodes[open_];
    node.span.end = end;
    node.next = next_node();
    open_ = node.parent;
    --depth_;
  }
  /// A key of the innermost map; its value must follow.
  void key(Span span, TextPiece text) {
    ++document_.nodes[open_].size;
    append(Kind::key, span, text);
  }
  /// A string, number, boolean or null.
  void scalar(Kind kind, Span span, TextPiece text) {
    count_element();
    append(kind, span, text);
  }
  /// A scalar whose text is the bytes of its span.
  void scalar(Kind kind, Span span) { scalar(kind, span, {span.begin, span.size(), false}); }

  /// Copies `text` to Document::decoded.
  TextPiece decoded(std::string_view text);

  /// The node that the next event will make.
  NodeId next_node() const { return static_cast<NodeId>(document_.nodes.size()); }
  std::uint32_t depth() const { return depth_; }

 private:
  // A member of a map is counted at its key.
  void count_element() {
    if (open_ == kNoNode) return;
    Node& parent = document_.nodes[open_];
    if (parent.kind == Kind::list) ++parent.size;
  }
  // Field by field: a Node made on the stack and copied costs more than the rest of an event,
  // because its small stores are read back as wide ones.
  void append(Kind kind, Span span, TextPiece text) {
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

  Document& document_;
  std::uint32_t max_depth_;
  std::uint32_t depth_ = 0;
  NodeId open_ = kNoNode;
};

}  // namespace proclint
