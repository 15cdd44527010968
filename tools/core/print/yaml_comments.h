#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/document/value.h"
#include "core/source/span.h"

namespace proclint {

/// A comment in its place: "#" to the end of the line, without blanks at its end.
struct YamlComment {
  Span span;
  bool follows_blank_line = false;
};

/// The comments that go with an entry: a list's item, or a map's key together with its value.
struct YamlEntryComments {
  /// On lines of their own. Of entries that begin in one line ("- a: 1") the outermost has them.
  std::vector<YamlComment> before;
  Span behind;                     ///< at the end of its first line; empty: there is none
  std::vector<YamlComment> after;  ///< on lines of their own, behind all that it holds
};

/// The key of a map's value; any other node itself.
inline NodeId yaml_entry(const Document& document, NodeId id) {
  const Node& node = document.node(id);
  const bool is_value = node.parent != kNoNode && node.kind != Kind::key &&
                        document.node(node.parent).kind == Kind::map;
  return is_value ? id - 1 : id;
}

/// Which entry each comment of a YAML document belongs to, so that it stays there when the lines
/// are written anew, also in another order. A comment on a line of its own belongs to what follows;
/// one that is indented deeper belongs to the list or map that ends before it. The ones at the top
/// that a blank line or "---" parts from the rest belong to the file.
class YamlComments {
 public:
  /// Nodes may stand in another order than the source, see ordered().
  explicit YamlComments(const Document& document);

  const std::vector<YamlComment>& top() const { return top_; }
  /// Null if the entry has none.
  const YamlEntryComments* of(NodeId entry) const {
    if (entries_.empty()) return nullptr;
    const auto found = entries_.find(entry);
    return found == entries_.end() ? nullptr : &found->second;
  }
  /// Those of some values of the root, given in their order, and of all that these hold; in the
  /// order of the source.
  std::vector<Span> of_members(const std::vector<Value>& values) const;
  /// Whether the author left a blank line before the line that a node begins.
  bool follows_blank_line(NodeId entry) const;

 private:
  void sort_nodes();
  void attach(Span comment, NodeId last, NodeId next);
  void attach_line(const YamlComment& comment, NodeId last, NodeId next);
  void attach_behind(const YamlComment& comment, NodeId last, NodeId next);
  void attach_top(const std::vector<Span>& comments);
  void put_before(NodeId node, const YamlComment& comment);
  void put_behind(NodeId entry, Span comment);
  NodeId closed_before(NodeId last, Span comment) const;
  NodeId first_in_line(NodeId entry) const;
  NodeId line_below(NodeId id) const;
  bool is_flow(NodeId list_or_map) const;
  bool holds(NodeId id, NodeId other) const;
  std::uint32_t column(std::uint32_t at) const;
  std::uint32_t level(NodeId list_or_map);
  bool has_line_end(std::uint32_t begin, std::uint32_t end) const;
  bool is_blank_line_above(std::uint32_t at) const;

  const Document& document_;
  std::vector<NodeId> nodes_;  // by place in the source
  std::unordered_map<NodeId, std::uint32_t> levels_;
  std::vector<YamlComment> top_;
  std::unordered_map<NodeId, YamlEntryComments> entries_;
};

}  // namespace proclint
