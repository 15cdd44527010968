#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/headings.h"
#include "core/document/value.h"
#include "core/print/format_edits.h"
#include "core/print/format_forms.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::string_view kBullet = "\u2022";
constexpr std::string_view kOtherBullet = "-";
constexpr std::size_t kIndent = 2;

class PageLayout {
 public:
  PageLayout(const Document& document, const KeyOrder* order)
      : document_(document),
        order_(order),
        text_(document.source->text()),
        edits_(document.source->text()) {}

  std::string run() {
    for (const Mark& mark : document_.marks) layout_of(mark);
    for (NodeId id = 0; id < document_.nodes.size(); ++id) {
      if (document_.node(id).kind == Kind::string) text(id);
    }
    edits_.sort();
    return composed();
  }

 private:
  struct Section {
    std::uint32_t begin;
    NodeId key;
  };
  struct List {
    NodeId id;
    std::uint32_t count = 0;
    bool has_other_bullet = false;
  };

  void layout_of(const Mark& mark);
  void heading(const Mark& mark);
  void inline_value(const Mark& mark);
  void blank_lines(const Mark& mark);
  void marker(const Mark& mark);
  void text(NodeId id);
  std::string composed() const;
  bool is_nested(NodeId list) const;
  bool follows_bullets(NodeId list) const;
  Span without_mark(Span heading) const;

  const Document& document_;
  const KeyOrder* order_;
  std::string_view text_;
  SourceEdits edits_;
  std::vector<Section> sections_;
  std::optional<Span> open_heading_;  // whose value may stand on its line
  std::vector<List> lists_;           // that are open, the innermost last
  NodeId last_bullets_ = kNoNode;     // the list that is not nested
  bool has_other_bullet_ = false;     // it has
};

void PageLayout::layout_of(const Mark& mark) {
  switch (mark.kind) {
    case MarkKind::heading:
      sections_.push_back({edits_.line_begin(mark.span.begin), mark.node});
      heading(mark);
      break;
    case MarkKind::name_heading:
      heading(mark);
      break;
    case MarkKind::inline_value:
      inline_value(mark);
      break;
    case MarkKind::bullet:
    case MarkKind::number:
      marker(mark);
      break;
    case MarkKind::blank_lines:
      blank_lines(mark);
      break;
    case MarkKind::missing_blank_line:
    case MarkKind::mixed_block:
      edits_.insert_line_before(mark.span.begin);
      break;
    case MarkKind::trailing_blanks:
      edits_.add(mark.span, "");
      break;
    case MarkKind::navigation:
    case MarkKind::unplaced:
    case MarkKind::code_label:
      edits_.remove_indent(mark.span.begin);
      break;
    default:
      break;
  }
}

Span PageLayout::without_mark(Span heading) const {
  const std::string_view words = without_final_mark(document_.source->slice(heading));
  const auto begin = static_cast<std::uint32_t>(words.data() - text_.data());
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

void PageLayout::heading(const Mark& mark) {
  edits_.remove_indent(mark.span.begin);
  const Span words = without_mark(mark.span);
  if (words.end < mark.span.end) edits_.add({words.end, mark.span.end}, "");
  open_heading_ = words;
}

// "Duration: 15 minutes" becomes a heading and a paragraph.
void PageLayout::inline_value(const Mark& mark) {
  if (!open_heading_ || open_heading_->end > mark.span.begin) return;
  edits_.add({open_heading_->end, mark.span.begin}, "\n\n");
}

void PageLayout::blank_lines(const Mark& mark) {
  const bool is_in_list = mark.node != 0;
  const bool is_end = mark.span.end == text_.size();
  edits_.add(mark.span, is_in_list || is_end ? "" : "\n");
}

bool PageLayout::is_nested(NodeId list) const {
  const NodeId block = document_.node(list).parent;
  const NodeId holder = block == kNoNode ? kNoNode : document_.node(block).parent;
  if (holder == kNoNode || document_.node(holder).kind != Kind::list) return false;
  // A section's blocks are a list too, but that one is the value of the section's key.
  const NodeId outer = document_.node(holder).parent;
  const NodeId outermost = outer == kNoNode ? kNoNode : document_.node(outer).parent;
  return outermost != kNoNode && document_.node(outermost).kind == Kind::list;
}

// Whether the block before is a list with bullets: with the same ones they would become one list.
bool PageLayout::follows_bullets(NodeId list) const {
  if (last_bullets_ == kNoNode) return false;
  const NodeId before = document_.node(last_bullets_).parent;
  return document_.node(before).next == document_.node(list).parent;
}

void PageLayout::marker(const Mark& mark) {
  const NodeId list = document_.node(mark.node).parent;
  const bool nested = is_nested(list);
  while (!lists_.empty() && document_.node(lists_.back().id).next <= mark.node) lists_.pop_back();
  const bool is_new = lists_.empty() || lists_.back().id != list;
  if (is_new) lists_.push_back({list, 0, false});
  List& open = lists_.back();
  const bool is_bullet = mark.kind == MarkKind::bullet;
  if (is_new && is_bullet && !nested) {
    open.has_other_bullet = follows_bullets(list) && !has_other_bullet_;
    has_other_bullet_ = open.has_other_bullet;
    last_bullets_ = list;
  }
  ++open.count;
  std::string written(nested ? 2 * kIndent : kIndent, ' ');
  if (!is_bullet) {
    written += std::to_string(open.count) + '.';
  } else {
    written += open.has_other_bullet ? kOtherBullet : kBullet;
  }
  const Node& item = document_.node(mark.node);
  const bool is_empty = item.kind == Kind::string && item.size == 0;
  if (!is_empty) written += ' ';
  edits_.add({edits_.line_begin(mark.span.begin), std::max(item.span.begin, mark.span.end)},
             written);
}

// A text stands on one line.
void PageLayout::text(NodeId id) {
  const Span span = document_.node(id).span;
  if (span.empty()) return;
  edits_.remove_indent(span.begin);
  if (document_.source->slice(span).find('\n') != std::string_view::npos) {
    edits_.add(span, document_.text(id));
  }
}

std::string PageLayout::composed() const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  const auto first =
      static_cast<std::uint32_t>(text_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  SectionTexts texts(text_.size());
  edits_.apply(first, sections_.empty() ? size : sections_.front().begin, texts.text());
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    texts.begin(document_.text(sections_[i].key));
    edits_.apply(sections_[i].begin, i + 1 < sections_.size() ? sections_[i + 1].begin : size,
                 texts.text());
  }
  std::string out;
  texts.join(order_, out);
  out += '\n';
  return out;
}

}  // namespace

bool format_page(const Document& document, const FormatOptions& options, std::string& out,
                 std::vector<Diagnostic>& /*kept*/) {
  const std::string text = PageLayout(document, options.order).run();
  // Line ends are line feeds here; a carriage return elsewhere is a blank to the reader.
  std::size_t done = 0;
  for (std::size_t at = 0; (at = text.find("\r\n", at)) != std::string::npos; done = ++at) {
    out.append(text, done, at - done);
  }
  out.append(text, done);
  return true;
}

}  // namespace proclint
