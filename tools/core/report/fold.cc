#include "core/report/fold.h"

#include <string>

#include "core/report/cells.h"

namespace proclint {

std::vector<std::string_view> fold(std::string_view text, std::size_t room) {
  std::vector<std::string_view> lines;
  CellReader reader(text);
  Cell cell;
  std::string shown;
  std::size_t begin = 0;  // of the line
  std::size_t blank = 0;  // the last blank of the line, 0 for none
  std::size_t width = 0;  // of the line
  std::size_t width_after_blank = 0;
  while (reader.next(cell, shown)) {
    shown.clear();
    const bool is_blank = text[cell.begin] == ' ';
    if (width + cell.width > room && cell.begin > begin) {
      if (is_blank) {
        lines.push_back(text.substr(begin, cell.begin - begin));
        begin = cell.end;
        blank = 0;
        width = 0;
        continue;
      }
      if (blank > begin) {
        lines.push_back(text.substr(begin, blank - begin));
        begin = blank + 1;
        width = width_after_blank;
      } else {
        lines.push_back(text.substr(begin, cell.begin - begin));
        begin = cell.begin;
        width = 0;
      }
      blank = 0;
      width_after_blank = 0;
    }
    width += cell.width;
    width_after_blank += cell.width;
    if (is_blank) {
      blank = cell.begin;
      width_after_blank = 0;
    }
  }
  if (begin < text.size() || lines.empty()) lines.push_back(text.substr(begin));
  return lines;
}

}  // namespace proclint
