#include "core/print/markdown_source.h"

#include <algorithm>

#include "core/print/markdown_text.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::size_t kMostLevels = 100;  // of lists that are indented anew; keeps recursion safe

constexpr std::size_t kCodeIndent = 4;  // blanks before a line of code

// The line at `begin` without blanks and line end at its end.
std::string_view line_at(std::string_view text, std::size_t begin) {
  const std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
  const std::size_t last = line.find_last_not_of(" \t\r");
  return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

// Where the body begins, behind the line of hyphens or dots that ends the front matter; 0 without
// one.
std::uint32_t body_of(std::string_view text) {
  const std::size_t first = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  if (line_at(text, first) != "---") return 0;
  for (std::size_t at = text.find('\n', first); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    const std::string_view line = line_at(text, at + 1);
    if (line != "---" && line != "...") continue;
    return static_cast<std::uint32_t>(std::min(text.find('\n', at + 1), text.size()));
  }
  return 0;
}

std::string_view without_indentation(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  return line;
}

// Calls `each` with the lines of `text`, without line ends.
template <class F>
void for_lines(std::string_view text, F each) {
  for (;;) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (end != std::string_view::npos && line.ends_with('\r')) line.remove_suffix(1);
    each(line);
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

MarkdownSource::MarkdownSource(const Document& document) : document_(document) {
  if (document.form != Form::markdown) return;
  body_ = body_of(document.source->text());
  for (const Span comment : document.comments) {
    if (comment.begin >= body_) extras_.push_back(comment);
  }
  for (const Mark& mark : document.marks) {
    if (mark.kind == MarkKind::link_definition || mark.kind == MarkKind::unplaced) {
      extras_.push_back(with_indentation(mark.span));
    }
  }
  std::sort(extras_.begin(), extras_.end(), [](Span a, Span b) { return a.begin < b.begin; });
}

Span MarkdownSource::commented_front_matter() const {
  const bool has_comment = document_.form == Form::markdown &&
                           std::any_of(document_.comments.begin(), document_.comments.end(),
                                       [this](Span comment) { return comment.begin < body_; });
  if (!has_comment) return {};
  const bool has_mark = document_.source->text().starts_with(kByteOrderMark);
  return {has_mark ? static_cast<std::uint32_t>(kByteOrderMark.size()) : 0, body_};
}

const Mark* MarkdownSource::mark_of(NodeId node, MarkKind kind) const {
  // Marks stand in source order; one of a text begins where the text does, or inside it.
  const Span span = document_.node(node).span;
  const auto first = std::lower_bound(
      document_.marks.begin(), document_.marks.end(), span.begin,
      [](const Mark& mark, std::uint32_t begin) { return mark.span.begin < begin; });
  for (auto at = first; at != document_.marks.end() && at->span.begin == span.begin; ++at) {
    if (at->node == node && at->kind == kind) return &*at;
  }
  return nullptr;
}

bool MarkdownSource::is_foreign(Value text) const {
  return mark_of(text.id(), MarkKind::foreign) != nullptr;
}

// From the begin of the line, where only blanks stand before the span.
Span MarkdownSource::with_indentation(Span span) const {
  const std::string_view text = document_.source->text();
  while (span.begin > body_ && (text[span.begin - 1] == ' ' || text[span.begin - 1] == '\t')) {
    --span.begin;
  }
  return span;
}

Span MarkdownSource::next_extra(Value node) {
  const std::uint32_t limit = node ? node.span().begin : 0xFFFFFFFF;
  while (next_ < extras_.size() && extras_[next_].begin < limit) {
    const Span extra = extras_[next_++];
    if (extra.begin < written_) continue;
    written_ = extra.end;
    return extra;
  }
  return {};
}

void MarkdownSource::append_lines(Span span, std::string& out) const {
  bool is_first = true;
  for_lines(slice(span), [&](std::string_view line) {
    if (!is_first) out += '\n';
    is_first = false;
    out += line;
  });
}

void MarkdownSource::append_heading(Value title_or_key, std::string& out) {
  const Span span = title_or_key.span();
  written_ = std::max(written_, span.end);
  const std::size_t begin = out.size();
  for_lines(slice(span), [&](std::string_view line) {
    line = without_indentation(line);
    line = line.substr(0, line.find_last_not_of(" \t") + 1);
    if (out.size() > begin) out += ' ';
    out += line;
  });
  // Number signs of an underlined heading would now be taken for its end.
  const std::size_t last = out.find_last_not_of('#');
  const bool has_signs = last != std::string::npos && last + 1 < out.size();
  if (has_signs && (last < begin || out[last] == ' ')) {
    out.insert(std::max(last + 1, begin), 1, '\\');
  }
}

void MarkdownSource::append_paragraph(Value text, std::string& out) {
  const Span span = text.span();
  if (is_foreign(text)) {
    append_lines(with_indentation(span), out);
  } else if (mark_of(text.id(), MarkKind::subheading) != nullptr) {
    const std::string_view before = document_.source->text().substr(0, span.begin);
    const std::size_t end = before.find_last_not_of(" \t") + 1;
    const std::size_t begin = before.find_last_not_of('#', end == 0 ? 0 : end - 1) + 1;
    (out += end > begin ? before.substr(begin, end - begin) : "###") += ' ';
    append_heading(text, out);
  } else {
    append_lines(span, out);
  }
  written_ = std::max(written_, span.end);
}

void MarkdownSource::append_item(Value text, std::size_t indent, std::string& out) {
  written_ = std::max(written_, text.span().end);
  bool is_first = true;
  for_lines(slice(text.span()), [&](std::string_view line) {
    if (!is_first) (out += '\n').append(indent, ' ');
    out += is_first ? line : without_indentation(line);
    is_first = false;
  });
}

void MarkdownSource::append_as_written(Value list, std::string& out) {
  append_lines(with_indentation(list.span()), out);
  written_ = std::max(written_, list.span().end);
}

// Whether the next line behind a list that is not blank is indented like code: how far in it must
// be for that, the list above it decides.
bool MarkdownSource::is_before_code(Value list) const {
  const std::string_view text = document_.source->text();
  const std::size_t next = text.find_first_not_of(" \t\r\n", list.span().end);
  if (next == std::string_view::npos) return false;
  const std::size_t line = text.rfind('\n', next);
  if (line == std::string_view::npos || line < list.span().end) return false;
  const std::string_view blanks = text.substr(line + 1, next - line - 1);
  return blanks.size() >= kCodeIndent || blanks.find('\t') != std::string_view::npos;
}

bool MarkdownSource::is_plain_list(Value list) const {
  if (is_before_code(list)) return false;
  // A comment between items would lose its place.
  const Span extent = list.span();
  const auto comment =
      std::lower_bound(document_.comments.begin(), document_.comments.end(), extent.begin,
                       [](Span span, std::uint32_t begin) { return span.begin < begin; });
  if (comment != document_.comments.end() && comment->begin < extent.end) return false;
  std::size_t depth = 0;
  for (NodeId id = list.id(); id < list.node().next; ++id) {
    const Value node(document_, id);
    if (node.is(Kind::list) && id != list.id() && !node.key()) return false;
    if (!node.is(Kind::string)) continue;
    if (is_foreign(node) || mark_of(id, MarkKind::subheading) != nullptr) return false;
    bool is_first = true;
    bool is_plain = true;
    for_lines(slice(node.span()), [&](std::string_view line) {
      if (!is_first && begins_markdown_block(without_indentation(line))) is_plain = false;
      is_first = false;
    });
    if (!is_plain) return false;
    depth = 0;
    for (Value at = node; at.id() != list.id() && depth <= kMostLevels; at = at.parent()) ++depth;
    if (depth > kMostLevels) return false;
  }
  return true;
}

bool MarkdownSource::has_other_markers(Value list) const {
  const std::string_view text = slice(list.span());
  if (text.starts_with('-')) return false;
  const std::size_t sign = text.find_first_not_of("0123456789");
  return sign == 0 || sign == std::string_view::npos || text[sign] != '.';
}

}  // namespace proclint
