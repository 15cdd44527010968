#ifdef __x86_64__
#include <immintrin.h>
#endif

#include <array>
#include <bit>
#include <cstdint>

#include "core/check/spelling_variants.h"

namespace proclint {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_one_of(char c, std::string_view letters) {
  return letters.find(c) != std::string_view::npos;
}

// Whether a sign begins at `at`. What stands around it tells most other words apart: "does",
// "your", "treatment", "pulled".
bool is_sign(std::string_view text, std::size_t at) {
  const auto byte = [text](std::size_t i) { return i < text.size() ? text[i] : ' '; };
  const char before = at == 0 ? ' ' : text[at - 1];
  const char next = byte(at + 1);
  const char third = byte(at + 2);
  const char fourth = byte(at + 3);
  switch (text[at]) {
    case 'a':
    case 'A':
      return next == 'e' && is_one_of(third, "smdct");  // anaesthetic, haem-, paed-, aetiology
    case 'o':
    case 'O':
      if (next == 'e') return is_one_of(third, is_letter(before) ? "talu" : "ds");
      if (next != 'u') return false;
      return (third == 'r' && is_one_of(before, "lmdivbpng")) || (third == 'l' && before == 'm');
    case 't':
    case 'b':
      return next == 'r' && third == 'e' && (!is_letter(fourth) || is_one_of(fourth, "sd"));
    case 'l':
      if (next == 'p') return third == 'h' && before == 'u';  // sulphate
      return next == 'l' && is_one_of(before, "ea") &&
             ((third == 'e' && is_one_of(fourth, "dr")) || (third == 'i' && fourth == 'n'));
    case 'm':
      return next == 'm' && third == 'e' && before == 'a';  // programme
    case 'g':
      return next == 'u' && third == 'e' && before == 'o';  // catalogue
    case 'i':
    case 'y':
      return next == 'z' && is_one_of(third, "eia");  // sterilize, analyze
    default:
      return false;
  }
}

// Three sets of letters: where one of each stands side by side, a sign may begin.
struct Letters {
  std::string_view first;
  std::string_view second;
  std::string_view third;  // empty: any byte
};

constexpr std::array<Letters, 8> kSigns{{{"aAoO", "e", ""},
                                         {"o", "u", "rl"},
                                         {"tb", "r", "e"},
                                         {"l", "l", "ei"},
                                         {"m", "m", "e"},
                                         {"g", "u", "e"},
                                         {"l", "p", "h"},
                                         {"iy", "z", "eia"}}};

// By the lower and the upper four bits of a byte: a bit for each sign that it may stand in.
struct Nibbles {
  std::array<std::uint8_t, 16> low{};
  std::array<std::uint8_t, 16> high{};
};

constexpr Nibbles nibbles_of(std::string_view Letters::*place) {
  Nibbles out;
  for (std::size_t sign = 0; sign < kSigns.size(); ++sign) {
    const auto bit = static_cast<std::uint8_t>(1U << sign);
    const std::string_view letters = kSigns[sign].*place;
    for (std::size_t i = 0; letters.empty() && i < out.low.size(); ++i) {
      out.low[i] |= bit;
      out.high[i] |= bit;
    }
    for (const char c : letters) {
      out.low[static_cast<unsigned char>(c) & 15U] |= bit;
      out.high[static_cast<unsigned char>(c) >> 4U] |= bit;
    }
  }
  return out;
}

constexpr Nibbles kFirst = nibbles_of(&Letters::first);
constexpr Nibbles kSecond = nibbles_of(&Letters::second);
constexpr Nibbles kThird = nibbles_of(&Letters::third);

unsigned signs_with(const Nibbles& nibbles, char c) {
  const auto byte = static_cast<unsigned char>(c);
  return static_cast<unsigned>(nibbles.low[byte & 15U] & nibbles.high[byte >> 4U]);
}

#ifdef __x86_64__
constexpr std::size_t kBlock = 32;
constexpr std::size_t kBehind = 2;  // bytes behind a block that are looked at

[[gnu::target("avx2")]] inline __m256i table_of(const std::array<std::uint8_t, 16>& nibbles) {
  return _mm256_broadcastsi128_si256(
      _mm_loadu_si128(reinterpret_cast<const __m128i*>(nibbles.data())));
}

// As signs_with, of 32 bytes.
[[gnu::target("avx2")]] inline __m256i signs_with(const Nibbles& nibbles, const char* at) {
  const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
  const __m256i mask = _mm256_set1_epi8(15);
  const __m256i high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), mask);
  return _mm256_and_si256(_mm256_shuffle_epi8(table_of(nibbles.low), _mm256_and_si256(bytes, mask)),
                          _mm256_shuffle_epi8(table_of(nibbles.high), high));
}

// Goes on from `at` to a sign, or as far as blocks reach; whether it is one.
[[gnu::target("avx2")]] bool skip_to_sign(std::string_view text, std::size_t& at) {
  for (; at + kBlock + kBehind <= text.size(); at += kBlock) {
    const char* const block = text.data() + at;
    const __m256i signs = _mm256_and_si256(
        _mm256_and_si256(signs_with(kFirst, block), signs_with(kSecond, block + 1)),
        signs_with(kThird, block + 2));
    const __m256i none = _mm256_cmpeq_epi8(signs, _mm256_setzero_si256());
    for (auto bits = ~static_cast<unsigned>(_mm256_movemask_epi8(none)); bits != 0;
         bits &= bits - 1) {
      const std::size_t i = at + static_cast<std::size_t>(std::countr_zero(bits));
      if (!is_sign(text, i)) continue;
      at = i;
      return true;
    }
  }
  return false;
}
#endif

}  // namespace

std::size_t find_spelling_sign(std::string_view text, std::size_t from) {
  std::size_t at = from;
#ifdef __x86_64__
  static const bool kHasBlocks = __builtin_cpu_supports("avx2") != 0;
  if (kHasBlocks && skip_to_sign(text, at)) return at;
#endif
  for (; at + 2 < text.size(); ++at) {
    const bool may_be = (signs_with(kFirst, text[at]) & signs_with(kSecond, text[at + 1]) &
                         signs_with(kThird, text[at + 2])) != 0;
    if (may_be && is_sign(text, at)) return at;
  }
  return std::string_view::npos;
}

}  // namespace proclint
