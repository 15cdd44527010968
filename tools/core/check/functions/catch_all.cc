#include <string>
#include <utility>

#include "core/check/item_edit.h"
#include "core/check/options.h"
#include "core/check/word_set.h"

namespace proclint {
namespace {

struct Marks {
  WordSet starts;
  WordSet ends;
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The word at the begin of the text; empty if it goes on with a sign, as in "other-side".
std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_letter(text[end])) ++end;
  const bool is_part = end < text.size() && (text[end] == '-' || text[end] == '\'');
  return text.substr(0, is_part ? 0 : end);
}

// The word at the end of the text, without the marks behind it.
std::string_view last_word(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && (text[end - 1] == '.' || text[end - 1] == ' ' || text[end - 1] == ',')) --end;
  std::size_t begin = end;
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

[[gnu::noinline]] void check_item(Value item, const Marks& marks, Sink& sink) {
  const Value value = item_text(item);
  if (!value || value.text().empty()) return;
  const std::string_view text = value.text();
  const std::string_view first = first_word(text);
  const std::string_view last = last_word(text);
  const bool is_start = marks.starts.contains(first);
  if (!is_start && !marks.ends.contains(last)) return;
  const std::string_view word = is_start ? first : last;
  const auto begin = static_cast<std::uint32_t>(word.data() - text.data());
  sink.at(item, value.locate({begin, begin + static_cast<std::uint32_t>(word.size())}),
          '"' + std::string(word) + "\" leaves open what is meant; name it, or leave it out");
}

}  // namespace

/// No item stands for all that its author did not think of: it neither begins with a word of
/// `starts` ("other", "various") nor ends with one of `ends` ("etc"). For a list.
BoundCheck catch_all(Value options, const Vocabulary& vocabulary) {
  Marks marks;
  if (options) {
    for (const Value option : options.children()) {
      const std::string_view name = option.key().text();
      WordSet* set = name == "starts" ? &marks.starts : name == "ends" ? &marks.ends : nullptr;
      if (set == nullptr) return unknown_option(option, "starts, ends");
      if (auto error = WordSet::read(option, *set)) return *std::move(error);
    }
  }
  SoughtWords& sought = *vocabulary.sought;
  const WordList starts(sought.first_words, marks.starts.words());
  const WordList ends(sought.words, marks.ends.words());
  return [marks = std::move(marks), starts, ends](Value list, Sink& sink) {
    if (!list.is(Kind::list)) return;
    const Texts& texts = sink.texts(list.document());
    texts.for_each_item(list, [&](const Texts::Text& text) {
      if (starts.is_among(text.first_lists) || ends.is_among(text.lists)) {
        check_item(item_of(texts.value(text)), marks, sink);
      }
    });
  };
}

}  // namespace proclint
