#pragma once

#include <cstddef>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace proclint {

/// Sixteen bytes of a text, asked together. Bit i of an answer is that of byte i.
class ByteWindow {
 public:
  static constexpr std::size_t kSize = 16;

#ifdef __SSE2__
  explicit ByteWindow(const char* at)
      : bytes_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at))) {}

  unsigned equal(char c) const { return bits(_mm_cmpeq_epi8(bytes_, _mm_set1_epi8(c))); }
  /// One of the signs.
  template <char... signs>
  unsigned is_any_of() const {
    return bits((_mm_cmpeq_epi8(bytes_, _mm_set1_epi8(signs)) | ...));
  }
  /// Control characters below the blank.
  unsigned is_control() const {
    return bits(_mm_cmpeq_epi8(_mm_min_epu8(bytes_, _mm_set1_epi8(' ' - 1)), bytes_));
  }
  /// Control characters below the blank, and all beyond ASCII.
  unsigned is_uncommon() const { return bits(_mm_cmplt_epi8(bytes_, _mm_set1_epi8(' '))); }
  /// Parts of characters beyond ASCII.
  unsigned is_foreign() const { return bits(bytes_); }

 private:
  static unsigned bits(__m128i bytes) { return static_cast<unsigned>(_mm_movemask_epi8(bytes)); }

  __m128i bytes_;
#else
  explicit ByteWindow(const char* at) : at_(at) {}

  unsigned equal(char c) const {
    return bits([c](char byte) { return byte == c; });
  }
  /// One of the signs.
  template <char... signs>
  unsigned is_any_of() const {
    return bits([](char byte) { return ((byte == signs) || ...); });
  }
  /// Control characters below the blank.
  unsigned is_control() const {
    return bits([](char byte) { return static_cast<unsigned char>(byte) < ' '; });
  }
  /// Control characters below the blank, and all beyond ASCII.
  unsigned is_uncommon() const {
    return bits([](char byte) { return static_cast<signed char>(byte) < ' '; });
  }
  /// Parts of characters beyond ASCII.
  unsigned is_foreign() const {
    return bits([](char byte) { return static_cast<signed char>(byte) < 0; });
  }

 private:
  template <class Predicate>
  unsigned bits(Predicate predicate) const {
    unsigned result = 0;
    for (unsigned i = 0; i < kSize; ++i) result |= (predicate(at_[i]) ? 1U : 0U) << i;
    return result;
  }

  const char* at_;
#endif
};

}  // namespace proclint
