#include "core/check/sentences.h"

#include <algorithm>
#include <array>

namespace proclint {
namespace {

bool is_one_of(std::string_view word, std::string_view list) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (list.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

bool is_end(char c) { return c == '.' || c == '!' || c == '?'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

bool ends_in_abbreviation(std::string_view text) {
  const std::size_t begin = text.find_last_of(" \t\n(") + 1;
  std::array<char, 8> buffer{};
  const std::string_view token = text.substr(begin);
  if (token.size() > buffer.size()) return false;
  std::transform(token.begin(), token.end(), buffer.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const std::string_view word(buffer.data(), token.size());
  if (is_one_of(word,
                "etc. approx. vs. dr. mr. mrs. prof. no. st. inc. jr. sr. min. max. hr. hrs. "
                "sec. oz. lb. lbs. tsp. tbsp. tel. ext. ca. cf.")) {
    return true;
  }
  // "a.m.", "e.g.", "U.S."
  if (word.size() < 4 || word.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < word.size(); i += 2) {
    if (word[i] < 'a' || word[i] > 'z' || word[i + 1] != '.') return false;
  }
  return true;
}

std::size_t next_sentence(std::string_view text, std::size_t from) {
  for (std::size_t at = from; (at = text.find_first_of(".!?", at)) != std::string_view::npos;) {
    std::size_t end = at + 1;
    while (end < text.size() && is_end(text[end])) ++end;
    const std::size_t closed = std::min(text.find_first_not_of("\"')", end), text.size());
    const std::size_t next = text.find_first_not_of(" \t\n", closed);
    if (next == std::string_view::npos) return next;
    const bool is_short = text[at] == '.' && ends_in_abbreviation(text.substr(0, end));
    if (next > closed && is_capital(text[next]) && !is_short) return next;
    at = end;
  }
  return std::string_view::npos;
}

}  // namespace proclint
