#include "core/check/schema_nearest.h"

#include <algorithm>
#include <array>
#include <vector>

namespace proclint {
namespace {

// Names are short; longer ones are no slips of the pen, and cost the square of their length.
constexpr std::size_t kMaxSize = 64;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// Optimal string alignment distance, case ignored; `limit` if it is not below that.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) >= limit) return limit;
  std::array<std::array<std::size_t, kMaxSize + 1>, 3> rows;
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  std::size_t least_of_last = 0;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& last = rows[(i + 2) % 3];
    const auto& before_last = rows[(i + 1) % 3];
    std::size_t least = row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool is_same = lower(a[i - 1]) == lower(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (is_same ? 0 : 1)});
      if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
          lower(a[i - 2]) == lower(b[j - 1])) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    // What follows is made of these two rows, and never smaller.
    if (std::min(least, least_of_last) >= limit) return limit;
    least_of_last = least;
  }
  return std::min(rows[a.size() % 3][b.size()], limit);
}

}  // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.empty() || word.size() > kMaxSize) return {};
  std::size_t best = std::max<std::size_t>(word.size() / 3, 1) + 1;
  std::string_view found;
  for (const std::string_view candidate : candidates) {
    if (candidate.empty() || candidate.size() > kMaxSize) continue;
    // A word of one or two letters with one of them changed is another word.
    const std::size_t limit = std::min({best, word.size(), candidate.size()});
    const std::size_t between = distance(word, candidate, limit);
    if (between >= limit) continue;
    best = between;
    found = candidate;
  }
  return found;
}

}  // namespace proclint
