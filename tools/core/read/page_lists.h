#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/read/page_lines.h"

namespace proclint {

/// Where the items and lists of a page end. See PageReader for what the grammar leaves open.
class PageLists {
 public:
  PageLists(std::string_view text, const std::vector<PageLine>& lines)
      : text_(text), lines_(lines) {}

  /// The list marker of line `i`, without the blanks behind it.
  Span marker(std::size_t i) const;
  /// Whether the marked line `next` belongs to the list whose last item so far is at line `last`.
  bool goes_on(std::size_t last, std::size_t next) const;
  /// Whether line `i` is an item below one whose indentation is `base`.
  bool is_nested(std::size_t i, std::uint16_t base) const;
  /// The line behind the item that begins at line `i`, without its nested items.
  std::size_t item_end(std::size_t i) const;
  /// The line behind the list that begins at line `i`.
  std::size_t list_end(std::size_t i) const;

 private:
  bool is_continuation(std::size_t item, std::size_t next) const;
  std::uint32_t number(std::size_t i) const;
  std::string_view slice(Span span) const { return text_.substr(span.begin, span.size()); }

  std::string_view text_;
  const std::vector<PageLine>& lines_;
};

}  // namespace proclint
