#include "core/print/yaml_comments.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

#include "core/source/utf8.h"

namespace proclint {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_line_end(char c) { return c == '\n' || c == '\r'; }

bool is_container(const Node& node) {
  return (node.kind == Kind::list || node.kind == Kind::map) && node.size != 0;
}

Span trimmed(std::string_view text, Span comment) {
  while (!comment.empty() && is_blank(text[comment.end - 1])) --comment.end;
  return comment;
}

// An editor's instruction about the whole file.
bool is_modeline(std::string_view comment) {
  return comment.find("yaml-language-server:") != std::string_view::npos;
}

}  // namespace

YamlComments::YamlComments(const Document& document) : document_(document) {
  if (document.form != Form::yaml || document.empty() || document.comments.empty()) return;
  sort_nodes();
  std::size_t next = 0;
  std::vector<Span> first;  // before all nodes
  for (const Span comment : document.comments) {
    while (next < nodes_.size() && document.node(nodes_[next]).span.begin <= comment.begin) ++next;
    if (next == 0) {
      first.push_back(comment);
      continue;
    }
    attach(trimmed(document.source->text(), comment), nodes_[next - 1],
           next < nodes_.size() ? nodes_[next] : kNoNode);
  }
  attach_top(first);
  nodes_ = {};
}

void YamlComments::sort_nodes() {
  nodes_.resize(document_.nodes.size());
  std::iota(nodes_.begin(), nodes_.end(), NodeId{0});
  const auto is_before = [this](NodeId a, NodeId b) {
    return document_.node(a).span.begin < document_.node(b).span.begin;
  };
  if (!std::is_sorted(nodes_.begin(), nodes_.end(), is_before)) {
    std::stable_sort(nodes_.begin(), nodes_.end(), is_before);
  }
}

std::uint32_t YamlComments::column(std::uint32_t at) const {
  const std::string_view text = document_.source->text();
  std::uint32_t begin = at;
  while (begin > 0 && !is_line_end(text[begin - 1])) --begin;
  return at - begin;
}

// The column in which the entries of a block list or map begin.
std::uint32_t YamlComments::level(NodeId list_or_map) {
  const auto [found, is_new] = levels_.try_emplace(list_or_map);
  // Many comments may stand in one list, and blanks before it may be many too.
  if (is_new) found->second = column(document_.node(list_or_map).span.begin);
  return found->second;
}

bool YamlComments::has_line_end(std::uint32_t begin, std::uint32_t end) const {
  return begin < end && document_.source->text().substr(begin, end - begin).find_first_of("\r\n") !=
                            std::string_view::npos;
}

// Whether the line above the one of `at` has nothing in it.
bool YamlComments::is_blank_line_above(std::uint32_t at) const {
  const std::string_view text = document_.source->text();
  while (at > 0 && !is_line_end(text[at - 1])) --at;
  if (at == 0) return false;
  at -= at >= 2 && text.substr(at - 2, 2) == "\r\n" ? 2U : 1U;
  while (at > 0 && is_blank(text[at - 1])) --at;
  return at == 0 || is_line_end(text[at - 1]);
}

std::vector<Span> YamlComments::of_members(const std::vector<Value>& values) const {
  std::vector<Span> found;
  for (const auto& [id, comments] : entries_) {
    const auto value =
        std::partition_point(values.begin(), values.end(),
                             [entry = id](const Value& one) { return one.node().next <= entry; });
    if (value == values.end() || id + 1 < value->id()) continue;
    for (const YamlComment& comment : comments.before) found.push_back(comment.span);
    if (!comments.behind.empty()) found.push_back(comments.behind);
    for (const YamlComment& comment : comments.after) found.push_back(comment.span);
  }
  std::sort(found.begin(), found.end(), [](Span a, Span b) { return a.begin < b.begin; });
  return found;
}

bool YamlComments::follows_blank_line(NodeId entry) const {
  const std::string_view text = document_.source->text();
  std::uint32_t at = document_.node(entry).span.begin;
  // Only what begins a line.
  while (at > 0 && (is_blank(text[at - 1]) || text[at - 1] == '-' || text[at - 1] == '?')) --at;
  return at > 0 && is_line_end(text[at - 1]) && is_blank_line_above(at);
}

bool YamlComments::is_flow(NodeId list_or_map) const {
  const auto begins_flow = [this](const Node& node) {
    const char c = node.span.empty() ? '\0' : document_.source->text()[node.span.begin];
    return c == '[' || c == '{';
  };
  const Node& node = document_.node(list_or_map);
  if (begins_flow(node)) return true;
  // A pair in a flow list has no brackets.
  return node.kind == Kind::map && node.parent != kNoNode &&
         document_.node(node.parent).kind == Kind::list && begins_flow(document_.node(node.parent));
}

bool YamlComments::holds(NodeId id, NodeId other) const {
  return id != kNoNode && other != kNoNode && id <= other && other < document_.node(id).next;
}

// The outermost entry that begins in the same line: "- a: 1".
NodeId YamlComments::first_in_line(NodeId entry) const {
  for (;;) {
    const NodeId holder = document_.node(entry).parent;
    if (holder == kNoNode || entry != holder + 1) return entry;
    const NodeId outer = document_.node(holder).parent;
    if (outer == kNoNode || document_.node(outer).kind != Kind::list) return entry;
    entry = holder;
  }
}

