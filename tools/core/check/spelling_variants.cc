#include "core/check/spelling_variants.h"

#include <algorithm>
#include <deque>
#include <mutex>
#include <string>
#include <vector>

namespace proclint {

struct SpellingVariants::Index {
  Value table;
  std::span<const std::uint64_t> carried;
  std::once_flag once;
  std::deque<std::string> texts;  // stay where they are
  std::vector<Form> forms;        // sorted by text

  void build() {
    if (!table) return;
    std::uint32_t variant = 0;
    for (const Value entry : table.find("variants").children()) {
      for (const Value ending : entry.find("endings").children()) {
        const std::string& us =
            texts.emplace_back(std::string(entry.find("us").text()) + std::string(ending.text()));
        const std::string& uk =
            texts.emplace_back(std::string(entry.find("uk").text()) + std::string(ending.text()));
        forms.push_back({us, uk, variant, false});
        forms.push_back({uk, us, variant, true});
      }
      ++variant;
    }
    std::sort(forms.begin(), forms.end(),
              [](const Form& a, const Form& b) { return a.text < b.text; });
  }
};

SpellingVariants::SpellingVariants() : index_(std::make_shared<Index>()) {}

SpellingVariants::SpellingVariants(Value table, std::span<const std::uint64_t> carried)
    : index_(std::make_shared<Index>()) {
  index_->table = table;
  index_->carried = carried;
}

const SpellingVariants::Index& SpellingVariants::index() const {
  std::call_once(index_->once, [this] { index_->build(); });
  return *index_;
}

const SpellingVariants::Form* SpellingVariants::find(std::string_view word) const {
  const std::vector<Form>& forms = index().forms;
  const auto at =
      std::lower_bound(forms.begin(), forms.end(), word,
                       [](const Form& form, std::string_view text) { return form.text < text; });
  return at != forms.end() && at->text == word ? &*at : nullptr;
}

SpellingVariants::Lists SpellingVariants::add_to(WordLists& words) const {
  if (!index_->carried.empty()) {
    const WordLists::Lists first = words.adopt(index_->carried, 2);
    if (first != 0) return {WordList(first), WordList(first << 1U)};
  }
  Lists out{WordList(words, {}), WordList(words, {})};
  if (!index_->table) return out;
  std::string word;
  for (const Value entry : index_->table.find("variants").children()) {
    for (const bool is_british : {false, true}) {
      const Value stem = entry.find(is_british ? "uk" : "us");
      for (const Value ending : entry.find("endings").children()) {
        word.assign(stem.text()).append(ending.text());
        (is_british ? out.british : out.american).add(words, word);
      }
    }
  }
  return out;
}

std::vector<std::uint64_t> SpellingVariants::carried_forms() const {
  WordLists words;
  (void)add_to(words);
  return words.table();
}

std::size_t SpellingVariants::form_count() const { return index().forms.size(); }

}  // namespace proclint
