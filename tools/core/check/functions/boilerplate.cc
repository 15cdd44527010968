#include "core/document/boilerplate.h"

#include <algorithm>
#include <optional>
#include <string>

#include "core/check/furniture.h"
#include "core/check/list_edit.h"
#include "core/check/options.h"
#include "core/check/quote.h"
#include "core/check/text_place.h"

namespace proclint {
namespace {

constexpr std::string_view kFurniture = " belongs to a web page, not to the procedure; remove it";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Removes the lines of `span` and the blank lines behind them. Text goes with them, so this is only
// ever shown.
Fix removal_of_lines(std::string_view text, Span span) {
  std::size_t begin = text.rfind('\n', span.begin);
  begin = begin == std::string_view::npos ? 0 : begin + 1;
  if (text.substr(begin).starts_with("\xEF\xBB\xBF")) begin += 3;
  std::size_t end = span.end;
  for (std::size_t at = end; at < text.size() && is_blank(text[at]); ++at) {
    if (text[at] == '\n') end = at + 1;
  }
  return Fix{"Remove the line",
             {{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, ""}},
             Safety::meaning};
}

// What is not surely furniture of a web page may be a misplaced part of the procedure.
std::string_view reason(std::string_view text, bool is_navigation) {
  if (is_boilerplate(text)) return kFurniture;
  if (is_navigation) {
    return " stands above the procedure, where only its description and codes belong; remove it";
  }
  return " stands before the first section and belongs to none; put it under a heading, or remove "
         "it";
}

void check_marks(Value root, Sink& sink) {
  const Source& source = *root.document().source;
  for (const Mark& mark : root.document().marks) {
    const bool is_navigation = mark.kind == MarkKind::navigation;
    if (!is_navigation && mark.kind != MarkKind::unplaced) continue;
    const std::string_view text = source.slice(mark.span);
    auto& found = sink.at(root, mark.span, quoted(text) + std::string(reason(text, is_navigation)));
    if (is_navigation || is_boilerplate(text))
      found.fix = removal_of_lines(source.text(), mark.span);
  }
}

// A block of its own, or an item; of another text too much would go with it.
std::optional<Fix> removal_of_text(Value text) {
  const Document& document = text.document();
  if (!text.key()) return removal(text, "Remove the item");
  const Value block = text.parent();
  if (text.key().text() != "text" || block.key() || block.size() != 1) return std::nullopt;
  const bool is_block = block.parent() && block.parent().key();
  if (!is_block || block.parent().key().text() == "items" ||
      block.parent().key().text() == "steps") {
    return std::nullopt;
  }
  if (text_syntax(text) == TextSyntax::json || text_syntax(text) == TextSyntax::yaml) {
    return removal(block, "Remove the text");
  }
  return removal_of_lines(document.source->text(), text.span());
}

[[gnu::noinline]] void check_text(Value text, Sink& sink) {
  if (!is_boilerplate(text.text())) return;
  auto& found = sink.at(text, quoted(text.text()) + std::string(kFurniture));
  found.fix = removal_of_text(text);
}

void check_texts(Value sections, const Furniture& furniture, Sink& sink) {
  const Texts& texts = sink.texts(sections.document());
  texts.for_each(sections, [&](const Texts::Text& each) {
    if (furniture.may_be(each)) check_text(texts.value(each), sink);
  });
}

}  // namespace

/// No furniture of a web page: navigation above a page's code line, lines before its first section
/// that belong to nothing, and texts of sections such as "Back to top" (see is_boilerplate).
BoundCheck boilerplate(Value options, const Vocabulary& vocabulary) {
  if (options && options.size() > 0) return unknown_option(*options.children().begin(), "none");
  return [furniture = Furniture(vocabulary)](Value target, Sink& sink) {
    const Value sections = sink.sections(target);
    // A text without any section is no page at all, and each of its lines would be reported.
    const Form form = target.document().form;
    const bool is_page = form == Form::page && target.size() > 0;
    if (is_page || (form == Form::markdown && sections)) check_marks(target, sink);
    if (sections) check_texts(sections, furniture, sink);
  };
}

}  // namespace proclint
