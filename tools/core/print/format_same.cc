#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/headings.h"
#include "core/document/value.h"
#include "core/print/format.h"

namespace proclint {
namespace {

std::vector<Value> sorted_members(Value map) {
  std::vector<Value> members;
  members.reserve(map.size());
  for (const Value value : map.children()) members.push_back(value);
  std::stable_sort(members.begin(), members.end(),
                   [](Value a, Value b) { return a.key().text() < b.key().text(); });
  return members;
}

// Whether the nodes are the same one by one, as they mostly are: then no member was moved. That all
// subtrees end at the same nodes makes the shapes equal.
bool have_equal_nodes(const Document& one, const Document& other) {
  if (one.nodes.size() != other.nodes.size()) return false;
  const bool has_equal_decoded = one.decoded == other.decoded;
  for (NodeId id = 0; id < one.nodes.size(); ++id) {
    const Node& a = one.node(id);
    const Node& b = other.node(id);
    if (a.kind != b.kind || a.next != b.next) return false;
    // null may be written or not.
    if (a.kind == Kind::list || a.kind == Kind::map || a.kind == Kind::null) continue;
    if (a.size != b.size) return false;
    const bool is_same_decoded =
        has_equal_decoded && a.is_decoded && b.is_decoded && a.text == b.text;
    if (!is_same_decoded && one.text(id) != other.text(id)) return false;
  }
  return true;
}

class Comparison {
 public:
  bool is_equal(Value one, Value other) {
    if (!one || !other) return !one && !other;
    if (have_equal_nodes(one.document(), other.document())) return true;
    left_.emplace_back(one, other);
    while (!left_.empty()) {
      const auto [a, b] = left_.back();
      left_.pop_back();
      if (!is_equal_here(a, b)) return false;
    }
    return true;
  }

 private:
  bool is_equal_here(Value a, Value b) {
    if (a.kind() != b.kind()) return false;
    switch (a.kind()) {
      case Kind::null:  // may be written or not
        return true;
      case Kind::list:
        if (a.size() != b.size()) return false;
        return pairs(a, b);
      case Kind::map:
        if (a.size() != b.size()) return false;
        return have_equal_keys(a, b) ? pairs(a, b) : sorted_pairs(a, b);
      default:
        return a.text() == b.text();
    }
  }

  static bool have_equal_keys(Value a, Value b) {
    auto at = b.children().begin();
    for (const Value value : a.children()) {
      if (value.key().text() != (*at).key().text()) return false;
      ++at;
    }
    return true;
  }

  // Scalars are compared at once, which is most of them.
  bool pair(Value a, Value b) {
    if ((a.is(Kind::list) || a.is(Kind::map)) && a.kind() == b.kind()) {
      left_.emplace_back(a, b);
      return true;
    }
    return is_equal_here(a, b);
  }

  bool pairs(Value a, Value b) {
    auto at = b.children().begin();
    for (const Value value : a.children()) {
      if (!pair(value, *at)) return false;
      ++at;
    }
    return true;
  }

  bool sorted_pairs(Value a, Value b) {
    const std::vector<Value> of_a = sorted_members(a);
    const std::vector<Value> of_b = sorted_members(b);
    for (std::size_t i = 0; i < of_a.size(); ++i) {
      if (of_a[i].key().text() != of_b[i].key().text() || !pair(of_a[i], of_b[i])) return false;
    }
    return true;
  }

  std::vector<std::pair<Value, Value>> left_;
};

std::string_view without_blanks_behind(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r");
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

bool is_content(MarkKind kind) {
  switch (kind) {
    case MarkKind::navigation:
    case MarkKind::descriptor:
    case MarkKind::code_label:
    case MarkKind::name_heading:
    case MarkKind::heading:
    case MarkKind::unplaced:
    case MarkKind::subheading:
    case MarkKind::second_title:
    case MarkKind::markup:
    case MarkKind::foreign:
    case MarkKind::foreign_inline:
    case MarkKind::link_definition:
      return true;
    default:
      return false;
  }
}

// Comments, and of the marks those that are no layout; without an order, because sections move.
std::vector<std::string> beside_the_tree(const Document& document) {
  std::vector<std::string> found;
  const Source& source = *document.source;
  for (const Span comment : document.comments) {
    found.emplace_back(without_blanks_behind(source.slice(comment)));
  }
  for (const Mark& mark : document.marks) {
    if (!is_content(mark.kind)) continue;
    const bool is_heading = mark.kind == MarkKind::heading || mark.kind == MarkKind::name_heading;
    const std::string_view text = source.slice(mark.span);
    std::string entry(1, static_cast<char>(mark.kind));
    // Paragraphs may have become one line.
    bool is_blank = false;
    for (const char c : is_heading ? without_final_mark(text) : text) {
      const bool is_space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
      if (!is_space || !is_blank) entry += is_space ? ' ' : c;
      is_blank = is_space;
    }
    found.push_back(std::move(entry));
  }
  std::sort(found.begin(), found.end());
  return found;
}

// Whether all of it is the same, bytes and order included, as it mostly is: no copy is needed.
bool has_same_beside(const Document& one, const Document& other) {
  const auto slice = [](const Document& document, Span span) {
    return without_blanks_behind(document.source->slice(span));
  };
  if (!std::equal(one.comments.begin(), one.comments.end(), other.comments.begin(),
                  other.comments.end(),
                  [&](Span a, Span b) { return slice(one, a) == slice(other, b); })) {
    return false;
  }
  auto at = other.marks.begin();
  const auto skip_layout = [&] {
    while (at != other.marks.end() && !is_content(at->kind)) ++at;
  };
  for (const Mark& mark : one.marks) {
    if (!is_content(mark.kind)) continue;
    skip_layout();
    if (at == other.marks.end() || at->kind != mark.kind ||
        one.source->slice(mark.span) != other.source->slice(at->span)) {
      return false;
    }
    ++at;
  }
  skip_layout();
  return at == other.marks.end();
}

}  // namespace

bool say_the_same(const Document& one, const Document& other) {
  return Comparison().is_equal(Value::root(one), Value::root(other)) &&
         (has_same_beside(one, other) || beside_the_tree(one) == beside_the_tree(other));
}

}  // namespace proclint
