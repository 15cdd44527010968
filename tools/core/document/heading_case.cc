#include "core/document/heading_case.h"

#include <algorithm>
#include <array>

namespace proclint {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool is_small_word(std::string_view word) {
  static constexpr std::array<std::string_view, 23> kWords{
      "a",  "an",  "and", "as", "at", "but", "by",  "for", "from", "in",  "into", "is",
      "it", "nor", "of",  "on", "or", "per", "the", "to",  "vs",   "via", "with"};
  return std::any_of(kWords.begin(), kWords.end(), [word](std::string_view small) {
    return word.size() == small.size() &&
           std::equal(word.begin(), word.end(), small.begin(),
                      [](char a, char b) { return (is_upper(a) ? a - 'A' + 'a' : a) == b; });
  });
}

// Calls `use(begin, size)` for each run of bytes that are no blanks.
template <class Use>
void each_word(std::string_view text, Use use) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t", at);
    if (begin == std::string_view::npos) return;
    at = std::min(text.find_first_of(" \t", begin), text.size());
    use(begin, at - begin);
  }
}

}  // namespace

HeadingCase heading_case(std::string_view heading) {
  const bool has_lower = std::any_of(heading.begin(), heading.end(), is_lower);
  const auto capitals = std::count_if(heading.begin(), heading.end(), is_upper);
  if (!has_lower && capitals >= 2) return HeadingCase::upper;
  bool is_first = true;
  bool begins_lower = false;
  std::size_t capitalised = 0;  // words after the first, neither small nor acronyms
  std::size_t plain = 0;
  each_word(heading, [&](std::size_t begin, std::size_t size) {
    const std::string_view word = heading.substr(begin, size);
    const bool has_inner = std::any_of(word.begin() + 1, word.end(), is_upper);
    if (is_first) {
      is_first = false;
      begins_lower = is_lower(word[0]) && !has_inner;
    } else if (!has_inner && !is_small_word(word)) {
      capitalised += is_upper(word[0]) ? 1U : 0U;
      plain += is_lower(word[0]) ? 1U : 0U;
    }
  });
  if (begins_lower) return HeadingCase::lower;
  if (plain > 0) return HeadingCase::sentence;
  return capitalised > 0 ? HeadingCase::title : HeadingCase::any;
}

std::string with_heading_case(std::string_view heading, HeadingCase wanted) {
  std::string out(heading);
  const bool was_upper = heading_case(heading) == HeadingCase::upper;
  bool is_first = true;
  each_word(heading, [&](std::size_t begin, std::size_t size) {
    char* const word = out.data() + begin;
    const bool has_inner = std::any_of(word + 1, word + size, is_upper);
    if (has_inner && !was_upper) {
      is_first = false;
      return;
    }
    const bool is_capital =
        is_first || (wanted == HeadingCase::title && !is_small_word({word, size}));
    for (std::size_t i = 0; i < size; ++i) {
      if (is_upper(word[i])) word[i] = static_cast<char>(word[i] - 'A' + 'a');
    }
    if (is_capital && is_lower(word[0])) word[0] = static_cast<char>(word[0] - 'a' + 'A');
    is_first = false;
  });
  return out;
}

}  // namespace proclint
