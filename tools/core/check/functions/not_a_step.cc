#include <string>
#include <utility>

#include "core/check/item_edit.h"
#include "core/check/options.h"
#include "core/check/word_set.h"
#include "core/check/words.h"

namespace proclint {
namespace {

// A subject with more words most likely holds a verb that is not known here.
constexpr std::size_t kLongestSubject = 12;

struct Lists {
  WordSet be;            // "is", "are"
  WordSet states;        // verbs of no action: "depends", "varies"
  WordSet participles;   // of doing, that do not end in -ed: "given", "put"
  WordSet articles;      // "the", "a", "your"
  WordSet prepositions;  // behind which an article is still a part of the subject: "of", "and"
  WordSet breaks;        // with one of which the item is not looked into: "you", "which", "when"
};

// What is seen of the words behind a be-form.
bool tells_action(Words& words, const Lists& lists) {
  while (words.next()) {
    const std::string_view word = words.word();
    const bool is_doing = word.size() > 4 && (word.ends_with("ed") || word.ends_with("ing"));
    if (is_doing || lists.participles.contains(word) || lists.breaks.contains(word)) return true;
  }
  return false;
}

// The verb of a sentence without action; empty if it may have one. Only a plain subject is looked
// at: "The nurse checks what the size is" has an article where a subject has none.
std::string_view idle_verb(std::string_view text, const Lists& lists) {
  Words words(text.substr(0, text.find_first_of(".;:,(")));
  std::string_view before;
  for (std::size_t count = 0; count < kLongestSubject && words.next(); ++count) {
    const std::string_view word = words.word();
    if (lists.breaks.contains(word)) return {};
    if (count > 0 && lists.states.contains(word)) return word;
    if (count > 0 && lists.be.contains(word)) return tells_action(words, lists) ? "" : word;
    if (count > 0 && lists.articles.contains(word) && !lists.prepositions.contains(before)) {
      return {};
    }
    before = word;
  }
  return {};
}

void check_step(Value item, const Lists& lists, Sink& sink) {
  const Value value = item_text(item);
  if (!value) return;
  const std::string_view text = value.text();
  const std::string_view verb = idle_verb(text, lists);
  if (verb.empty()) return;
  // What comes behind the first sentence may be the step.
  if (text.find(". ") != std::string_view::npos || text.find(';') != std::string_view::npos) return;
  const auto begin = static_cast<std::uint32_t>(verb.data() - text.data());
  sink.at(item, value.locate({0, static_cast<std::uint32_t>(text.size())}),
          "this step has no action, only \"" + std::string(text.substr(begin, verb.size())) +
              "\"; write it as a paragraph, or say who does what");
}

}  // namespace

/// Every step says what somebody does. An item whose only verb is a form of "be" or one of a state
/// ("depends") is reported. For a list of steps. Options are lists of words: `be`, `states`,
/// `participles`, `articles`, `prepositions` and `breaks`.
BoundCheck not_a_step(Value options, const Vocabulary& vocabulary) {
  Lists lists;
  const std::pair<std::string_view, WordSet*> known[] = {{"be", &lists.be},
                                                         {"states", &lists.states},
                                                         {"participles", &lists.participles},
                                                         {"articles", &lists.articles},
                                                         {"prepositions", &lists.prepositions},
                                                         {"breaks", &lists.breaks}};
  if (options) {
    for (const Value option : options.children()) {
      WordSet* set = nullptr;
      for (const auto& [name, words] : known) {
        if (option.key().text() == name) set = words;
      }
      if (set == nullptr) {
        return unknown_option(option, "be, states, participles, articles, prepositions, breaks");
      }
      if (auto error = WordSet::read(option, *set)) return *std::move(error);
    }
  }
  WordLists& sought = vocabulary.sought->words;
  WordList idle(sought, lists.be.words());
  for (const std::string_view word : lists.states.words()) idle.add(sought, word);
  return [lists = std::move(lists), idle](Value list, Sink& sink) {
    if (!list.is(Kind::list)) return;
    const Texts& texts = sink.texts(list.document());
    texts.for_each_item(list, [&](const Texts::Text& text) {
      if (idle.is_among(text.lists)) check_step(item_of(texts.value(text)), lists, sink);
    });
  };
}

}  // namespace proclint
