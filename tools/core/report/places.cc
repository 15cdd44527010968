#include "core/report/places.h"

#include <algorithm>

#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::uint32_t kStep = 512;  // bytes between waymarks

}  // namespace

std::uint32_t Places::count(std::uint32_t begin, std::uint32_t end) const {
  const std::string_view text = source_->slice({begin, end});
  return static_cast<std::uint32_t>(columns_ == Columns::utf16 ? utf8::count_utf16(text)
                                                               : utf8::count_codepoints(text));
}

Place Places::at(std::uint32_t offset) {
  const std::size_t index = source_->line_index(offset);
  std::uint32_t begin = source_->line(index).begin;
  if (columns_ == Columns::byte || offset - begin <= 2 * kStep) {
    return source_->place(offset, columns_);
  }
  if (waymarks_.empty() || line_ != index) {
    if (begin == 0 && source_->text().starts_with(kByteOrderMark)) begin = kByteOrderMark.size();
    line_ = index;
    waymarks_.assign(1, {begin, 0});
  }
  while (offset - std::min(offset, waymarks_.back().offset) > kStep) {
    const Waymark last = waymarks_.back();
    std::uint32_t next = last.offset;
    // Only whole characters, so that the counts add up.
    while (next < last.offset + kStep) {
      next += utf8::decode(source_->text().substr(next, 4)).size;
    }
    if (next > offset) break;
    waymarks_.push_back({next, last.count + count(last.offset, next)});
  }
  const auto after =
      std::upper_bound(waymarks_.begin(), waymarks_.end(), offset,
                       [](std::uint32_t value, Waymark mark) { return value < mark.offset; });
  const Waymark mark = *(after - 1);
  return {static_cast<std::uint32_t>(index + 1), mark.count + count(mark.offset, offset) + 1};
}

}  // namespace proclint
