#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/read/page_headings.h"
#include "core/read/page_lists.h"

namespace proclint {

/// A part of the page before its first section.
struct PagePiece {
  enum class Kind : std::uint8_t { free, code, code_values, name, title, names };
  Kind kind;
  std::size_t first;
  std::size_t last;  ///< its last line
};

/// Finds the parts of a page that stand before its first section.
class PagePieces {
 public:
  PagePieces(std::string_view text, const std::vector<PageLine>& lines,
             const PageHeadings& headings, const PageLists& lists)
      : text_(text), lines_(lines), headings_(headings), lists_(lists) {}

  /// Adds them to `pieces`; returns the line of the first section's heading.
  std::size_t find(std::vector<PagePiece>& pieces) const;
  /// Index of the piece that is the descriptor; the number of pieces if there is none.
  std::size_t find_descriptor(const std::vector<PagePiece>& pieces) const;

 private:
  std::size_t find_title(std::size_t i, bool has_value, std::vector<PagePiece>& pieces) const;
  bool is_front_matter(std::size_t i) const;
  bool ends_block(std::size_t i) const;

  std::string_view text_;
  const std::vector<PageLine>& lines_;
  const PageHeadings& headings_;
  const PageLists& lists_;
};

}  // namespace proclint
