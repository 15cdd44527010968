#include "core/report/cells.h"

#include <utf8proc.h>

#include <algorithm>

#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::uint32_t kTab = 4;
// No script piles up more marks on one letter; what pretends to would fill the screen.
constexpr int kMaxClusterSize = 24;
constexpr char32_t kDottedCircle = 0x25CC;  // what Unicode's charts put under a mark

std::uint32_t width_of(char32_t codepoint) {
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(codepoint));
  return static_cast<std::uint32_t>(std::max(width, 0));
}

}  // namespace

bool CellReader::next(Cell& cell, std::string& shown) {
  if (at_ == text_.size()) return false;
  cell.begin = static_cast<std::uint32_t>(at_);
  cell.column = column_;
  cell.shown = static_cast<std::uint32_t>(shown.size());
  const utf8::Step step = utf8::decode(text_.substr(at_, 4));
  at_ += step.size;
  const bool is_unprintable = is_unprintable_(step.codepoint);
  if (step.codepoint == '\t') {
    cell.width = kTab - column_ % kTab;
    shown.append(cell.width, ' ');
  } else if (is_unprintable) {
    append_escape(shown, step.codepoint);
    cell.width = static_cast<std::uint32_t>(shown.size()) - cell.shown;
  } else {
    read_cluster(step.codepoint, cell, shown);
  }
  cell.end = static_cast<std::uint32_t>(at_);
  column_ += cell.width;
  return true;
}

void CellReader::read_cluster(char32_t first, Cell& cell, std::string& shown) {
  cell.width = first < 0x80 ? 1 : width_of(first);
  if (cell.width == 0) {
    // It would join whatever is printed before it.
    utf8::append(shown, kDottedCircle);
    cell.width = 1;
  }
  utf8::append(shown, first);
  utf8proc_int32_t state = 0;
  char32_t before = first;
  for (int size = 1; at_ < text_.size(); ++size) {
    if (before < 0x80 && static_cast<unsigned char>(text_[at_]) < 0x80) return;
    const utf8::Step step = utf8::decode(text_.substr(at_, 4));
    if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before),
                                         static_cast<utf8proc_int32_t>(step.codepoint), &state)) {
      return;
    }
    Unprintable ahead = is_unprintable_;
    if (ahead(step.codepoint)) return;
    is_unprintable_ = ahead;
    at_ += step.size;
    before = step.codepoint;
    if (size >= kMaxClusterSize) continue;
    utf8::append(shown, step.codepoint);
    // Emoji sequences and syllables are drawn in at most two columns.
    cell.width = std::min(std::max(cell.width, 2U), cell.width + width_of(step.codepoint));
  }
}

std::size_t display_width(std::string_view text) {
  CellReader reader(text);
  Cell cell;
  std::string shown;
  std::size_t width = 0;
  while (reader.next(cell, shown)) {
    width += cell.width;
    shown.clear();
  }
  return width;
}

}  // namespace proclint
