#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/check/options.h"
#include "core/check/text_edit.h"
#include "core/check/words.h"

namespace proclint {
namespace {

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// One letter is a name ("hepatitis B B cells"), unless it is a word of English.
bool is_word(std::string_view text) {
  if (text.size() == 1) return text == "a" || text == "A" || text == "I";
  return !has_digit(text);
}

std::optional<Fix> removal(Value text, std::size_t first_end, std::size_t begin, std::size_t end) {
  const auto decoded = [](std::size_t from, std::size_t to) {
    return Span{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)};
  };
  Span gone = decoded(first_end, end);
  // Where a line ends between the two, it shall still end there.
  const std::string_view gap =
      text.document().source->slice(text.locate(decoded(first_end, begin)));
  if (gap.find('\n') != std::string_view::npos) {
    const bool has_blank = end < text.text().size() && text.text()[end] == ' ';
    gone = decoded(begin, has_blank ? end + 1 : end);
  }
  return replacement(text, gone, "", "Remove the second one", Safety::wording);
}

void check(Value text, const std::vector<std::string_view>& allowed, Sink& sink) {
  Words words(text.text());
  std::string_view before;
  std::size_t before_end = 0;
  while (words.next()) {
    const std::string_view word = words.word();
    // The sizes tell most words apart without a look at them.
    if (word.size() == before.size() && words.follows_directly() && is_same_word(before, word) &&
        is_word(word) &&
        std::none_of(allowed.begin(), allowed.end(),
                     [word](std::string_view known) { return is_same_word(known, word); })) {
      const Span span = text.locate(
          {static_cast<std::uint32_t>(words.begin()), static_cast<std::uint32_t>(words.end())});
      auto& found = sink.at(
          text, span,
          "the word \"" + std::string(word) + "\" stands twice in a row; remove one of the two");
      found.fix = removal(text, before_end, words.begin(), words.end());
    }
    before = word;
    before_end = words.end();
  }
}

}  // namespace

/// No word stands twice in a row, in any text at or below the node; case is ignored, and a line end
/// between the two is a blank. Numbers and single letters may repeat. Option `allowed`: words that
/// may, too ("had", "that").
BoundCheck repeated_word(Value options, const Vocabulary& /*vocabulary*/) {
  std::vector<std::string_view> allowed;
  if (options) {
    for (const Value option : options.children()) {
      if (option.key().text() != "allowed") return unknown_option(option, "allowed");
      if (auto error = read_texts(option, allowed)) return *std::move(error);
    }
  }
  return [allowed = std::move(allowed)](Value target, Sink& sink) {
    const Texts& texts = sink.texts(target.document());
    if (!texts.may_have(kHasRepeatedWord)) return;
    texts.for_each(target, [&](const Texts::Text& text) {
      if ((text.facts & kHasRepeatedWord) != 0) check(texts.value(text), allowed, sink);
    });
  };
}

}  // namespace proclint
