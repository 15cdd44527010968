#include "core/read/page_tree.h"

#include <algorithm>

#include "core/read/text_runs.h"

namespace proclint {

void PageTree::open(Kind list_or_map, std::uint32_t at) {
  if (!is_too_deep_ && !builder_.begin(list_or_map, at)) is_too_deep_ = true;
}

void PageTree::close(std::uint32_t end) {
  if (!is_too_deep_) builder_.end(end);
}

void PageTree::implied_key(std::string_view name, std::uint32_t at) {
  if (is_too_deep_) return;
  // Of a literal mostly the place tells already.
  auto found = std::find_if(names_.begin(), names_.end(), [name](const auto& known) {
    return known.first.data() == name.data();
  });
  if (found == names_.end()) {
    found = std::find_if(names_.begin(), names_.end(),
                         [name](const auto& known) { return known.first == name; });
  }
  if (found == names_.end()) {
    names_.emplace_back(name, builder_.decoded(name));
    found = names_.end() - 1;
  }
  builder_.key({at, at}, found->second);
}

void PageTree::heading_key(Span written, std::string_view key) {
  if (!is_too_deep_) builder_.key(written, builder_.decoded(key));
}

void PageTree::null(std::uint32_t at) {
  if (!is_too_deep_) builder_.scalar(Kind::null, {at, at});
}

void PageTree::string(Span span) {
  if (!is_too_deep_) builder_.scalar(Kind::string, span);
}

void PageTree::string(Span span, TextPiece text) {
  if (!is_too_deep_) builder_.scalar(Kind::string, span, text);
}

void PageTree::text(std::uint32_t begin, std::size_t first, std::size_t last) {
  if (is_too_deep_) return;
  const std::string_view source = document_.source->text();
  const std::vector<PageLine>& lines = page_.lines;
  const Span span{begin, lines[last].end};
  if (first == last) {
    builder_.scalar(Kind::string, span);
    return;
  }
  std::string& out = document_.decoded;
  const auto at = static_cast<std::uint32_t>(out.size());
  TextRuns runs(document_.runs, at);
  const auto add = [&](Span line) {
    runs.add(line, line.size());
    out.append(source, line.begin, line.size());
  };
  add({begin, lines[first].end});
  for (std::size_t i = first + 1; i <= last; ++i) {
    runs.add({lines[i - 1].end, lines[i].begin}, 1);
    out += ' ';
    add(lines[i].span());
  }
  builder_.scalar(Kind::string, span, {at, static_cast<std::uint32_t>(out.size()) - at, true});
}

void PageTree::flush(std::uint32_t until, NodeId blanks_of) {
  for (; flushed_ < page_.layout.size(); ++flushed_) {
    Mark mark = page_.layout[flushed_];
    if (mark.span.begin > until) return;
    if (mark.kind == MarkKind::blank_lines) mark.node = blanks_of;
    document_.marks.push_back(mark);
  }
}

void PageTree::mark(MarkKind kind, NodeId node, Span span, NodeId blanks_of) {
  flush(span.begin, blanks_of);
  document_.marks.push_back({node, kind, span});
}

void PageTree::skip_layout(std::uint32_t until) {
  while (flushed_ < page_.layout.size() && page_.layout[flushed_].span.begin < until) ++flushed_;
}

void PageTree::finish() { flush(static_cast<std::uint32_t>(document_.source->text().size()), 0); }

}  // namespace proclint
