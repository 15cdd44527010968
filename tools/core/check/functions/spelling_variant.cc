#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/check/options.h"
#include "core/check/quote.h"
#include "core/check/text_edit.h"

namespace proclint {
namespace {

using Form = SpellingVariants::Form;

constexpr std::size_t kLongest = 24;  // letters; no word of the table has more

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || is_upper(c); }
// Of a word: other letters begin no word of the table, but go on with one.
bool is_word_byte(char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }
char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

const Form* form_of(std::string_view word, const SpellingVariants& variants) {
  std::array<char, kLongest> small{};
  if (word.size() > small.size()) return nullptr;
  std::transform(word.begin(), word.end(), small.begin(), lower);
  return variants.find({small.data(), word.size()});
}

struct Hit {
  Value text;
  Span place;
  const Form* form;
};

// Whether a capital says nothing: at the begin of the text or of a sentence. Elsewhere it makes a
// name, which keeps its spelling: "Centers for Disease Control".
bool begins_sentence(std::string_view text, std::size_t at) {
  const std::size_t last =
      at == 0 ? std::string_view::npos : text.find_last_not_of(" \"'(", at - 1);
  return last == std::string_view::npos || std::string_view(".!?:").find(text[last]) != text.npos;
}

// `sought` knows all forms of `variants`, and most other words not.
void find_in(Value text, const SpellingVariants& variants, const WordLists& sought,
             std::vector<Hit>& out) {
  const std::string_view all = text.text();
  for (std::size_t begin = 0; begin < all.size();) {
    if (!is_word_byte(all[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < all.size() && is_word_byte(all[end])) ++end;
    const std::string_view word = all.substr(begin, end - begin);
    const Form* form = sought.may_have(word_key(word)) ? form_of(word, variants) : nullptr;
    const bool is_all_upper = std::all_of(word.begin(), word.end(), is_upper);
    if (form != nullptr && (!is_upper(word[0]) || is_all_upper || begins_sentence(all, begin))) {
      out.push_back(
          {text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, form});
    }
    begin = end;
  }
}

// As the word is written: in small letters, with a capital, in capitals.
std::string in_case_of(std::string_view word, std::string_view form) {
  std::string out(form);
  const auto upper = [](char& c) { c = is_letter(c) ? static_cast<char>(c & 0x5F) : c; };
  const bool is_all_upper = word.size() > 1 && std::all_of(word.begin(), word.end(), is_upper);
  if (is_upper(word[0]))
    std::for_each(out.begin(), is_all_upper ? out.end() : out.begin() + 1, upper);
  return out;
}

struct Tally {
  std::size_t american = 0;
  std::size_t british = 0;
  bool is_british_first = false;

  void add(bool is_british) {
    if (american + british == 0) is_british_first = is_british;
    ++(is_british ? british : american);
  }
  bool is_mixed() const { return american > 0 && british > 0; }
};

// Whether British is wanted: by the words of that kind, else by all words, else by the first.
bool prefers_british(const Tally& word, const Tally& all) {
  if (word.british != word.american) return word.british > word.american;
  if (all.british != all.american) return all.british > all.american;
  return word.is_british_first;
}

void report(const Hit& hit, Sink& sink) {
  const std::string_view word =
      hit.text.text().substr(hit.place.begin, hit.place.end - hit.place.begin);
  const std::string wanted = in_case_of(word, hit.form->other);
  const std::string kind = hit.form->is_british ? "British" : "American";
  auto& found = sink.at(hit.text, hit.text.locate(hit.place),
                        quoted(word) + " is " + kind +
                            " spelling, but elsewhere the document has the other one; write " +
                            quoted(wanted));
  found.offer("value", std::string(word)).offer("expected", wanted);
  found.fix = replacement(hit.text, hit.place, wanted, "Write " + quoted(wanted), Safety::wording);
}

void compare(const std::vector<Hit>& hits, Sink& sink) {
  std::unordered_map<std::uint32_t, Tally> words;
  Tally all;
  for (const Hit& hit : hits) {
    words[hit.form->variant].add(hit.form->is_british);
    all.add(hit.form->is_british);
  }
  for (const Hit& hit : hits) {
    const Tally& word = words[hit.form->variant];
    if (word.is_mixed() && prefers_british(word, all) != hit.form->is_british) report(hit, sink);
  }
}

class SpellingCheck {
 public:
  explicit SpellingCheck(const Vocabulary& vocabulary)
      : variants_(vocabulary.spelling),
        sought_(vocabulary.sought->words),
        lists_(variants_.add_to(vocabulary.sought->words)) {}

  void operator()(Value root, Sink& sink) const {
    const Texts& texts = sink.texts(root.document());
    if (!has_both(texts.lists())) return;
    std::array<Value, 3> parts{root.find("title"), root.find("names"), root.find("sections")};
    Texts::Lists lists = 0;
    for (const Value part : parts) lists |= part ? texts.lists_below(part) : 0;
    if (!has_both(lists)) return;
    std::vector<Hit> hits;
    for (const Value part : parts) {
      if (!part) continue;
      texts.for_each(part, [&](const Texts::Text& text) {
        const bool may_be =
            lists_.american.is_among(text.lists) || lists_.british.is_among(text.lists);
        if (may_be) find_in(texts.value(text), variants_, sought_, hits);
      });
    }
    if (hits.size() > 1) compare(hits, sink);
  }

 private:
  bool has_both(Texts::Lists lists) const {
    return lists_.american.is_among(lists) && lists_.british.is_among(lists);
  }

  const SpellingVariants& variants_;
  const WordLists& sought_;
  SpellingVariants::Lists lists_;
};

}  // namespace

/// A word is spelled in one way throughout a document: "anesthesia" or "anaesthesia", with all its
/// endings. What is found is the spelling of the smaller number. Names, which have a capital inside
/// of a sentence, keep theirs.
BoundCheck spelling_variant(Value options, const Vocabulary& vocabulary) {
  if (options && options.size() > 0) return unknown_option(*options.children().begin(), "none");
  return Check(SpellingCheck(vocabulary));
}

}  // namespace proclint
