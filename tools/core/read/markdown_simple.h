#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/document/headings.h"
#include "core/read/markdown_lines.h"
#include "core/read/page_tree.h"

namespace proclint {

/// Reads Markdown as it is mostly written, and as procfmt leaves it: "#" headings, paragraphs and
/// items of one line each without signs of markup, lists by "-" and by numbers. The nodes and marks
/// are those that the tree of cmark gives; for anything else find() is false, and cmark is asked.
///
/// The reason is speed: cmark needs half of the time that a formatter of 100 MB/s has.
class SimpleMarkdown {
 public:
  /// `lines` are those of `text` from its body on.
  SimpleMarkdown(std::string_view text, const MarkdownLines& lines) : text_(text), lines_(lines) {}

  /// Finds the blocks; whether they are all that there is.
  bool find();
  /// Makes nodes and marks of them, in the root map of `tree`.
  void build(const Headings& table, PageTree& tree) const;

 private:
  enum class Sign : std::uint8_t { none, heading, bullet, dot, parenthesis };
  struct Block {
    Sign sign = Sign::none;   // of a paragraph: none
    std::uint32_t level = 0;  // of a heading: its level; of an item: in how many lists it stands
    std::uint32_t line = 0;   // its index
    Span mark;                // of an item: "-", "12."
    Span content;
  };
  // A list that may go on, in the column of its signs.
  struct List {
    Sign sign;
    std::uint32_t column;
    std::uint32_t inside;  // the column of the text of its last item
  };

  bool line(std::uint32_t index);
  bool heading(std::uint32_t at, std::uint32_t end, Block& block) const;
  bool item(std::uint32_t at, std::uint32_t end, Block& block) const;
  bool place(std::uint32_t column, Block& block);
  bool begins_text(std::uint32_t at, std::uint32_t end) const;
  std::uint32_t behind_number(std::uint32_t at, std::uint32_t end) const;

  class Builder;

  std::string_view text_;
  const MarkdownLines& lines_;
  std::vector<Block> blocks_;
  std::vector<List> open_;
  bool is_behind_blank_ = true;
};

}  // namespace proclint
