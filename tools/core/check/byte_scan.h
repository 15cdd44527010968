#pragma once

#ifdef __x86_64__
#include <immintrin.h>
#endif

#include <bit>
#include <cstddef>
#include <cstdint>

namespace proclint {

/// What the bytes of a text are: a bit for each of up to 64.
struct ByteMasks {
  std::uint64_t alnum = 0;    ///< letters and digits of ASCII
  std::uint64_t capital = 0;  ///< A to Z
  std::uint64_t space = 0;    ///< 20
  std::uint64_t high = 0;     ///< no ASCII
};

inline constexpr std::size_t kMaskedBytes = 64;
/// How far behind the begin of what is looked at bytes are read.
inline constexpr std::size_t kBytesRead = kMaskedBytes + 16;
inline constexpr std::size_t kPlainBytes = 16;

#ifdef __x86_64__
/// Reads 16 bytes at once, as every processor of the family can.
struct NarrowMasks {
  /// Looks at `size` bytes, from 1 to kMaskedBytes; kBytesRead may be read, and the bits of those
  /// behind mean nothing.
  static ByteMasks of(const char* at, std::size_t size) {
    ByteMasks out;
    for (std::size_t i = 0; i < size; i += 16) {
      const __m128i block = load(at + i);
      const __m128i letter = within(_mm_or_si128(block, _mm_set1_epi8(0x20)), 'a', 26);
      out.alnum |= mask(_mm_or_si128(letter, within(block, '0', 10))) << i;
      // The bit that tells small letters from capital ones becomes the highest.
      out.capital |= mask(_mm_andnot_si128(_mm_slli_epi16(block, 2), letter)) << i;
      out.space |= mask(_mm_cmpeq_epi8(block, _mm_set1_epi8(' '))) << i;
      out.high |= mask(block) << i;
    }
    return out;
  }
  /// How many bytes are printable ASCII before the first that is not, of kPlainBytes.
  static std::size_t plain_run(const char* at) {
    return static_cast<std::size_t>(std::countr_one(mask(within(load(at), ' ', 0x7F - ' '))));
  }

 private:
  static __m128i load(const char* at) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  }
  static std::uint64_t mask(__m128i bytes) {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes));
  }
  // The `count` bytes from `first` on. They become the lowest of all signed numbers.
  static __m128i within(__m128i bytes, int first, int count) {
    const __m128i moved = _mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>(0x80 - first)));
    return _mm_cmpgt_epi8(_mm_set1_epi8(static_cast<char>(count - 0x80)), moved);
  }
};

/// The same, 32 bytes at once: for functions that are compiled for such processors.
struct WideMasks {
  [[gnu::target("avx2,bmi,bmi2")]] static ByteMasks of(const char* at, std::size_t size) {
    ByteMasks out = of_32(at);
    if (size <= 32) return out;
    const ByteMasks more = of_32(at + 32);
    out.alnum |= more.alnum << 32U;
    out.capital |= more.capital << 32U;
    out.space |= more.space << 32U;
    out.high |= more.high << 32U;
    return out;
  }

 private:
  [[gnu::target("avx2,bmi,bmi2")]] static ByteMasks of_32(const char* at) {
    const __m256i block = load(at);
    const __m256i letter = within(_mm256_or_si256(block, _mm256_set1_epi8(0x20)), 'a', 26);
    return {mask(_mm256_or_si256(letter, within(block, '0', 10))),
            mask(_mm256_andnot_si256(_mm256_slli_epi16(block, 2), letter)),
            mask(_mm256_cmpeq_epi8(block, _mm256_set1_epi8(' '))), mask(block)};
  }
  [[gnu::target("avx2,bmi,bmi2")]] static __m256i load(const char* at) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
  }
  [[gnu::target("avx2,bmi,bmi2")]] static std::uint64_t mask(__m256i bytes) {
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(bytes));
  }
  [[gnu::target("avx2,bmi,bmi2")]] static __m256i within(__m256i bytes, int first, int count) {
    const __m256i moved = _mm256_add_epi8(bytes, _mm256_set1_epi8(static_cast<char>(0x80 - first)));
    return _mm256_cmpgt_epi8(_mm256_set1_epi8(static_cast<char>(count - 0x80)), moved);
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
      if (byte == ' ') out.space |= bit;
      if (byte >= 0x80) out.high |= bit;
    }
    return out;
  }
  static std::size_t plain_run(const char* at) {
    std::size_t run = 0;
    while (run < kPlainBytes && at[run] >= ' ' && at[run] < 0x7F) ++run;
    return run;
  }
};
#endif

}  // namespace proclint
