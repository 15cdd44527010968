#pragma once

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace proclint {

/// Looks through the bytes of a text once, a window of 64 at a time: a bit for each byte of what is
/// asked by its place, and whether there is any of what is not. Behind the text is nothing.
class ByteScan {
 public:
  std::uint64_t alnum = 0;  ///< of the last window: letters and digits of ASCII
  std::uint64_t blank = 0;  ///< ASCII up to 20
  std::uint64_t joint = 0;  ///< apostrophes and hyphens

  /// The next `size` bytes, at most 64; `room` bytes may be read at `at`.
  void next(const char* at, std::size_t size, std::size_t room) {
    alnum = blank = joint = 0;
    std::size_t begin = 0;
    for (; begin + kBlock <= size; begin += kBlock) add(load(at + begin), begin);
    if (begin < size) add(load_last(at + begin, size - begin, room - begin), begin);
  }

  // In all that was looked through.
  bool has_digit() const { return any(digits_); }
  bool has_inner_capital() const { return any_capital(); }  ///< not as the first character
  bool has_control() const { return any_control(); }        ///< ASCII below 20
  bool has_high() const { return any(highs_); }             ///< what is not ASCII

  static constexpr std::size_t kWindow = 64;

 private:
  static constexpr std::size_t kBlock = 16;
  static constexpr char kNothing = '\x7F';  // belongs to no class

#ifdef __SSE2__
  using Block = __m128i;

  static Block load(const char* at) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  }
  static Block load_last(const char* at, std::size_t size, std::size_t room) {
    static constexpr std::array<char, 2 * kBlock> kOnes = [] {
      std::array<char, 2 * kBlock> out{};
      for (std::size_t i = 0; i < kBlock; ++i) out[i] = '\xFF';
      return out;
    }();
    std::array<char, kBlock> copy;
    if (room < kBlock) {
      std::memcpy(copy.data(), at, size);
      at = copy.data();
    }
    const Block valid = load(kOnes.data() + kBlock - size);
    return _mm_or_si128(_mm_and_si128(valid, load(at)),
                        _mm_andnot_si128(valid, _mm_set1_epi8(kNothing)));
  }
  static bool any(Block bytes) { return _mm_movemask_epi8(bytes) != 0; }
  // The bit that tells small letters from capital ones becomes the highest.
  bool any_capital() const { return any(_mm_slli_epi16(capitals_, 2)); }
  bool any_control() const { return any(_mm_cmpeq_epi8(least_, up_to(least_, ' ' - 1))); }
  static Block up_to(Block bytes, char most) { return _mm_min_epu8(bytes, _mm_set1_epi8(most)); }
  // Bytes of which the unsigned distance from `first` is at most `count`.
  static Block within(Block bytes, char first, char count) {
    const Block distance = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
    return _mm_cmpeq_epi8(up_to(distance, count), distance);
  }

  void add(Block block, std::size_t begin) {
    const auto put = [begin](Block bytes, std::uint64_t& mask) {
      mask |= std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(bytes))} << begin;
    };
    const auto is = [block](char c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(c)); };
    const Block digit = within(block, '0', 9);
    const Block letter = within(_mm_or_si128(block, _mm_set1_epi8(0x20)), 'a', 25);
    put(_mm_or_si128(digit, letter), alnum);
    put(_mm_cmpeq_epi8(up_to(block, ' '), block), blank);
    put(_mm_or_si128(is('-'), is('\'')), joint);
    digits_ = _mm_or_si128(digits_, digit);
    const Block capital = _mm_and_si128(_mm_andnot_si128(block, letter), _mm_set1_epi8(0x20));
    capitals_ = _mm_or_si128(capitals_, _mm_and_si128(capital, inner_));
    inner_ = _mm_set1_epi8('\xFF');
    least_ = _mm_min_epu8(least_, block);
    highs_ = _mm_or_si128(highs_, block);
  }

  Block inner_ = _mm_slli_si128(_mm_set1_epi8('\xFF'), 1);  // all but the first character
  Block digits_ = _mm_setzero_si128();
  Block capitals_ = _mm_setzero_si128();
  Block least_ = _mm_set1_epi8('\xFF');
  Block highs_ = _mm_setzero_si128();
#else
  using Block = std::array<unsigned char, kBlock>;

  static Block load(const char* at) { return load_last(at, kBlock, kBlock); }
  static Block load_last(const char* at, std::size_t size, std::size_t /*room*/) {
    Block out;
    out.fill(kNothing);
    std::memcpy(out.data(), at, size);
    return out;
  }
  static bool any(bool has) { return has; }
  bool any_capital() const { return capitals_; }
  bool any_control() const { return controls_; }

  void add(const Block& block, std::size_t begin) {
    for (std::size_t i = 0; i < kBlock; ++i) {
      const unsigned byte = block[i];
      const std::uint64_t bit = std::uint64_t{1} << (begin + i);
      const bool is_digit = byte >= '0' && byte <= '9';
      const bool is_letter = (byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z';
      if (is_digit || is_letter) alnum |= bit;
      if (byte <= ' ') blank |= bit;
      if (byte == '-' || byte == '\'') joint |= bit;
      digits_ |= is_digit;
      capitals_ |= is_inner_ && byte >= 'A' && byte <= 'Z';
      is_inner_ = true;
      controls_ |= byte < ' ';
      highs_ |= byte >= 0x80;
    }
  }

  bool is_inner_ = false;
  bool digits_ = false;
  bool capitals_ = false;
  bool controls_ = false;
  bool highs_ = false;
#endif
};

}  // namespace proclint
