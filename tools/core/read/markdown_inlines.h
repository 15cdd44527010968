#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <cmark.h>

#include "core/document/builder.h"
#include "core/read/page_tree.h"

namespace proclint {

/// The plain text of paragraphs and headings: without the signs of emphasis, links and code, with
/// escapes and character references resolved and lines joined by one blank.
///
/// cmark says what the text is, but not reliably where it stands: its columns ignore the
/// indentation of later lines, and it has none for link destinations. So the text is followed
/// through the source, byte by byte; what stands between two texts is known from the tree (the sign
/// that opens or closes a link). Each byte found is also a byte checked against cmark.
class MarkdownInlines {
 public:
  /// `text` has the size of the source and is well-formed UTF-8.
  MarkdownInlines(Document& document, PageTree& tree, std::string_view text)
      : document_(document), tree_(tree), text_(text) {}

  /// The text of `block`, whose content stands at `content`, without blanks around it and without
  /// link definitions. Adds marks of `node` for markup and what is foreign, and comments.
  TextPiece read(cmark_node* block, Span content, NodeId node);

  /// Whether texts were met that could not be followed; for tests.
  std::size_t lost() const { return lost_; }

 private:
  bool walk(cmark_node* block);
  bool enter(cmark_node* inline_node);
  bool leave(cmark_node* inline_node);
  bool text(std::string_view literal);
  bool special(std::string_view literal, std::size_t& done);
  void skip_line_end(std::string_view rest);
  bool code(std::string_view literal);
  bool line_break(cmark_node* node);
  bool html(std::string_view literal);
  void copy(std::uint32_t size);
  void unit(std::string_view decoded, std::uint32_t size);
  void blank(std::uint32_t size);
  void drop_last_blank();
  std::string_view named_reference(std::uint32_t size);
  TextPiece plain(cmark_node* block, Span content);
  TextPiece finish(Span content);
  bool is_empty() const { return document_.decoded.size() == text_begin_; }
  bool ends_blank() const { return is_empty() || document_.decoded.back() == ' '; }

  Document& document_;
  PageTree& tree_;
  std::string_view text_;
  std::unordered_map<std::string, std::string> references_;  // named ones, by name
  std::vector<std::size_t> open_;  // marks of containers that have not ended
  std::size_t lost_ = 0;

  // Of the block that is read:
  std::string_view block_;  // the source up to the end of the content
  NodeId node_ = 0;
  std::uint32_t at_ = 0;  // the source byte that is next
  std::size_t text_begin_ = 0;
  std::size_t first_run_ = 0;
  bool is_run_plain_ = false;  // there is a last run, and its bytes are the source's
  bool is_autolink_ = false;
  bool is_behind_comment_ = false;  // a blank that follows would be doubled
};

/// The literal of a cmark node.
inline std::string_view literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal ? std::string_view(literal) : std::string_view();
}

/// The node that follows `node` below `root` in document order when its children are left out;
/// null at the end.
inline cmark_node* next_outside(cmark_node* node, cmark_node* root) {
  while (node != root) {
    if (cmark_node* next = cmark_node_next(node)) return next;
    node = cmark_node_parent(node);
  }
  return nullptr;
}

}  // namespace proclint
