#include "core/check/word_set.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>

#include "core/check/options.h"

namespace proclint {
namespace {

// The same for both cases of a Latin letter.
std::size_t slot(std::string_view word) { return static_cast<unsigned char>(word.front()) & 31U; }
std::uint32_t bit(std::string_view word) { return std::uint32_t{1} << (word.size() & 31U); }

}  // namespace

std::optional<OptionError> WordSet::read(Value option, WordSet& out) {
  out = WordSet();
  std::vector<std::string_view> words;
  if (auto error = read_texts(option, words)) return error;
  for (const Value each : option.children()) {
    const std::string_view word = each.text();
    const bool is_small =
        std::none_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!is_small) return OptionError{each, "words are written in small letters here"};
    out.lengths_[slot(word)] |= bit(word);
    ++out.begins_[slot(word) + 1];
  }
  std::partial_sum(out.begins_.begin(), out.begins_.end(), out.begins_.begin());
  auto next = out.begins_;
  out.words_.resize(words.size());
  for (const std::string_view word : words) out.words_[next[slot(word)]++] = word;
  return std::nullopt;
}

bool WordSet::contains(std::string_view word) const {
  std::array<char, 24> small{};
  if (word.empty() || word.size() > small.size() || (lengths_[slot(word)] & bit(word)) == 0) {
    return false;
  }
  std::transform(word.begin(), word.end(), small.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const auto begin = words_.begin() + begins_[slot(word)];
  const auto end = words_.begin() + begins_[slot(word) + 1];
  return std::find(begin, end, std::string_view(small.data(), word.size())) != end;
}

}  // namespace proclint
