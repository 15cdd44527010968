#pragma once

#ifdef __x86_64__
#include <immintrin.h>
#endif

#include <cstddef>
#include <cstdint>

namespace proclint {

/// What the bytes of a text are: a bit for each of up to 64.
struct ByteMasks {
  std::uint64_t alnum = 0;    ///< letters and digits of ASCII
  std::uint64_t capital = 0;  ///< A to Z
  std::uint64_t blank = 0;    ///< ASCII up to 20
  std::uint64_t control = 0;  ///< ASCII below 20
};

inline constexpr std::size_t kMaskedBytes = 64;
/// How far behind the begin of what is looked at bytes are read.
inline constexpr std::size_t kBytesRead = kMaskedBytes + 16;

#ifdef __x86_64__
/// Reads 16 bytes at once, as every processor of the family can.
struct NarrowMasks {
  /// Looks at `size` bytes, from 1 to kMaskedBytes; kBytesRead may be read, and the bits of those
  /// behind mean nothing.
  static ByteMasks of(const char* at, std::size_t size) {
    ByteMasks out;
    for (std::size_t i = 0; i < size; i += 16) {
      const __m128i block = load(at + i);
      const __m128i letter = within(_mm_or_si128(block, _mm_set1_epi8(0x20)), 'a', 25);
      out.alnum |= mask(_mm_or_si128(letter, within(block, '0', 9))) << i;
      // The bit that tells small letters from capital ones becomes the highest.
      out.capital |= mask(_mm_andnot_si128(_mm_slli_epi16(block, 2), letter)) << i;
      out.blank |= mask(up_to(block, ' ')) << i;
      out.control |= mask(up_to(block, ' ' - 1)) << i;
    }
    return out;
  }
  /// Which of 16 bytes are no printable ASCII.
  static std::uint64_t odd_of_16(const char* at) {
    const __m128i block = load(at);
    const __m128i is_delete = _mm_cmpeq_epi8(block, _mm_set1_epi8('\x7F'));
    return mask(_mm_or_si128(block, _mm_or_si128(is_delete, up_to(block, ' ' - 1))));
  }

 private:
  static __m128i load(const char* at) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  }
  static std::uint64_t mask(__m128i bytes) {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes));
  }
  static __m128i up_to(__m128i bytes, char most) {
    return _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(most)), bytes);
  }
  // Bytes that are at most `most` above `first`, as unsigned numbers.
  static __m128i within(__m128i bytes, char first, char most) {
    return up_to(_mm_sub_epi8(bytes, _mm_set1_epi8(first)), most);
  }
};

/// The same, 32 bytes at once: for functions that are compiled for such processors.
struct WideMasks {
  [[gnu::target("avx2")]] static ByteMasks of(const char* at, std::size_t size) {
    ByteMasks out = of_32(at);
    if (size <= 32) return out;
    const ByteMasks more = of_32(at + 32);
    out.alnum |= more.alnum << 32U;
    out.capital |= more.capital << 32U;
    out.blank |= more.blank << 32U;
    out.control |= more.control << 32U;
    return out;
  }
  static std::uint64_t odd_of_16(const char* at) { return NarrowMasks::odd_of_16(at); }

 private:
  [[gnu::target("avx2")]] static ByteMasks of_32(const char* at) {
    const __m256i block = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
    const __m256i letter = within(_mm256_or_si256(block, _mm256_set1_epi8(0x20)), 'a', 25);
    return {mask(_mm256_or_si256(letter, within(block, '0', 9))),
            mask(_mm256_andnot_si256(_mm256_slli_epi16(block, 2), letter)), mask(up_to(block, ' ')),
            mask(up_to(block, ' ' - 1))};
  }
  [[gnu::target("avx2")]] static std::uint64_t mask(__m256i bytes) {
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(bytes));
  }
  [[gnu::target("avx2")]] static __m256i up_to(__m256i bytes, char most) {
    return _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, _mm256_set1_epi8(most)), bytes);
  }
  [[gnu::target("avx2")]] static __m256i within(__m256i bytes, char first, char most) {
    return up_to(_mm256_sub_epi8(bytes, _mm256_set1_epi8(first)), most);
  }
};
#else
/// Reads one byte after the other; see the others.
struct NarrowMasks {
  static ByteMasks of(const char* at, std::size_t size) {
    ByteMasks out;
    for (std::size_t i = 0; i < size; ++i) {
      const unsigned byte = static_cast<unsigned char>(at[i]);
      const std::uint64_t bit = std::uint64_t{1} << i;
      const bool is_letter = (byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z';
      if (is_letter || (byte >= '0' && byte <= '9')) out.alnum |= bit;
      if (is_letter && byte <= 'Z') out.capital |= bit;
      if (byte <= ' ') out.blank |= bit;
      if (byte < ' ') out.control |= bit;
    }
    return out;
  }
  static std::uint64_t odd_of_16(const char* at) {
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < 16; ++i) {
      const unsigned byte = static_cast<unsigned char>(at[i]);
      if (byte < ' ' || byte >= 0x7F) out |= std::uint64_t{1} << i;
    }
    return out;
  }
};
#endif

}  // namespace proclint
