#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/check/options.h"
#include "core/check/section.h"

namespace proclint {
namespace {

// How an item of a bullet list is laid out.
struct Style {
  std::string_view marker;
  std::uint32_t indent = 0;

  friend bool operator==(const Style&, const Style&) = default;
};

Style style_of(const Source& source, const Mark& mark) {
  const std::string_view text = source.text();
  const std::uint32_t begin = mark.span.begin;
  const std::size_t line = begin == 0 ? 0 : text.find_last_of('\n', begin - 1) + 1;
  return {source.slice(mark.span), begin - static_cast<std::uint32_t>(line)};
}

struct MarkedList {
  NodeId list = kNoNode;
  bool is_nested = false;
  std::vector<const Mark*> marks;
};

bool is_nested(Value list) {
  const Value block = list.parent();
  const Value holder = block ? block.parent() : Value();
  return holder && holder.key() &&
         (holder.key().text() == "items" || holder.key().text() == "steps");
}

// The bullet lists in order. A list that holds another one goes on behind it.
std::vector<MarkedList> collect(const Document& document) {
  std::vector<MarkedList> out;
  std::map<NodeId, std::size_t> known;
  for (const Mark& mark : document.marks) {
    if (mark.kind != MarkKind::bullet) continue;
    const Value list = Value(document, mark.node).parent();
    if (!list || !list.key() || list.key().text() != "items" || !section_of(list)) continue;
    const auto [at, is_new] = known.emplace(list.id(), out.size());
    if (is_new) out.push_back({list.id(), is_nested(list), {}});
    out[at->second].marks.push_back(&mark);
  }
  return out;
}

// That of most lists, in a tie that of the first of them.
Style usual_style(const std::vector<MarkedList>& lists, const Source& source, bool nested) {
  std::vector<std::pair<Style, std::size_t>> counts;
  for (const MarkedList& list : lists) {
    if (list.is_nested != nested) continue;
    const Style style = style_of(source, *list.marks.front());
    std::size_t i = 0;
    // Few styles are in use; more than this many are not told apart.
    constexpr std::size_t kMostStyles = 16;
    while (i < counts.size() && counts[i].first != style) ++i;
    if (i < counts.size()) {
      ++counts[i].second;
    } else if (i < kMostStyles) {
      counts.emplace_back(style, 1);
    }
  }
  Style usual;
  std::size_t most = 0;
  for (const auto& [style, count] : counts) {
    if (count > most) usual = style;
    most = std::max(most, count);
  }
  return usual;
}

// Two lists with nothing between them would become one if their marks were the same.
bool follows_list(Value list) {
  const Value block = list.parent();
  const Value holder = block ? block.parent() : Value();
  if (!holder || !holder.is(Kind::list) || block.id() == holder.id() + 1) return false;
  Value before(list.document(), block.id() - 1);
  while (before.parent() != holder) before = before.parent();
  return before.is(Kind::map) && (before.find("items") || before.find("steps"));
}

// Whether the block behind that of `list` is a list.
bool precedes_list(Value list) {
  const Value block = list.parent();
  const Value holder = block ? block.parent() : Value();
  if (!holder || !holder.is(Kind::list) || block.node().next == holder.node().next) return false;
  const Value next(list.document(), block.node().next);
  return next.is(Kind::map) && (next.find("items") || next.find("steps"));
}

Fix restyled(const MarkedList& list, const Source& source, const Style& usual) {
  Fix fix{"Mark all items alike", {}, Safety::layout};
  for (const Mark* mark : list.marks) {
    const Style style = style_of(source, *mark);
    if (style == usual) continue;
    const Span span{mark->span.begin - style.indent, mark->span.end};
    fix.edits.push_back({span, std::string(usual.indent, ' ') + std::string(usual.marker)});
  }
  return fix;
}

std::string described(const Style& style, const Style& other) {
  if (style.marker != other.marker) return "is marked with \"" + std::string(style.marker) + '"';
  return "is indented by " + std::to_string(style.indent);
}

void check_list(const MarkedList& list, const Document& document, const Style& usual, Sink& sink) {
  const Source& source = *document.source;
  const Value node(document, list.list);
  const Style first = style_of(source, *list.marks.front());
  const Mark* odd = nullptr;
  for (const Mark* mark : list.marks) {
    if (odd == nullptr && style_of(source, *mark) != first) odd = mark;
  }
  // Nested lists are laid out by what they stand in.
  const bool is_odd_list = !list.is_nested && first != usual;
  if (odd == nullptr && !is_odd_list) return;
  const Mark& shown = odd != nullptr ? *odd : *list.marks.front();
  const Style style = style_of(source, shown);
  const Style& expected = odd != nullptr ? first : usual;
  std::string message = odd != nullptr ? "this item " : "this list ";
  message += described(style, expected) + ", but ";
  message += odd != nullptr ? "the first one " : "most lists of the page ";
  std::string rest = described(expected, style);
  if (odd == nullptr) rest.replace(0, 2, "are");
  auto& found = sink.at(odd != nullptr ? Value(document, odd->node) : node, shown.span,
                        message + rest + "; mark all of them alike");
  const bool has_tab =
      source.slice({shown.span.begin - style.indent, shown.span.begin}).find('\t') !=
      std::string_view::npos;
  if (list.is_nested || has_tab || follows_list(node) || precedes_list(node)) return;
  found.fix = restyled(list, source, usual);
}

// Whether all bullets are laid out like the first one: most documents need no closer look.
bool is_uniform(const Document& document) {
  const Mark* first = nullptr;
  Style style;
  for (const Mark& mark : document.marks) {
    if (mark.kind != MarkKind::bullet) continue;
    if (first == nullptr) {
      first = &mark;
      style = style_of(*document.source, mark);
    } else if (style_of(*document.source, mark) != style) {
      return false;
    }
  }
  return true;
}

}  // namespace

/// All bullets of a list have one marker and one indent, and so have all lists of a document that
/// are not nested. One finding a list; its fix mends the whole list. For pages
/// and Markdown.
BoundCheck list_marker(Value options, const Vocabulary& /*vocabulary*/) {
  if (options) {
    for (const Value option : options.children()) return unknown_option(option, "none");
  }
  return [](Value target, Sink& sink) {
    const Document& document = target.document();
    // YAML has one marker, and says with its indents what belongs where.
    const bool has_lists = document.form == Form::page || document.form == Form::markdown;
    if (!has_lists || is_uniform(document)) return;
    const std::vector<MarkedList> lists = collect(document);
    const Style usual = usual_style(lists, *document.source, false);
    for (const MarkedList& list : lists) check_list(list, document, usual, sink);
  };
}

}  // namespace proclint
