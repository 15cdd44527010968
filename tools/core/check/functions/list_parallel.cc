#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/check/item_edit.h"
#include "core/check/options.h"
#include "core/check/word_set.h"
#include "core/check/words.h"

namespace proclint {
namespace {

constexpr std::size_t kFewestItems = 3;
// How far behind a pronoun the verb stands that makes it a sentence: "you may", "it often lasts".
constexpr std::size_t kVerbWithin = 2;

struct Lists {
  WordSet pronouns;
  WordSet verbs;     // finite ones
  WordSet requests;  // verbs that are no nouns: "take"
  WordSet articles;
  WordSet doing;  // verbs in -ing that are no nouns: "taking"
};

// How an item begins. `open`: may be a phrase or something that is not known here.
enum class Class : std::uint8_t { open, phrase, sentence, request, doing };
constexpr std::size_t kClasses = 5;

constexpr std::size_t kMostWordsOfPhrase = 3;

// Whether a text is so short that it hardly has a verb, and none that is known: then it can be
// taken for a phrase. A word that stands twice in a row counts once, and a period at the end says
// nothing: whoever mends either must not get another finding for it.
bool is_phrase(std::string_view text, const Lists& lists) {
  Words words(text);
  std::string_view before;
  std::size_t count = 0;
  while (words.next()) {
    if (is_same_word(words.word(), before)) continue;
    before = words.word();
    if (++count > kMostWordsOfPhrase || lists.verbs.contains(before)) return false;
  }
  return true;
}

// The same, told without a look at the text: false only if it is no phrase.
bool may_be_phrase(const Texts::Text& text) {
  return text.words <= kMostWordsOfPhrase || (text.facts & kHasRepeatedWord) != 0;
}

Class class_of(std::string_view text, const Lists& lists) {
  Words words(text);
  if (!words.next()) return Class::open;
  const std::string_view first = words.word();
  if (lists.articles.contains(first)) {
    return is_phrase(text, lists) ? Class::phrase : Class::open;
  }
  if (lists.requests.contains(first)) return Class::request;
  if (lists.doing.contains(first)) return Class::doing;
  if (!lists.pronouns.contains(first)) return Class::open;
  for (std::size_t i = 0; i < kVerbWithin && words.next(); ++i) {
    if (lists.verbs.contains(words.word())) return Class::sentence;
  }
  return Class::open;
}

struct FormWords {
  std::string_view one;
  std::string_view many;
};

FormWords words_for(Class kind) {
  switch (kind) {
    case Class::sentence:
      return {"is a sentence", "are sentences"};
    case Class::request:
      return {"says what to do", "say what to do"};
    case Class::doing:
      return {"begins with a verb in -ing", "begin with a verb in -ing"};
    case Class::open:
    case Class::phrase:
      break;
  }
  return {"is a phrase", "are phrases"};
}

class ParallelCheck {
 public:
  ParallelCheck(Lists lists, SoughtWords& sought)
      : lists_(std::move(lists)), begins_clearly_(sought.first_words, lists_.pronouns.words()) {
    for (const WordSet* set : {&lists_.requests, &lists_.doing}) {
      for (const std::string_view word : set->words())
        begins_clearly_.add(sought.first_words, word);
    }
  }

  void operator()(Value list, Sink& sink) const {
    if (!list.is(Kind::list) || list.size() < kFewestItems) return;
    const Texts& texts = sink.texts(list.document());
    const bool has_clear = texts.any_of(list, [&](const Texts::Text& text) {
      return begins_clearly_.is_among(text.first_lists) && text.list == list.id();
    });
    if (!has_clear) return;  // phrases, and what may be phrases
    std::array<std::size_t, kClasses> counts{};
    const std::size_t size = list.size();
    std::size_t with_text = 0;
    texts.for_each_item(list, [&](const Texts::Text& text) {
      const bool may_be_clear = begins_clearly_.is_among(text.first_lists) || may_be_phrase(text);
      const Class kind = may_be_clear ? class_of(texts.value(text).text(), lists_) : Class::open;
      ++counts[static_cast<std::size_t>(kind)];
      ++with_text;
    });
    if (with_text != size) return;
    const auto of = [&](Class kind) { return counts[static_cast<std::size_t>(kind)]; };
    // What is clear beside what is clear.
    for (const Class usual : {Class::phrase, Class::sentence, Class::request, Class::doing}) {
      if (3 * of(usual) < 2 * size) continue;
      if (of(usual) + of(Class::open) == size || !all_have_text(list)) return;
      return report(list, usual, of(usual), sink);
    }
    // A sentence among what may be phrases.
    const std::size_t phrases = of(Class::open) + of(Class::phrase);
    if (of(Class::sentence) == 0 || 3 * phrases < 2 * size) return;
    if (!all_have_text(list) || !are_phrases(list)) return;
    report(list, Class::phrase, phrases, sink);
  }

 private:
  // Of an item with two texts, which is another rule's matter, both were counted.
  static bool all_have_text(Value list) {
    const auto items = list.children();
    return std::all_of(items.begin(), items.end(),
                       [](Value item) { return static_cast<bool>(item_text(item)); });
  }

  bool are_phrases(Value list) const {
    for (const Value item : list.children()) {
      const std::string_view text = item_text(item).text();
      if (class_of(text, lists_) == Class::open && !is_phrase(text, lists_)) return false;
    }
    return true;
  }

  void report(Value list, Class usual, std::size_t count, Sink& sink) const {
    for (const Value item : list.children()) {
      const Value text = item_text(item);
      const Class kind = class_of(text.text(), lists_);
      if (kind == usual || kind == Class::open) continue;
      sink.at(item, text.locate({0, static_cast<std::uint32_t>(text.text().size())}),
              "this item " + std::string(words_for(kind).one) + ", but " + std::to_string(count) +
                  " of " + std::to_string(list.size()) + " items of the list " +
                  std::string(words_for(usual).many) + "; write all of them in one form");
    }
  }

  Lists lists_;
  WordList begins_clearly_;  // words that begin a sentence, a request or what is done
};

}  // namespace

/// The items of a list have one form: phrases, sentences ("You may feel hot"), requests ("Take a
/// pill") or verbs in -ing ("Taking a pill"). Where two thirds of three or more have one, the
/// others are reported, as far as their form is clear. For a list. Options are lists of words:
/// `pronouns`, `verbs`, `requests`, `articles` and `doing` (verbs in -ing).
BoundCheck list_parallel(Value options, const Vocabulary& vocabulary) {
  Lists lists;
  const std::pair<std::string_view, WordSet*> known[] = {{"pronouns", &lists.pronouns},
                                                         {"verbs", &lists.verbs},
                                                         {"requests", &lists.requests},
                                                         {"articles", &lists.articles},
                                                         {"doing", &lists.doing}};
  if (options) {
    for (const Value option : options.children()) {
      WordSet* set = nullptr;
      for (const auto& [name, words] : known) {
        if (option.key().text() == name) set = words;
      }
      if (set == nullptr) {
        return unknown_option(option, "pronouns, verbs, requests, articles, doing");
      }
      if (auto error = WordSet::read(option, *set)) return *std::move(error);
    }
  }
  return Check(ParallelCheck(std::move(lists), *vocabulary.sought));
}

}  // namespace proclint
