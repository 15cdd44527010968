#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/document/value.h"

namespace proclint {

/// Lists of a Markdown document in their canonical layout.
class MarkdownLists {
 public:
  explicit MarkdownLists(const Document& document);

  /// Appends a list to `out`; where it stands, from its first marker to the end of its last text.
  /// Nothing for a list that must stay as it is: with other blocks in its items, comments, or a
  /// line that only the rules of CommonMark make a part of an item. Lists are asked for in their
  /// order, so that one that follows another directly gets another sign; else both would be one.
  std::optional<Span> write(Value list, std::string& out);

 private:
  bool is_simple(Value list) const;
  bool holds_other(Span extent) const;
  void write_items(Value list, std::size_t indent, std::string& out) const;
  std::uint32_t end_of(Value list) const;

  const Document& document_;
  std::unordered_set<NodeId> kept_;    // texts and lists that are not only text
  std::vector<std::uint32_t> others_;  // where comments and link definitions begin
  NodeId last_ = kNoNode;              // the block of the list that was written last
  bool has_other_sign_ = false;
};

/// Appends Markdown text on one line; hard line breaks stay, and the line behind one is indented.
void append_joined_markdown(std::string_view text, std::size_t indent, std::string& out);

}  // namespace proclint
