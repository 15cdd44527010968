#include "core/source/source.h"

#include <algorithm>
#include <cstring>

#include "core/source/utf8.h"

namespace proclint {

const std::vector<std::uint32_t>& Source::starts() const {
  if (!starts_.empty()) return starts_;
  starts_.push_back(0);
  std::size_t at = 0;
  while ((at = text_.find('\n', at)) != std::string_view::npos) {
    ++at;
    if (at < text_.size()) starts_.push_back(static_cast<std::uint32_t>(at));
  }
  return starts_;
}

std::size_t Source::line_count() const { return starts().size(); }

Span Source::line(std::size_t index) const {
  const auto& all = starts();
  const std::uint32_t begin = all[index];
  std::uint32_t end =
      index + 1 < all.size() ? all[index + 1] : static_cast<std::uint32_t>(text_.size());
  if (end > begin && text_[end - 1] == '\n') --end;
  if (end > begin && text_[end - 1] == '\r') --end;
  return {begin, end};
}

std::size_t Source::line_index(std::uint32_t offset) const {
  const auto& all = starts();
  return static_cast<std::size_t>(std::upper_bound(all.begin(), all.end(), offset) - all.begin()) -
         1;
}

Place Source::place(std::uint32_t offset, Columns columns) const {
  const std::size_t index = line_index(offset);
  std::uint32_t begin = starts()[index];
  if (begin == 0 && text_.starts_with(kByteOrderMark)) {
    begin = kByteOrderMark.size();
  }
  const std::string_view before = text_.substr(begin, std::max(offset, begin) - begin);
  std::size_t count = before.size();
  if (columns == Columns::codepoint) count = utf8::count_codepoints(before);
  if (columns == Columns::utf16) count = utf8::count_utf16(before);
  return {static_cast<std::uint32_t>(index + 1), static_cast<std::uint32_t>(count + 1)};
}

}  // namespace proclint
