#include "core/check/word_set.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/check/options.h"

namespace proclint {
namespace {

// The same for both cases of a Latin letter.
std::size_t slot(std::string_view word) { return static_cast<unsigned char>(word.front()) & 31U; }
std::uint32_t bit(std::string_view word) { return std::uint32_t{1} << (word.size() & 31U); }

}  // namespace

std::optional<OptionError> WordSet::read(Value option, WordSet& out) {
  if (auto error = read_texts(option, out.words_)) return error;
  for (const Value each : option.children()) {
    const std::string_view word = each.text();
    const bool is_small =
        std::none_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    out.lengths_[slot(word)] |= bit(word);
    if (!is_small) return OptionError{each, "words are written in small letters here"};
  }
  std::sort(out.words_.begin(), out.words_.end());
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
  return std::binary_search(words_.begin(), words_.end(),
                            std::string_view(small.data(), word.size()));
}

}  // namespace proclint
