#include "core/check/words.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace proclint {
namespace {

using Class = Words::Class;

constexpr std::array<Class, 256> make_classes() {
  std::array<Class, 256> out{};
  for (std::size_t byte = 0; byte < 256; ++byte) {
    const bool is_digit = byte >= '0' && byte <= '9';
    const bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    if (is_digit || is_letter || byte >= 0x80) out[byte] = Class::word;
  }
  out[' '] = out['\t'] = out['\n'] = out['\r'] = Class::blank;
  out['\''] = out['-'] = Class::joint;
  out[0xC2] = Class::lead_c2;
  out[0xE2] = Class::lead_e2;
  return out;
}

constexpr std::array<Class, 256> kClasses = make_classes();

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

Class class_at(std::string_view text, std::size_t at) {
  return kClasses[static_cast<unsigned char>(text[at])];
}

#ifdef __SSE2__
struct Bits {
  std::uint64_t word = 0;   // letters, digits and what is not ASCII
  std::uint64_t joint = 0;  // apostrophes and hyphens
  std::uint64_t lead = 0;   // bytes that begin a sign or a letter; the next ones tell
};

Bits bits_of(const char* at) {
  const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  const auto is = [&](char c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(c)); };
  const auto between = [](__m128i bytes, char below, char above) {
    return _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(below)),
                         _mm_cmpgt_epi8(_mm_set1_epi8(above), bytes));
  };
  const auto mask = [](__m128i bytes) { return static_cast<unsigned>(_mm_movemask_epi8(bytes)); };
  const __m128i small = _mm_or_si128(block, _mm_set1_epi8(0x20));
  const __m128i ascii =
      _mm_or_si128(between(small, 'a' - 1, 'z' + 1), between(block, '0' - 1, '9' + 1));
  return {mask(ascii) | mask(block), mask(_mm_or_si128(is('-'), is('\''))),
          mask(_mm_or_si128(is('\xC2'), is('\xE2')))};
}

// Of the 64 bytes from `at` on; behind the end of the text none is set.
Bits bits_from(std::string_view text, std::size_t at) {
  constexpr std::size_t kBlock = 16;
  Bits all;
  for (std::size_t block = 0; block < 4 && at + kBlock * block < text.size(); ++block) {
    const std::string_view rest = text.substr(at + kBlock * block);
    std::array<char, kBlock> last;
    const char* bytes = rest.data();
    if (rest.size() < kBlock) {
      last.fill(0);
      std::memcpy(last.data(), bytes, rest.size());
      bytes = last.data();
    }
    const Bits bits = bits_of(bytes);
    all.word |= bits.word << (kBlock * block);
    all.joint |= bits.joint << (kBlock * block);
    all.lead |= bits.lead << (kBlock * block);
  }
  return all;
}
#endif

constexpr std::size_t kWindow = 63;  // and a byte more, for a joint at the end

// Lower case for ASCII, and for the capital letters of Latin-1, which are C3 80 to C3 9E.
unsigned folded(std::string_view word, std::size_t at) {
  const auto byte = static_cast<unsigned char>(word[at]);
  if (byte >= 'A' && byte <= 'Z') return byte + 0x20U;
  const bool is_latin_capital = byte >= 0x80 && byte <= 0x9E && byte != 0x97;
  if (is_latin_capital && at > 0 && static_cast<unsigned char>(word[at - 1]) == 0xC3) {
    return byte + 0x20U;
  }
  return byte;
}

}  // namespace

// Bytes C2 xx and E2 80 xx, E2 81 xx are the signs of Latin-1 and the general punctuation (Unicode
// 15, block names): no letters, but for a few.
Words::Unit Words::unit_at(std::string_view text, std::size_t at) {
  const Class kind = class_at(text, at);
  if (kind == Class::lead_c2) {
    const unsigned next = byte_at(text, at + 1);
    if (next == 0xA0) return {Class::blank, 2};
    const bool is_letter = next == 0xAA || next == 0xB5 || next == 0xBA;
    return {is_letter ? Class::word : Class::other, next == 0 ? 1U : 2U};
  }
  if (kind == Class::lead_e2) {
    const unsigned next = byte_at(text, at + 1);
    if ((next != 0x80 && next != 0x81) || at + 2 >= text.size()) return {Class::word, 1};
    const unsigned last = byte_at(text, at + 2);
    if (next == 0x80 && last == 0x99) return {Class::joint, 3};
    if (next == 0x80 && last == 0xAF) return {Class::blank, 3};
    return {Class::other, 3};
  }
  return {kind, 1};
}

