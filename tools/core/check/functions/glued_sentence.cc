#include <string>
#include <utility>
#include <vector>

#include "core/check/item_edit.h"
#include "core/check/options.h"
#include "core/check/word_set.h"
#include "core/check/words.h"

namespace proclint {
namespace {

// A sentence that begins there has at least so many words, and its verb among the first ones.
constexpr std::size_t kFewestWords = 4;
constexpr std::size_t kVerbWithin = 8;
constexpr std::size_t kFewestBefore = 2;

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

struct Lists {
  WordSet starters;  // that begin sentences often and names hardly ever
  WordSet verbs;     // finite ones
  WordSet openers;   // behind which a sentence never ends: "of", "the", "with"
};

struct Glue {
  std::uint32_t blank = 0;     // the one between the sentences
  std::uint32_t word_end = 0;  // of the word that begins the second
};

std::size_t word_begin(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n') --begin;
  return begin;
}

// Whether at least two words stand between the begin of the sentence and `end`.
bool has_words_before(std::string_view text, std::size_t end) {
  const std::size_t begin = text.find_last_of(".!?:;", end);
  Words words(text.substr(begin == std::string_view::npos ? 0 : begin + 1,
                          end - (begin == std::string_view::npos ? 0 : begin + 1)));
  std::size_t count = 0;
  while (count < kFewestBefore && words.next()) ++count;
  return count == kFewestBefore;
}

bool is_sentence(std::string_view text, const WordSet& verbs) {
  Words words(text.substr(0, text.find('.')));
  std::size_t count = 0;
  bool has_verb = false;
  while (count < kVerbWithin && words.next()) {
    ++count;
    // The first word is the subject, or opens it.
    has_verb = has_verb || (count > 1 && verbs.contains(words.word()));
  }
  return has_verb && count >= kFewestWords;
}

// The first place from `at` on where a sentence begins behind another one without a period.
bool find_glue(std::string_view text, std::size_t at, const Lists& lists, Glue& out) {
  for (; at + 2 < text.size(); ++at) {
    if (text[at] != ' ' || at < 2 || !is_small(text[at - 1]) || !is_capital(text[at + 1])) continue;
    std::size_t end = at + 2;
    while (end < text.size() && is_small(text[end])) ++end;
    // "I" and "A" are words of one letter.
    const bool is_followed = end + 1 < text.size() && text[end] == ' ' && is_small(text[end + 1]);
    if (!is_followed || !lists.starters.contains(text.substr(at + 1, end - at - 1))) continue;
    const std::size_t before = word_begin(text, at);
    if (!is_small(text[before]) || lists.openers.contains(text.substr(before, at - before)) ||
        !has_words_before(text, at) || !is_sentence(text.substr(at + 1), lists.verbs)) {
      continue;
    }
    out = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    return true;
  }
  return false;
}

// The item of a bullet list that ends with `text` and is its last one; null Value if it is another.
Value last_item(Value text) {
  const Value list = text.parent();
  const bool is_last = list && list.is(Kind::list) && list.key() && list.key().text() == "items" &&
                       text.node().next == list.node().next && list.size() > 1;
  return is_last ? text : Value();
}

void report(Value text, const Glue& glue, Sink& sink) {
  const std::string word(text.text().substr(glue.blank + 1, glue.word_end - glue.blank - 1));
  const Value last = last_item(text);
  auto& found =
      sink.at(text, text.locate({glue.blank + 1, glue.word_end}),
              "a new sentence begins with \"" + word + "\", but the one before has no end; " +
                  (last ? "write it as a paragraph below the list" : "end it with a period"));
  if (last) {
    std::vector<Edit> edits = moved_below_list(last, {glue.blank, glue.blank + 1});
    if (!edits.empty()) {
      found.fix = Fix{"Write it below the list", std::move(edits), Safety::meaning};
    }
    return;
  }
  const std::uint32_t at = text.locate({glue.blank, glue.blank + 1}).begin;
  found.fix = Fix{"Write a period", {{{at, at}, "."}}, Safety::meaning};
}

void check_text(Value text, const Lists& lists, Sink& sink) {
  Glue glue;
  for (std::size_t at = 0; find_glue(text.text(), at, lists, glue); at = glue.word_end) {
    report(text, glue, sink);
  }
}

}  // namespace

/// No sentence begins in the middle of another one, as it does when a period was lost: a word that
/// begins sentences often and is hardly ever a name stands with a capital letter behind a small
/// word, and what follows has a verb and four words at least. For the map of sections. Options, all
/// lists of words: `starters`, `verbs` (finite ones), `openers` (behind which no sentence ends).
BoundCheck glued_sentence(Value options, const Vocabulary& /*vocabulary*/) {
  Lists lists;
  const std::pair<std::string_view, WordSet*> known[] = {
      {"starters", &lists.starters}, {"verbs", &lists.verbs}, {"openers", &lists.openers}};
  if (options) {
    for (const Value option : options.children()) {
      WordSet* set = nullptr;
      for (const auto& [name, words] : known) {
        if (option.key().text() == name) set = words;
      }
      if (set == nullptr) return unknown_option(option, "starters, verbs, openers");
      if (auto error = WordSet::read(option, *set)) return *std::move(error);
    }
  }
  return [lists = std::move(lists)](Value sections, Sink& sink) {
    const Texts& texts = sink.texts(sections.document());
    if (!texts.may_have(kHasCapitalBehindWord)) return;
    texts.for_each(sections, [&](const Texts::Text& text) {
      if ((text.facts & kHasCapitalBehindWord) != 0) check_text(texts.value(text), lists, sink);
    });
  };
}

}  // namespace proclint
