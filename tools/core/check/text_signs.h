#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>

#include "core/check/texts.h"

namespace proclint {

/// What signs tell of a text. Of a sign, the byte behind it and the one behind that: what each of
/// the three may be a part of. A text has what all three agree upon.
class Signs {
 public:
  /// The facts of texts.h. Those beyond it are for the scan of a text.
  static constexpr TextFacts kPublic = (1U << 20U) - 1;
  static constexpr TextFacts kIsUnit = 1U << 23U;  ///< Words tells whether it belongs to a word

  constexpr Signs();

  /// Of a sign with two bytes behind it.
  TextFacts facts_of(const char* at) const {
    const auto byte = [at](std::size_t i) { return static_cast<unsigned char>(at[i]); };
    return first_[byte(0)] & second_[byte(1)] & third_[byte(2)];
  }
  /// Of a sign with nothing behind it.
  TextFacts facts_of_last(char sign) const {
    return first_[static_cast<unsigned char>(sign)] & kAlways;
  }

  /// Without what only the scan knows.
  static TextFacts public_facts(TextFacts facts) {
    return (facts & kPublic) | ((facts & kAnyHidden) != 0 ? kHasHidden : 0) |
           ((facts & kAnyMojibake) != 0 ? kHasMojibake : 0);
  }

 private:
  static constexpr TextFacts kHiddenLatin = 1U << 20U;        // in C2 80 to C2 AD
  static constexpr TextFacts kHiddenPunctuation = 1U << 21U;  // in E2 80
  static constexpr TextFacts kHiddenOperator = 1U << 27U;     // in E2 81
  static constexpr TextFacts kHiddenOther = 1U << 22U;        // in another block
  static constexpr TextFacts kMojibakeByte =
      1U << 25U;  // C3 xx before what stands for a byte above 7F
  static constexpr TextFacts kMojibakeBlank = 1U << 26U;  // C3 82 before a blank
  static constexpr TextFacts kAnyMojibake = kMojibakeByte | kMojibakeBlank;
  static constexpr TextFacts kAnyHidden =
      kHiddenLatin | kHiddenPunctuation | kHiddenOperator | kHiddenOther;
  static constexpr TextFacts kAlways =
      kHasAngle | kHasSemicolon | kHasStraightQuote | kHiddenOther | kIsUnit;

  using Table = std::array<TextFacts, 256>;

  static constexpr void put(Table& table, std::initializer_list<unsigned> bytes, TextFacts facts) {
    for (const unsigned byte : bytes) table[byte] |= facts;
  }
  static constexpr void put_range(Table& table, unsigned first, unsigned last, TextFacts facts) {
    for (unsigned byte = first; byte <= last; ++byte) table[byte] |= facts;
  }

  Table first_{};
  Table second_{};
  Table third_{};
};

constexpr Signs::Signs() {
  put_range(second_, 0, 255, kAlways);
  put_range(third_, 0, 255, ~(kHiddenPunctuation | kHasCurlyQuote | kAnyMojibake));
  put(first_, {'.', '!', '?'}, kHasEndInside);
  put_range(second_, 0, 255, kHasEndInside);
  for (unsigned byte = 0; byte < 256; ++byte) {
    const bool is_letter = (byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z';
    const bool is_digit = byte >= '0' && byte <= '9';
    if (is_letter || is_digit) second_[byte] &= ~kHasEndInside;
  }
  // The last byte of a French quote, single or double, too.
  put(first_, {'<', '>', 0xBA, 0xBB}, kHasAngle);
  put(first_, {','}, kHasComma);
  put(second_, {' '}, kHasComma);
  put(first_, {';'}, kHasSemicolon);
  put(first_, {'-'}, kHasDash);
  put(second_, {'-'}, kHasDash);
  put_range(second_, '0', '9', kHasDash);
  put(first_, {'\'', '"'}, kHasStraightQuote);
  put(first_, {0xE2}, kHasCurlyQuote);
  put(second_, {0x80}, kHasCurlyQuote);
  put(third_, {0x98, 0x99, 0x9C, 0x9D}, kHasCurlyQuote);
  put(first_, {'-', '\'', 0xC2, 0xE2}, kIsUnit);
  // See mojibake.cc: the letter that stands for a first byte, and how those begin that stand for
  // the bytes from 80 to BF.
  put(first_, {0xC3}, kAnyMojibake);
  put_range(second_, 0x82, 0xB4, kMojibakeByte);
  put(third_, {0xC2, 0xC5, 0xC6, 0xCB, 0xE2}, kMojibakeByte);
  put(second_, {0x82}, kMojibakeBlank);
  put(third_, {' '}, kMojibakeBlank);
  // See find_invisible.
  put_range(first_, 0, 0x1F, kHiddenOther);
  put(first_, {0x7F, 0xD8, 0xE1, 0xE3, 0xEE, 0xEF, 0xF3, 0xF4}, kHiddenOther);
  first_['\t'] = first_['\n'] = 0;
  put(first_, {0xC2}, kHiddenLatin);
  put_range(second_, 0x80, 0xA0, kHiddenLatin);
  put(second_, {0xAD}, kHiddenLatin);
  put(first_, {0xE2}, kHiddenPunctuation | kHiddenOperator);
  put(second_, {0x80}, kHiddenPunctuation);
  put(second_, {0x81}, kHiddenOperator);
  put_range(third_, 0x80, 0x8F, kHiddenPunctuation);
  put_range(third_, 0xA8, 0xAF, kHiddenPunctuation);
}

inline constexpr Signs kSigns;

}  // namespace proclint