// Reads the window that begins at `at`.
void Words::look_ahead(std::size_t at) {
  window_ = at;
#ifdef __SSE2__
  const Bits all = bits_from(text_, at);
  is_plain_ = all.lead == 0;
  // A window begins at a word or between two, so a joint in its first byte is none.
  ahead_ = all.word | (all.joint & (all.word << 1U) & (all.word >> 1U));
  ahead_ &= (std::uint64_t{1} << kWindow) - 1;
#endif
}

bool Words::next() {
  if (!is_plain_) return next_slowly();
  const bool has_before = end_ > begin_;
  const std::size_t before = end_;
  if (end_ >= window_ + kWindow) look_ahead(end_);
  if (!is_plain_) return next_slowly();
  const std::size_t seen = std::max(end_, window_) - window_;
  std::uint64_t left = ahead_ >> seen << seen;
  while (left == 0) {
    if (window_ + kWindow >= text_.size()) return false;
    look_ahead(window_ + kWindow);
    if (!is_plain_) return next_slowly();
    left = ahead_;
  }
  auto first = static_cast<std::size_t>(std::countr_zero(left));
  auto size = static_cast<std::size_t>(std::countr_one(left >> first));
  if (first + size >= kWindow && window_ + kWindow < text_.size()) {
    // Not wholly in the window: it is read again from the word on.
    if (first == 0) return next_slowly();
    look_ahead(window_ + first);
    if (!is_plain_) return next_slowly();
    first = 0;
    size = static_cast<std::size_t>(std::countr_one(ahead_));
    if (size >= kWindow) return next_slowly();
  }
  begin_ = window_ + first;
  end_ = begin_ + size;
  follows_directly_ = has_before;
  for (std::size_t at = before; at < begin_ && follows_directly_; ++at) {
    follows_directly_ = class_at(text_, at) == Class::blank;
  }
  return true;
}

bool Words::next_slowly() {
  const bool has_before = end_ > begin_;
  bool is_blank_only = true;
  std::size_t at = end_;
  while (at < text_.size() && class_at(text_, at) != Class::word) {
    const Unit unit = unit_at(text_, at);
    if (unit.kind == Class::word) break;
    is_blank_only = is_blank_only && unit.kind == Class::blank;
    at += unit.size;
  }
  if (at >= text_.size()) return false;
  begin_ = at;
  for (;;) {
    while (at < text_.size() && class_at(text_, at) == Class::word) ++at;
    if (at >= text_.size()) break;
    const Unit unit = unit_at(text_, at);
    if (unit.kind == Class::word) {
      at += unit.size;
      continue;
    }
    // A joint belongs to the word when the word goes on behind it.
    const std::size_t behind = at + unit.size;
    if (unit.kind != Class::joint || behind >= text_.size()) break;
    if (unit_at(text_, behind).kind != Class::word) break;
    at = behind;
  }
  end_ = std::min(at, text_.size());
  follows_directly_ = has_before && is_blank_only;
  return true;
}

bool is_same_word(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] != b[i] && folded(a, i) != folded(b, i)) return false;
  }
  return true;
}

std::uint64_t word_hash(std::string_view word) {
  // The bit that tells small letters from capital ones, in ASCII and Latin-1 alike: setting it in
  // every byte makes more words equal than is_same_word does, never fewer.
  constexpr std::uint64_t kSmall = 0x2020202020202020U;
  constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15U;  // 2^64 over the golden ratio
  std::uint64_t hash = word.size();
  while (!word.empty()) {
    std::uint64_t block = 0;
    const std::size_t size = std::min(word.size(), sizeof block);
    if (size == sizeof block) {
      std::memcpy(&block, word.data(), sizeof block);
    } else {
      for (std::size_t i = 0; i < size; ++i)
        block = block << 8U | static_cast<unsigned char>(word[i]);
    }
    hash = (hash ^ (block | kSmall)) * kPrime;
    hash ^= hash >> 32U;
    word.remove_prefix(size);
  }
  return hash;
}

}  // namespace proclint
