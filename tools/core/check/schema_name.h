#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace proclint {
namespace schema_name_detail {

template <class Word>
std::uint64_t word_at(const char* at) {
  Word word;
  std::memcpy(&word, at, sizeof word);
  return word;
}

inline std::uint64_t mixed(std::uint64_t state, std::uint64_t word) {
  state = (state ^ word) * 0x9E3779B97F4A7C15ULL;
  return state ^ (state >> 32U);
}

}  // namespace schema_name_detail

/// Hash of a property's name, eight bytes a step.
inline std::uint64_t hash_name(std::string_view name) {
  using schema_name_detail::mixed;
  using schema_name_detail::word_at;
  const char* const at = name.data();
  const std::size_t size = name.size();
  if (size >= 8) {
    std::uint64_t state = size;
    for (std::size_t i = 0; i + 8 < size; i += 8) {
      state = mixed(state, word_at<std::uint64_t>(at + i));
    }
    return mixed(state, word_at<std::uint64_t>(at + size - 8));
  }
  if (size >= 4) {
    const std::uint64_t first = word_at<std::uint32_t>(at);
    return mixed(size, first << 32U | word_at<std::uint32_t>(at + size - 4));
  }
  if (size == 0) return 0;
  const std::uint64_t first = word_at<std::uint8_t>(at);
  const std::uint64_t middle = word_at<std::uint8_t>(at + size / 2);
  return mixed(size, first << 16U | middle << 8U | word_at<std::uint8_t>(at + size - 1));
}

/// Names of the same size that are that short differ if and only if their hashes do: all of their
/// bytes go into one step of hash_name(), which can be undone.
inline bool is_short(std::string_view name) { return name.size() <= 8; }

}  // namespace proclint
