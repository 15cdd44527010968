#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/report/visible.h"

namespace proclint {

/// What a terminal shows as one sign: a grapheme cluster (Unicode Standard Annex 29), a tab, or one
/// unprintable character in its written form.
struct Cell {
  std::uint32_t begin = 0;  ///< bytes of the text that it shows
  std::uint32_t end = 0;
  std::uint32_t column = 0;  ///< columns before it
  std::uint32_t width = 0;   ///< columns that it takes
  std::uint32_t shown = 0;   ///< where its printed form begins, in the string given to next()
};

/// Goes through one line, cell by cell. Tabs become blanks up to the next multiple of four columns.
class CellReader {
 public:
  explicit CellReader(std::string_view text) : text_(text) {}

  /// The next cell, its printed form appended to `shown`; false at the end of the text.
  bool next(Cell& cell, std::string& shown);

 private:
  void read_cluster(char32_t first, Cell& cell, std::string& shown);

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t column_ = 0;
  Unprintable is_unprintable_;
};

/// Columns that `text` takes on a terminal, as CellReader shows it.
std::size_t display_width(std::string_view text);

}  // namespace proclint
