#include "core/check/schema_program.h"

#include <cstring>

namespace proclint {
namespace {

template <class Word>
std::uint64_t word_at(const char* at) {
  Word word;
  std::memcpy(&word, at, sizeof word);
  return word;
}

std::uint64_t mixed(std::uint64_t state, std::uint64_t word) {
  state = (state ^ word) * 0x9E3779B97F4A7C15ULL;
  return state ^ (state >> 32U);
}

}  // namespace

std::uint32_t hash_name(std::string_view name) {
  const char* const at = name.data();
  const std::size_t size = name.size();
  std::uint64_t state = size;
  if (size >= 8) {
    for (std::size_t i = 0; i + 8 < size; i += 8)
      state = mixed(state, word_at<std::uint64_t>(at + i));
    state = mixed(state, word_at<std::uint64_t>(at + size - 8));
  } else if (size >= 4) {
    const std::uint64_t first = word_at<std::uint32_t>(at);
    state = mixed(state, first << 32U | word_at<std::uint32_t>(at + size - 4));
  } else if (size > 0) {
    const std::uint64_t first = word_at<std::uint8_t>(at);
    const std::uint64_t middle = word_at<std::uint8_t>(at + size / 2);
    state = mixed(state, first << 16U | middle << 8U | word_at<std::uint8_t>(at + size - 1));
  }
  return static_cast<std::uint32_t>(state >> 16U);
}

}  // namespace proclint
