#pragma once

#include <cstdint>
#include <vector>

#include "core/document/document.h"
#include "core/source/source.h"

namespace proclint {

enum class LineKind : std::uint8_t { text, bullet, number };

/// A line of a page that holds more than blanks (space, tab, CR, no-break space).
struct PageLine {
  std::uint32_t begin = 0;   ///< first byte that is no blank
  std::uint32_t end = 0;     ///< one past the last one
  std::uint32_t text = 0;    ///< behind the list marker; without one: `begin`
  std::uint16_t indent = 0;  ///< columns before `begin`, tab stops every 2: the page's indentation
  LineKind kind = LineKind::text;
  bool is_after_blank = false;  ///< a blank line, or the begin of the text, stands before it

  Span span() const { return {begin, end}; }
  bool is_marked() const { return kind != LineKind::text; }
};

struct PageLines {
  std::vector<PageLine> lines;
  std::vector<Mark> layout;  ///< blank_lines, trailing_blanks and line_end, in source order
};

/// Splits a page into lines and finds their list markers.
///
/// Markers are "-", "*", "–", "o" and "·" with a blank behind them, the round, square and
/// triangular bullets of Unicode and word processors with or without, and up to nine digits with
/// "." or ")". Doubtful ones are text: a marker with nothing behind it unless a neighbour is marked
/// too; in the middle of a paragraph a number other than 1, and a sign that is also written between
/// words
/// ("-") where a long line without final mark goes on with a small letter.
PageLines split_page(const Source& source);

}  // namespace proclint
