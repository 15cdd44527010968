#include "core/report/excerpt.h"

#include <algorithm>

#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::string_view kEllipsis = "\u2026";

// The line without a byte order mark, unless the span is about it.
Span without_mark(std::string_view text, Span line, Span span) {
  const auto size = static_cast<std::uint32_t>(kByteOrderMark.size());
  if (line.begin == 0 && span.begin >= size && text.starts_with(kByteOrderMark)) line.begin = size;
  return line;
}

// The nearest start of a character at or before `offset`.
std::uint32_t character_start(std::string_view text, std::uint32_t offset) {
  for (int i = 0; i < 3 && offset > 0; ++i, --offset) {
    if ((static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U) break;
  }
  return offset;
}

}  // namespace

const Excerpt& Excerpter::cut(const Source& source, Span span, std::size_t room) {
  const std::string_view text = source.text();
  const Span line = without_mark(text, source.line(source.line_index(span.begin)), span);
  span.begin = std::clamp(span.begin, line.begin, line.end);
  span.end = std::clamp(span.end, span.begin, line.end);
  const View view = read(text, line, span, room);
  if (!view.is_cut_left && !view.is_cut_right && std::max(view.width, view.mark_end) <= room) {
    show_all(view);
  } else {
    show_part(view, room);
  }
  return excerpt_;
}

Excerpter::View Excerpter::read(std::string_view text, Span line, Span span, std::size_t room) {
  // A column takes four bytes or fewer in most writing; emoji take more, and then less is shown.
  const auto reach = static_cast<std::uint32_t>(4 * room);
  View view;
  std::uint32_t from = line.begin;
  if (span.begin - line.begin > reach) {
    from = character_start(text, span.begin - reach);
    view.is_cut_left = true;
  }
  std::uint32_t until = line.end;
  if (line.end - span.begin > 2 * reach) until = character_start(text, span.begin + 2 * reach);
  view.is_cut_right = until < line.end;

  cells_.clear();
  shown_.clear();
  CellReader reader(text.substr(from, until - from));
  bool is_mark_found = false;
  for (Cell cell; reader.next(cell, shown_);) {
    cell.begin += from;
    cell.end += from;
    if (is_mark_found && cell.column > view.mark_begin + room) {
      view.is_cut_right = true;
      shown_.resize(cell.shown);
      break;
    }
    cells_.push_back(cell);
    view.width = cell.column + cell.width;
    if (cell.end <= span.begin) continue;
    if (!is_mark_found) {
      is_mark_found = true;
      view.mark_begin = cell.column;
      view.mark_end = cell.column + 1;
    }
    if (cell.begin < span.end) view.mark_end = view.width;
  }
  if (!is_mark_found) {
    view.mark_begin = view.width;
    view.mark_end = view.width + 1;
  }
  return view;
}

void Excerpter::show_all(const View& view) {
  excerpt_.text = shown_;
  excerpt_.indent = view.mark_begin;
  excerpt_.length = view.mark_end - view.mark_begin;
}

void Excerpter::show_part(const View& view, std::size_t room) {
  const std::size_t inner = room - 2;  // between two ellipses
  const std::size_t mark_size = std::min(view.mark_end - view.mark_begin, inner);
  // The span stands in the middle, unless the line begins or ends so near that there would be room
  // left over.
  std::size_t before = (inner - mark_size) / 2;
  if (!view.is_cut_right) {
    const std::size_t behind = std::max(view.width, view.mark_end) - view.mark_begin;
    if (behind + before < inner + 1) before = inner + 1 - behind;
  }
  std::size_t first_column = view.mark_begin - std::min(view.mark_begin, before);
  if (!view.is_cut_left && view.mark_end < room) first_column = 0;

  std::size_t first = 0;
  while (first < cells_.size() && cells_[first].column < first_column) ++first;
  // Where the text was entered in mid-line, the first cell may be the rest of one.
  if (view.is_cut_left && first == 0) first = 1;
  const bool is_left = first > 0;
  const std::size_t origin = first < cells_.size() ? cells_[first].column : view.width;
  std::size_t last = first;
  std::size_t end = origin;
  for (; last < cells_.size(); ++last) {
    const bool is_end = last + 1 == cells_.size() && !view.is_cut_right;
    const std::size_t next = cells_[last].column + cells_[last].width;
    if (next - origin + (is_left ? 1 : 0) > room - (is_end ? 0 : 1)) break;
    end = next;
  }
  const bool is_right = last < cells_.size() || view.is_cut_right;

  excerpt_.text.clear();
  if (is_left) excerpt_.text += kEllipsis;
  const std::size_t from = first < cells_.size() ? cells_[first].shown : shown_.size();
  const std::size_t to = last < cells_.size() ? cells_[last].shown : shown_.size();
  excerpt_.text.append(shown_, from, to - from);
  if (is_right) excerpt_.text += kEllipsis;
  excerpt_.indent = view.mark_begin - std::min(view.mark_begin, origin) + (is_left ? 1 : 0);
  const std::size_t mark_end = std::min(view.mark_end, std::max(end, view.mark_begin + 1));
  excerpt_.length = mark_end - view.mark_begin;
}

}  // namespace proclint
