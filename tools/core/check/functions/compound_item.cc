#include <array>
#include <string>
#include <utility>

#include "core/check/item_edit.h"
#include "core/check/options.h"
#include "core/check/quote.h"
#include "core/check/word_set.h"
#include "core/check/words.h"

namespace proclint {
namespace {

// In a longer item the part behind the comma mostly explains the one before.
constexpr std::size_t kMostWords = 8;

struct Lists {
  WordSet links;       // words of which no plain list of two things has one: "and", "with", "is"
  WordSet adjectives;  // that a noun behind the comma belongs to: "red, swollen skin"
};

bool is_adjective(std::string_view word, const WordSet& adjectives) {
  static constexpr std::array<std::string_view, 8> kEndings{"ful",  "ous",  "ive", "less",
                                                            "able", "ible", "ish", "ly"};
  for (const std::string_view ending : kEndings) {
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) return true;
  }
  return adjectives.contains(word);
}

// Whether `text` is words only, none of them a link, and ends in what may be a noun.
bool is_noun_phrase(std::string_view text, const Lists& lists, std::size_t& count) {
  Words words(text);
  std::string_view last;
  while (words.next()) {
    last = words.word();
    const bool has_digit = last.find_first_of("0123456789") != std::string_view::npos;
    if (++count > kMostWords || has_digit || lists.links.contains(last)) return false;
  }
  return last.size() > 2 && !is_adjective(last, lists.adjectives);
}

void check_item(Value item, const Lists& lists, Sink& sink) {
  if (!item.is(Kind::string)) return;
  const std::string_view text = item.text();
  const std::size_t comma = text.find(", ");
  if (comma == std::string_view::npos || comma == 0) return;
  const std::size_t end = text.ends_with('.') ? text.size() - 1 : text.size();
  const std::string_view second = text.substr(comma + 2, end - comma - 2);
  if (second.find_first_of(",.;:()/\"") != std::string_view::npos) return;
  const std::string_view first = text.substr(0, comma);
  if (first.find_first_of(".;:()/\"") != std::string_view::npos) return;
  std::size_t count = 0;
  if (!is_noun_phrase(first, lists, count) || !is_noun_phrase(second, lists, count)) return;
  auto& found = sink.at(item, item.locate({0, static_cast<std::uint32_t>(text.size())}),
                        "this item names two things, " + quoted(first) + " and " + quoted(second) +
                            "; give each an item of its own");
  const auto at = static_cast<std::uint32_t>(comma);
  std::vector<Edit> edits = split_item(item, {at, at + 2});
  if (edits.empty()) return;
  found.fix = Fix{"Make two items of it", std::move(edits), Safety::meaning};
}

}  // namespace

/// A short item is one thing, not "A, B". For a list. Options, lists of words: `links`, with one of
/// which an item is no plain list of two things ("and", "with", "often"), and `adjectives`, which
/// may stand before a comma in one thing ("red, swollen skin").
BoundCheck compound_item(Value options, const Vocabulary& /*vocabulary*/) {
  Lists lists;
  if (options) {
    for (const Value option : options.children()) {
      const std::string_view name = option.key().text();
      WordSet* set = name == "links"        ? &lists.links
                     : name == "adjectives" ? &lists.adjectives
                                            : nullptr;
      if (set == nullptr) return unknown_option(option, "links, adjectives");
      if (auto error = WordSet::read(option, *set)) return *std::move(error);
    }
  }
  return [lists = std::move(lists)](Value list, Sink& sink) {
    if (!list.is(Kind::list)) return;
    const Texts& texts = sink.texts(list.document());
    texts.for_each_item(list, [&](const Texts::Text& text) {
      if ((text.facts & kHasComma) != 0) check_item(item_of(texts.value(text)), lists, sink);
    });
  };
}

}  // namespace proclint
