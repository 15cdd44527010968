#include <string>

#include "core/check/fold.h"
#include "core/check/line_end.h"
#include "core/check/list_edit.h"
#include "core/check/options.h"

namespace proclint {
namespace {

// In a longer list no removal is offered: each looks at all items and numbers those behind it.
constexpr std::size_t kMost = 256;

bool is_blank(std::string_view text) {
  const bool may_be = text.empty() || text[0] == ' ' || text[0] == '\t' || text[0] == '\xC2';
  return may_be && trimmed(text).empty();
}

// The text of an item, which may stand in a map beside a nested list; null Value if it has none.
Value text_of(Value item) {
  const Value text = item.is(Kind::map) ? item.find("text") : item;
  return text && text.is(Kind::string) ? text : Value();
}

// On a page and in Markdown nothing stands there, so the marker is shown.
Span place_of(Value string) {
  if (!string.span().empty()) return string.span();
  for (const Mark& mark : string.document().marks) {
    const bool is_marker = mark.kind == MarkKind::bullet || mark.kind == MarkKind::number;
    if (is_marker && mark.node == string.id()) return mark.span;
  }
  return string.span();
}

// A list without any text is for empty-list.
void check_list(Value list, Sink& sink) {
  const auto has_text = [](Value item) {
    const Value text = text_of(item);
    return !text || !is_blank(text.text());
  };
  bool has_any = false;
  for (const Value item : list.children()) has_any = has_any || has_text(item);
  if (!has_any) return;
  for (const Value item : list.children()) {
    if (has_text(item)) continue;
    const Value text = text_of(item);
    auto& found = sink.at(text, place_of(text),
                          "this item of a list has no text; write it, or remove the item");
    // With items below it, it is theirs.
    if (item == text && list.size() <= kMost) found.fix = removal(item, "Remove the item");
  }
}

void check_items(Value sections, Sink& sink) {
  const Texts& texts = sink.texts(sections.document());
  const bool may_have_blank =
      texts.any_of(sections, [](const Texts::Text& text) { return text.words == 0; });
  if (!may_have_blank) return;
  for (const NodeId list : texts.item_lists(sections)) {
    check_list(Value(sections.document(), list), sink);
  }
}

void check_lines(const Document& document, Sink& sink) {
  const Source& source = *document.source;
  for (const Mark& mark : document.marks) {
    if (mark.kind != MarkKind::mixed_block) continue;
    auto& found = sink.at(Value(document, mark.node), mark.span,
                          "this line follows an item of a list, but is none itself; put a blank "
                          "line before it, or a marker");
    const std::size_t feed = source.text().rfind('\n', mark.span.begin);
    const auto at = static_cast<std::uint32_t>(feed == std::string_view::npos ? 0 : feed + 1);
    found.fix = Fix{"Insert a blank line",
                    {{{at, at}, std::string(line_end_of(source.text()))}},
                    Safety::meaning};
  }
}

}  // namespace

/// A list holds items, and each item a text: no line without a marker stands right behind an item,
/// which leaves open whether it goes on with the item, and no item is blank.
BoundCheck list_block_mixed(Value options, const Vocabulary& /*vocabulary*/) {
  if (options && options.size() > 0) return unknown_option(*options.children().begin(), "none");
  return [](Value target, Sink& sink) {
    check_lines(target.document(), sink);
    if (const Value sections = sink.sections(target)) check_items(sections, sink);
  };
}

}  // namespace proclint
