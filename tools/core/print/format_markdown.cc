#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/document/headings.h"
#include "core/document/value.h"
#include "core/print/format_edits.h"
#include "core/print/format_forms.h"
#include "core/print/format_front_matter.h"
#include "core/print/format_markdown_list.h"

namespace proclint {
namespace {

// A block in its new layout, with the place of the old one: whole lines.
struct Block {
  Span extent;
  std::size_t text;               // where it begins in MarkdownLayout::texts_
  std::size_t size;               // of that text
  std::optional<NodeId> section;  // of a section's heading: its key
};

// A block of the new text, or what stands between two, as written.
struct Written {
  std::string_view text;
  bool is_comment = false;
  bool is_tight = false;  // no blank line behind it
  std::optional<NodeId> section;
};

// Whether there is nothing but HTML comments.
bool is_comment_only(std::string_view text) {
  for (;;) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return true;
    text.remove_prefix(first);
    if (!text.starts_with("<!--")) return false;
    const std::size_t end = text.find("-->");
    if (end == std::string_view::npos) return false;
    text.remove_prefix(end + 3);
  }
}

// Whether a line is the one below a table's head: CommonMark has no tables, so its reader takes one
// that begins inside of a paragraph for text, but other programs do not.
bool has_table_line(std::string_view text) {
  if (text.find('|') == std::string_view::npos) return false;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const bool is_delimiter = line.find_first_not_of("|:- \t\r") == std::string_view::npos;
    if (is_delimiter && line.find('|') != line.npos && line.find('-') != line.npos) return true;
  }
  return false;
}

class MarkdownLayout {
 public:
  MarkdownLayout(const Document& document, const KeyOrder* order, std::uint32_t body)
      : document_(document),
        order_(order),
        text_(document.source->text()),
        body_(body),
        lists_(document) {
    for (const Mark& mark : document.marks) {
      if (mark.kind == MarkKind::foreign) foreign_.insert(mark.node);
      if (mark.kind == MarkKind::subheading) subheadings_.insert(mark.node);
      if (mark.kind == MarkKind::second_title) second_titles_.insert(mark.node);
      if (mark.kind == MarkKind::heading) headings_.push_back(mark);
    }
    texts_.reserve(text_.size());
    blocks_.reserve(document.marks.size());
  }

  std::string run() {
    const Value root = Value::root(document_);
    for (const Value value : root.children()) {
      if (value.span().begin < body_ || value.span().empty()) continue;
      if (value.is(Kind::string)) heading(value.span(), 1, std::nullopt);
      if (value.is(Kind::map)) sections(value);
    }
    return composed();
  }

 private:
  void sections(Value map);
  void block(Value block);
  void heading(Span content, std::size_t level, std::optional<NodeId> section);
  void add(Span extent, std::size_t text, std::optional<NodeId> section = std::nullopt) {
    blocks_.push_back({extent, text, texts_.size() - text, section});
  }
  std::uint32_t comments_at_end(Span part) const;
  void add_between(Span part, std::vector<Written>& all) const;
  std::vector<Written> written() const;
  std::string composed() const;
  Span lines(Span span) const;
  std::uint32_t next_line(std::uint32_t at) const;

  const Document& document_;
  const KeyOrder* order_;
  std::string_view text_;
  std::uint32_t body_;
  MarkdownLists lists_;
  std::vector<Block> blocks_;
  std::string texts_;  // of the blocks
  std::vector<Mark> headings_;
  std::unordered_set<NodeId> foreign_;
  std::unordered_set<NodeId> subheadings_;
  std::unordered_set<NodeId> second_titles_;
};

std::uint32_t MarkdownLayout::next_line(std::uint32_t at) const {
  const std::size_t feed = text_.find('\n', at);
  return static_cast<std::uint32_t>(feed == std::string_view::npos ? text_.size() : feed + 1);
}

// The lines of a span, line ends included.
Span MarkdownLayout::lines(Span span) const {
  const std::size_t feed =
      span.begin == 0 ? std::string_view::npos : text_.rfind('\n', span.begin - 1);
  const std::uint32_t begin =
      feed == std::string_view::npos ? 0 : static_cast<std::uint32_t>(feed) + 1;
  return {std::max(begin, body_), next_line(span.end)};
}

void MarkdownLayout::heading(Span content, std::size_t level, std::optional<NodeId> section) {
  Span extent = lines(content);
  const std::size_t first = text_.find_first_not_of(" \t", extent.begin);
  const bool is_marked = text_[first] == '#' && first < content.begin;
  if (!is_marked) {  // an underline
    const std::uint32_t end = next_line(extent.end);
    const std::string_view line = text_.substr(extent.end, end - extent.end);
    if (line.find_first_not_of("=- \t\r\n") != std::string_view::npos) return;
    extent.end = end;
  }
  const std::size_t text = texts_.size();
  texts_.append(level, '#');
  if (!content.empty()) texts_ += ' ';
  const std::size_t begin = texts_.size();
  append_joined_markdown(document_.source->slice(content), 0, texts_);
  if (section) {
    texts_.resize(begin + without_final_mark(std::string_view(texts_).substr(begin)).size());
  }
  add(extent, text, section);
}

