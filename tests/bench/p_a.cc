#include "bench/p_a.h"

#include <emmintrin.h>
#include <rapidjson/document.h>

namespace proclint::bench {
namespace {

bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

// Size of the well-formed sequence at `at` (Unicode 15, table 3-7), which is not ASCII; 0 if there
// is none.
std::size_t sequence_size(const unsigned char* at, std::size_t left) {
  const unsigned char first = at[0];
  if (first < 0xC2 || first > 0xF4 || left < 2) return 0;
  const unsigned char second = at[1];
  if (!is_continuation(second)) return 0;
  if (first < 0xE0) return 2;
  if (left < 3 || !is_continuation(at[2])) return 0;
  if (first < 0xF0) {
    const bool is_overlong = first == 0xE0 && second < 0xA0;
    const bool is_surrogate = first == 0xED && second > 0x9F;
    return is_overlong || is_surrogate ? 0 : 3;
  }
  if (left < 4 || !is_continuation(at[3])) return 0;
  const bool is_overlong = first == 0xF0 && second < 0x90;
  const bool is_beyond = first == 0xF4 && second > 0x8F;
  return is_overlong || is_beyond ? 0 : 4;
}

bool is_utf8(const char* bytes, std::size_t size) {
  std::size_t i = 0;
  while (i < size) {
    if (i + 16 <= size) {
      const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + i));
      if (_mm_movemask_epi8(block) == 0) {
        i += 16;
        continue;
      }
    }
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    const std::size_t step =
        sequence_size(reinterpret_cast<const unsigned char*>(bytes + i), size - i);
    if (step == 0) return false;
    i += step;
  }
  return true;
}

}  // namespace

int p_a(char* bytes, std::size_t size) {
  if (!is_utf8(bytes, size)) return -1;
  bytes[size] = '\0';
  rapidjson::Document document;
  document.ParseInsitu(bytes);
  if (document.HasParseError() || !document.IsObject()) return -1;
  return static_cast<int>(document.MemberCount());
}

}  // namespace proclint::bench
