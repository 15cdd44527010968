#include <string>

#include "core/check/item_edit.h"
#include "core/check/options.h"
#include "core/check/quote.h"
#include "core/check/sentences.h"

namespace proclint {
namespace {

bool has_one_sentence(Value item) {
  const Value text = item_text(item);
  return !text || next_sentence(text.text()) == std::string_view::npos;
}

bool ends_in_period(std::string_view text) { return text.ends_with('.'); }

void report(Value list, Value item, Value text, std::size_t begin, Sink& sink) {
  const auto start = static_cast<std::uint32_t>(begin);
  const auto size = static_cast<std::uint32_t>(text.text().size());
  auto& found = sink.at(item, text.locate({start, size}),
                        "the last item goes on with a sentence of its own, " +
                            quoted(text.text().substr(begin)) +
                            ", while the others have one at most; write it as a paragraph below "
                            "the list");
  // The period goes with the sentence when the other items have none.
  std::size_t end = text.text().find_last_not_of(" \t\n", begin - 1) + 1;
  const Value first = item_text(*list.children().begin());
  const bool is_open = first && !ends_in_period(first.text());
  if (is_open && ends_in_period(text.text().substr(0, end))) --end;
  std::vector<Edit> edits = moved_below_list(item, {static_cast<std::uint32_t>(end), start});
  if (edits.empty()) return;
  found.fix = Fix{"Write it below the list", std::move(edits), Safety::meaning};
}

}  // namespace

/// The last item of a bullet list has no second sentence when no other item has one: it was meant
/// to stand below the list. For a list.
BoundCheck trailing_sentence(Value options, const Vocabulary& /*vocabulary*/) {
  if (options) {
    for (const Value option : options.children()) return unknown_option(option, "none");
  }
  return [](Value list, Sink& sink) {
    if (!list.is(Kind::list) || list.size() < 2) return;
    const Texts& texts = sink.texts(list.document());
    Texts::Text last_text;
    texts.for_each_item(list, [&](const Texts::Text& each) { last_text = each; });
    if ((last_text.facts & kHasEndInside) == 0) return;
    const Value text = texts.value(last_text);
    const Value last = item_of(text);
    if (last.node().next != list.node().next) return;  // the last item has no text
    const std::size_t begin = next_sentence(text.text());
    if (begin == std::string_view::npos) return;
    for (const Value item : list.children()) {
      if (item != last && !has_one_sentence(item)) return;
    }
    report(list, last, text, begin, sink);
  };
}

}  // namespace proclint
