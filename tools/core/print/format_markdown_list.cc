#include "core/print/format_markdown_list.h"

#include <algorithm>

namespace proclint {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// The nested list of an item; the null Value if it has none.
Value nested_list(Value item) {
  const Value items = item.find("items");
  return items ? items : item.find("steps");
}

bool are_steps(Value list) { return list.key().text() == "steps"; }

}  // namespace

void append_joined_markdown(std::string_view text, std::size_t indent, std::string& out) {
  while (!text.empty()) {
    const std::size_t feed = text.find('\n');
    std::string_view line = text.substr(0, feed);
    text.remove_prefix(feed == std::string_view::npos ? text.size() : feed + 1);
    while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    const bool is_hard = line.ends_with('\\') || line.ends_with("  ");
    if (!is_hard && !text.empty()) {
      while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
    }
    out += line;
    if (text.empty()) break;
    if (is_hard) {
      out += '\n';
      out.append(indent, ' ');
    } else {
      out += ' ';
    }
  }
}

MarkdownLists::MarkdownLists(const Document& document) : document_(document) {
  for (const Mark& mark : document.marks) {
    const bool is_kept = mark.kind == MarkKind::foreign || mark.kind == MarkKind::mixed_block ||
                         mark.kind == MarkKind::subheading;
    if (is_kept) kept_.insert(mark.node);
    if (mark.kind == MarkKind::link_definition) others_.push_back(mark.span.begin);
  }
  for (const Span comment : document.comments) others_.push_back(comment.begin);
  std::sort(others_.begin(), others_.end());
}

bool MarkdownLists::is_simple(Value list) const {
  if (kept_.contains(list.id())) return false;
  for (const Value item : list.children()) {
    const Value text = item.is(Kind::map) ? item.find("text") : item;
    if (!text || !text.is(Kind::string) || kept_.contains(text.id())) return false;
    if (!item.is(Kind::map)) continue;
    const Value nested = nested_list(item);
    if (item.size() != 2 || !nested || !is_simple(nested)) return false;
  }
  return list.size() != 0;
}

bool MarkdownLists::holds_other(Span extent) const {
  const auto first = std::lower_bound(others_.begin(), others_.end(), extent.begin);
  return first != others_.end() && *first < extent.end;
}

std::uint32_t MarkdownLists::end_of(Value list) const {
  Value last;
  for (const Value item : list.children()) last = item;
  // The last text, at whatever depth.
  return document_.node(last.node().next - 1).span.end;
}

void MarkdownLists::write_items(Value list, std::size_t indent, std::string& out) const {
  const bool is_numbered = are_steps(list);
  std::size_t number = 0;
  for (const Value item : list.children()) {
    const std::size_t begin = out.size();
    out.append(indent, ' ');
    if (is_numbered) {
      out.append(std::to_string(++number)) += has_other_sign_ ? ')' : '.';
    } else {
      out += has_other_sign_ ? '*' : '-';
    }
    const std::size_t inside = out.size() - begin + 1;
    const Value text = item.is(Kind::map) ? item.find("text") : item;
    if (!text.span().empty()) {
      out += ' ';
      append_joined_markdown(document_.source->slice(text.span()), inside, out);
    }
    out += '\n';
    if (item.is(Kind::map)) write_items(nested_list(item), inside, out);
  }
}

std::optional<Span> MarkdownLists::write(Value list, std::string& out) {
  const Value block = list.parent();
  const bool follows = last_ != kNoNode && document_.node(last_).next == block.id() &&
                       are_steps(Value(document_, last_ + 2)) == are_steps(list);
  if (!is_simple(list)) return std::nullopt;
  const Span extent{list.span().begin, end_of(list)};
  if (holds_other(extent)) return std::nullopt;
  has_other_sign_ = follows && !has_other_sign_;
  last_ = block.id();
  write_items(list, 0, out);
  out.pop_back();
  return extent;
}

}  // namespace proclint
