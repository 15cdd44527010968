#pragma once

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/builder.h"
#include "core/read/page_lines.h"

namespace proclint {

/// Builds the tree of a page: keys that only the layout implies, texts of several lines, and marks
/// in source order. Once a list or map would be too deep nothing more is added.
class PageTree {
 public:
  PageTree(Document& document, std::uint32_t max_depth, const PageLines& page)
      : document_(document), builder_(document, max_depth), page_(page) {
    constexpr std::size_t kMostNames = 10;
    names_.reserve(kMostNames);
  }

  bool is_too_deep() const { return is_too_deep_; }
  /// The node that is made next.
  NodeId next() const { return builder_.next_node(); }
  Builder& builder() { return builder_; }

  void open(Kind list_or_map, std::uint32_t at);
  void close(std::uint32_t end);
  /// A key that the page does not spell, with an empty span at the begin of its value. `name` must
  /// be a literal.
  void implied_key(std::string_view name, std::uint32_t at);
  /// A section's key, spelled by its heading.
  void heading_key(Span written, std::string_view key);
  void null(std::uint32_t at);
  void string(Span span);
  void string(Span span, TextPiece text);
  /// The text from `begin` to the end of line `last`; lines from `first` + 1 on are joined to it
  /// with one blank each.
  void text(std::uint32_t begin, std::size_t first, std::size_t last);

  /// Adds a mark, and before it the layout marks that stand before it. Runs of blank lines among
  /// them belong to `blanks_of`: the root, or the list that they part.
  void mark(MarkKind kind, NodeId node, Span span, NodeId blanks_of = 0);
  /// Drops the layout marks up to `until` that no mark has added: what stands there has a layout
  /// of its own.
  void skip_layout(std::uint32_t until);
  /// Adds the layout marks that are left.
  void finish();

 private:
  void flush(std::uint32_t until, NodeId blanks_of);

  Document& document_;
  Builder builder_;
  const PageLines& page_;
  std::size_t flushed_ = 0;
  std::vector<std::pair<std::string_view, TextPiece>> names_;  // implied keys, written once each
  bool is_too_deep_ = false;
};

}  // namespace proclint
