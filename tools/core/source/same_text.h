#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace proclint {
namespace same_text_detail {

template <class Word>
bool differ(const char* a, const char* b) {
  Word left;
  Word right;
  std::memcpy(&left, a, sizeof left);
  std::memcpy(&right, b, sizeof right);
  return left != right;
}

}  // namespace same_text_detail

/// Whether two texts are equal, for short ones such as keys: by words, without a call.
inline bool is_same_text(std::string_view a, std::string_view b) {
  using same_text_detail::differ;
  const std::size_t size = a.size();
  if (size != b.size()) return false;
  const char* const left = a.data();
  const char* const right = b.data();
  if (size >= 8) {
    for (std::size_t i = 0; i + 8 < size; i += 8) {
      if (differ<std::uint64_t>(left + i, right + i)) return false;
    }
    return !differ<std::uint64_t>(left + size - 8, right + size - 8);
  }
  if (size >= 4) {
    return !differ<std::uint32_t>(left, right) &&
           !differ<std::uint32_t>(left + size - 4, right + size - 4);
  }
  for (std::size_t i = 0; i < size; ++i) {
    if (left[i] != right[i]) return false;
  }
  return true;
}

}  // namespace proclint
