#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <cmark.h>

#include "core/read/markdown_lines.h"
#include "core/source/span.h"

namespace proclint {

/// Where the blocks of a parsed Markdown text stand: cmark gives lines and columns of some, of
/// others only the begin.
class MarkdownPlaces {
 public:
  MarkdownPlaces(std::string_view text, const MarkdownLines& lines) : text_(text), lines_(lines) {}

  std::uint32_t begin_of(cmark_node* node) const;
  /// From the first byte of a block to its last one that is no blank.
  Span extent_of(cmark_node* node) const;
  /// The content of a paragraph, without the link definitions before it.
  Span paragraph(cmark_node* node) const;
  /// The content of a heading: behind "##" and before a closing "##", or above the underline.
  Span heading(cmark_node* node) const;
  /// The list marker of an item.
  Span marker(cmark_node* item) const;
  /// `span` without the blanks and line ends at its begin and end.
  Span trimmed(Span span) const;

 private:
  std::uint32_t end_of_leaf(cmark_node* node) const;
  std::uint32_t end_of_code(cmark_node* node, std::size_t first) const;
  // The text from `begin` to the line of `sign` that makes it a heading.
  Span underlined(std::uint32_t begin, char sign) const;
  std::size_t line_of(cmark_node* node) const;
  std::uint32_t line_end(std::size_t line) const { return lines_.content(line).end; }
  std::string_view slice(Span span) const { return text_.substr(span.begin, span.size()); }

  std::string_view text_;
  const MarkdownLines& lines_;
};

}  // namespace proclint