void MarkdownLayout::sections(Value map) {
  std::size_t i = 0;
  for (const Value section : map.children()) {
    const NodeId key = section.key().id();
    while (i < headings_.size() && headings_[i].node != key) ++i;
    if (i == headings_.size()) return;
    heading(headings_[i].span, second_titles_.contains(key) ? 1 : 2, key);
    for (const Value one : section.children()) block(one);
  }
}

void MarkdownLayout::block(Value block) {
  if (!block.is(Kind::map) || block.size() != 1) return;
  const Value content = *block.children().begin();
  if (content.is(Kind::list)) {
    const std::size_t text = texts_.size();
    if (const auto extent = lists_.write(content, texts_)) add(lines(*extent), text);
    return;
  }
  if (foreign_.contains(content.id()) || content.span().empty()) return;
  if (subheadings_.contains(content.id())) {
    const Span line = lines(content.span());
    const std::size_t first = text_.find_first_not_of(" \t", line.begin);
    const std::size_t level = text_.find_first_not_of('#', first) - first;
    if (level != 0) heading(content.span(), level, std::nullopt);
    return;
  }
  const std::string_view written = document_.source->slice(content.span());
  if (has_table_line(written)) return;
  const std::size_t text = texts_.size();
  append_joined_markdown(written, 0, texts_);
  add(lines(content.span()), text);
}

// The comments alone at the end of a part of the source, at the margin: where they begin, else its
// end.
std::uint32_t MarkdownLayout::comments_at_end(Span part) const {
  std::uint32_t begin = part.end;
  auto comment = std::partition_point(document_.comments.begin(), document_.comments.end(),
                                      [&](Span one) { return one.end <= part.end; });
  while (comment != document_.comments.begin()) {
    --comment;
    const bool is_at_margin = comment->begin == 0 || text_[comment->begin - 1] == '\n';
    const std::string_view behind = text_.substr(comment->end, begin - comment->end);
    if (comment->begin < part.begin || !is_at_margin || !without_blank_lines(behind).empty()) break;
    begin = comment->begin;
  }
  return begin;
}

// Adds what stands between two blocks, which keeps its bytes.
void MarkdownLayout::add_between(Span part, std::vector<Written>& all) const {
  const std::uint32_t comments = comments_at_end(part);
  const std::string_view before =
      without_blank_lines(text_.substr(part.begin, comments - part.begin));
  if (!before.empty()) all.push_back({before, is_comment_only(before), false, {}});
  const std::string_view rest = text_.substr(comments, part.end - comments);
  const std::string_view last = without_blank_lines(rest);
  if (last.empty()) return;
  const auto line_ends = std::count(last.end(), rest.end(), '\n');
  all.push_back({last, true, line_ends == 1, {}});
}

std::vector<Written> MarkdownLayout::written() const {
  std::vector<Written> all;
  all.reserve(blocks_.size());
  std::uint32_t at = body_;
  for (const Block& block : blocks_) {
    if (at < block.extent.begin) add_between({at, block.extent.begin}, all);
    const std::string_view text = std::string_view(texts_).substr(block.text, block.size);
    all.push_back({text, false, false, block.section});
    at = std::max(at, block.extent.end);
  }
  add_between({at, static_cast<std::uint32_t>(text_.size())}, all);
  return all;
}

std::string MarkdownLayout::composed() const {
  const std::vector<Written> all = written();
  SectionTexts texts(text_.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    // Comments before a heading belong to its section.
    std::size_t next = i;
    while (next < all.size() && all[next].is_comment) ++next;
    if (next < all.size() && all[next].section && (i == 0 || !all[i - 1].is_comment)) {
      texts.begin(document_.text(*all[next].section));
    }
    if (!texts.is_empty()) texts.text() += all[i - 1].is_tight ? "\n" : "\n\n";
    texts.text() += all[i].text;
  }
  std::string out;
  texts.join(order_, out);
  return out;
}

}  // namespace

bool format_markdown(const Document& document, const FormatOptions& options, std::string& out,
                     std::vector<Diagnostic>& kept) {
  const std::size_t begin = out.size();
  const std::uint32_t body = format_front_matter(document, options, out, kept);
  const std::string below = MarkdownLayout(document, options.order, body).run();
  if (out.size() != begin && !below.empty()) out += '\n';
  out += below;
  if (!below.empty()) out += '\n';
  if (out.find('\r', begin) != std::string::npos) {
    out.erase(std::remove(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), '\r'),
              out.end());
  }
  return true;
}

}  // namespace proclint
