#include "core/read/page_lists.h"

namespace proclint {
namespace {

constexpr std::uint16_t kNesting = 2;  // columns: the page's indentation

}  // namespace

Span PageLists::marker(std::size_t i) const {
  const PageLine& line = lines_[i];
  Span span{line.begin, line.text};
  while (span.size() > 1 && (text_[span.end - 1] == ' ' || text_[span.end - 1] == '\t' ||
                             text_[span.end - 1] == '\r')) {
    --span.end;
  }
  if (span.size() > 2 && slice({span.end - 2, span.end}) == "\xC2\xA0") {  // a no-break space
    return {span.begin, line.begin + static_cast<std::uint32_t>(slice(span).find("\xC2\xA0"))};
  }
  return span;
}

std::uint32_t PageLists::number(std::size_t i) const {
  std::uint32_t value = 0;  // at most nine digits
  for (std::uint32_t at = lines_[i].begin; text_[at] >= '0' && text_[at] <= '9'; ++at) {
    value = value * 10 + static_cast<std::uint32_t>(text_[at] - '0');
  }
  return value;
}

bool PageLists::is_nested(std::size_t i, std::uint16_t base) const {
  return i < lines_.size() && lines_[i].is_marked() && lines_[i].indent >= base + kNesting;
}

// Whether line `next` goes on with the text of the item that begins at line `item`.
bool PageLists::is_continuation(std::size_t item, std::size_t next) const {
  if (next == lines_.size() || lines_[next].is_after_blank || lines_[next].is_marked()) {
    return false;
  }
  if (lines_[next].indent > lines_[item].indent) return true;
  const char first = text_[lines_[next].begin];
  const char last = text_[lines_[next - 1].end - 1];
  return first >= 'a' && first <= 'z' && last != '.' && last != '!' && last != '?';
}

std::size_t PageLists::item_end(std::size_t i) const {
  const std::size_t item = i++;
  while (is_continuation(item, i)) ++i;
  return i;
}

bool PageLists::goes_on(std::size_t last, std::size_t next) const {
  const PageLine& item = lines_[next];
  if (item.kind != lines_[last].kind) return false;
  if (!item.is_after_blank) return true;
  if (item.kind == LineKind::bullet) return slice(marker(last)) == slice(marker(next));
  // A list that begins again with 1 is another one, unless all that came is "1." too.
  return number(next) != 1 || number(last) == 1;
}

std::size_t PageLists::list_end(std::size_t i) const {
  const std::uint16_t base = lines_[i].indent;
  for (;;) {
    const std::size_t last = i;
    i = item_end(i);
    while (is_nested(i, base)) i = item_end(i);
    if (i == lines_.size() || !lines_[i].is_marked() || !goes_on(last, i)) return i;
  }
}

}  // namespace proclint
