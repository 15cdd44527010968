#include "core/print/format_edits.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "core/source/utf8.h"

namespace proclint {

std::uint32_t SourceEdits::line_begin(std::uint32_t at) const {
  const std::size_t feed = at == 0 ? std::string_view::npos : source_.rfind('\n', at - 1);
  if (feed != std::string_view::npos) return static_cast<std::uint32_t>(feed) + 1;
  return static_cast<std::uint32_t>(source_.starts_with(kByteOrderMark) ? kByteOrderMark.size()
                                                                        : 0);
}

void SourceEdits::remove_indent(std::uint32_t at) {
  // Not by line_begin(): a line may hold many texts.
  constexpr std::string_view kBlanks = " \t\r\xC2\xA0";  // a no-break space too
  std::uint32_t begin = at;
  while (begin > 0 && kBlanks.find(source_[begin - 1]) != std::string_view::npos) --begin;
  const bool is_line = begin == 0 || source_[begin - 1] == '\n' ||
                       (begin == kByteOrderMark.size() && source_.starts_with(kByteOrderMark));
  if (begin < at && is_line) add({begin, at}, "");
}

void SourceEdits::insert_line_before(std::uint32_t at) {
  const std::uint32_t begin = line_begin(at);
  add({begin, begin}, "\n");
}

void SourceEdits::sort() {
  const auto is_before = [](const Edit& a, const Edit& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    if (a.span.empty() != b.span.empty()) return a.span.empty();
    return a.span.end > b.span.end;
  };
  if (std::is_sorted(edits_.begin(), edits_.end(), is_before)) return;
  std::stable_sort(edits_.begin(), edits_.end(), is_before);
}

void SourceEdits::apply(std::uint32_t begin, std::uint32_t end, std::string& out) const {
  const std::size_t start = out.size();
  std::uint32_t at = begin;
  auto edit = std::partition_point(edits_.begin(), edits_.end(),
                                   [&](const Edit& one) { return one.span.begin < begin; });
  for (; edit != edits_.end() && edit->span.begin < end; ++edit) {
    if (edit->span.begin < at) continue;
    out.append(source_.substr(at, edit->span.begin - at)).append(texts_, edit->text, edit->size);
    at = edit->span.end;
  }
  if (at < end) out.append(source_.substr(at, end - at));
  const std::string_view kept = without_blank_lines(std::string_view(out).substr(start));
  const std::size_t kept_at =
      kept.empty() ? start : static_cast<std::size_t>(kept.data() - out.data());
  out.resize(kept_at + kept.size());
  out.erase(start, kept_at - start);
}

std::string_view without_blank_lines(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  if (last == std::string_view::npos) return {};
  text = text.substr(0, last + 1);
  const std::size_t feed = text.rfind('\n', text.find_first_not_of(" \t\r\n"));
  return feed == std::string_view::npos ? text : text.substr(feed + 1);
}

void SectionTexts::join(const KeyOrder* order, std::string& out) const {
  std::vector<std::size_t> sorted;
  if (order != nullptr) {
    sorted = order->sections(keys_);
  } else {
    sorted.resize(keys_.size());
    std::iota(sorted.begin(), sorted.end(), std::size_t{0});
  }
  const std::string_view all = text_;
  const std::size_t start = out.size();
  out.reserve(start + all.size() + 2 * sorted.size() + 1);
  out += all.substr(0, begins_.empty() ? all.size() : begins_.front());
  for (const std::size_t i : sorted) {
    if (out.size() != start) out += "\n\n";
    const std::size_t end = i + 1 < begins_.size() ? begins_[i + 1] : all.size();
    out += all.substr(begins_[i], end - begins_[i]);
  }
}

}  // namespace proclint