// The entry that a node begins: below a key a list or map begins with its first.
NodeId YamlComments::line_below(NodeId id) const {
  for (;;) {
    const Node& node = document_.node(id);
    const bool is_item = node.parent != kNoNode && document_.node(node.parent).kind == Kind::list;
    if (!is_container(node) || is_item) return first_in_line(yaml_entry(document_, id));
    ++id;
  }
}

// The outermost list or map in brackets that ends between the node `last` and the comment; `last`
// if there is none.
NodeId YamlComments::closed_before(NodeId last, Span comment) const {
  NodeId id = last;
  for (;;) {
    const NodeId holder = document_.node(id).parent;
    if (holder == kNoNode || !is_flow(holder)) return id;
    if (document_.node(holder).span.end > comment.begin) return id;
    id = holder;
  }
}

void YamlComments::put_before(NodeId node, const YamlComment& comment) {
  std::vector<YamlComment>& before = entries_[line_below(node)].before;
  // Between a key and its value there is no line for it: what stands behind the key goes first.
  const auto behind_key = entries_.find(yaml_entry(document_, node));
  const bool has_other = !is_container(document_.node(node)) && behind_key != entries_.end() &&
                         !behind_key->second.behind.empty();
  if (has_other) before.push_back({std::exchange(behind_key->second.behind, Span{}), false});
  before.push_back(comment);
}

void YamlComments::put_behind(NodeId entry, Span comment) {
  Span& behind = entries_[entry].behind;
  if (!behind.empty()) entries_[first_in_line(entry)].before.push_back({behind, false});
  entries_[entry].behind = comment;
}

void YamlComments::attach(Span comment, NodeId last, NodeId next) {
  const std::string_view text = document_.source->text();
  std::uint32_t begin = comment.begin;
  while (begin > 0 && is_blank(text[begin - 1])) --begin;
  const bool is_alone = begin == 0 || is_line_end(text[begin - 1]);
  if (is_alone) {
    attach_line({comment, is_blank_line_above(comment.begin)}, last, next);
  } else {
    attach_behind({comment, false}, last, next);
  }
}

void YamlComments::attach_behind(const YamlComment& comment, NodeId last, NodeId next) {
  const NodeId closed = closed_before(last, comment.span);
  const Node& node = document_.node(closed);
  const bool is_in_line = !has_line_end(node.span.end, comment.span.begin);
  const NodeId entry = yaml_entry(document_, closed);
  if (!is_in_line) {  // behind a dash or another sign
    attach_line(comment, last, next);
  } else if (closed == last && !is_container(node)) {
    put_behind(entry, comment.span);
  } else if (closed != last && has_line_end(node.span.begin, comment.span.begin)) {
    // Behind the bracket of several lines, which has none when it is written as a block.
    entries_[yaml_entry(document_, last)].after.push_back(comment);
  } else if (entry != closed) {
    put_behind(entry, comment.span);
  } else {
    put_before(closed, comment);
  }
}

void YamlComments::attach_line(const YamlComment& comment, NodeId last, NodeId next) {
  const std::uint32_t indent = column(comment.span.begin);
  const NodeId below = next == kNoNode ? kNoNode : line_below(next);
  if (below != kNoNode) {
    const NodeId holder = document_.node(below).parent;
    if (is_flow(holder) || indent <= level(holder)) {
      put_before(next, comment);
      return;
    }
  }
  for (NodeId id = last; !holds(id, next); id = document_.node(id).parent) {
    const NodeId holder = document_.node(id).parent;
    if (holds(holder, next)) break;
    const bool is_outermost = holder == kNoNode || document_.node(holder).parent == kNoNode;
    const bool is_here =
        is_outermost || (is_flow(holder) ? comment.span.begin < document_.node(holder).span.end
                                         : indent >= level(holder));
    if (!is_here) continue;
    entries_[yaml_entry(document_, id)].after.push_back(comment);
    return;
  }
  put_before(next, comment);
}

void YamlComments::attach_top(const std::vector<Span>& comments) {
  if (comments.empty()) return;
  const std::string_view text = document_.source->text();
  const std::uint32_t first_node = document_.node(nodes_.front()).span.begin;
  std::size_t count = 0;  // of those that belong to the file
  for (std::size_t i = 0; i < comments.size(); ++i) {
    const std::uint32_t end = i + 1 < comments.size() ? comments[i + 1].begin : first_node;
    const std::string_view gap = text.substr(comments[i].end, end - comments[i].end);
    const auto line_ends = std::count(gap.begin(), gap.end(), '\n');
    const bool is_parted = line_ends > 1 || gap.find("---") != std::string_view::npos;
    if (is_parted || is_modeline(text.substr(comments[i].begin, comments[i].size()))) count = i + 1;
  }
  const auto entry = [&](Span comment) {
    return YamlComment{trimmed(text, comment), is_blank_line_above(comment.begin)};
  };
  for (std::size_t i = 0; i < count; ++i) top_.push_back(entry(comments[i]));
  std::vector<YamlComment>& before = entries_[line_below(nodes_.front())].before;
  std::vector<YamlComment> rest;
  for (std::size_t i = count; i < comments.size(); ++i) rest.push_back(entry(comments[i]));
  before.insert(before.begin(), rest.begin(), rest.end());
}

}  // namespace proclint
