#include "core/check/invisible.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>
#include <iterator>

#include "core/source/utf8.h"

namespace proclint {
namespace {

// Whether each of the bytes from `at` is printable ASCII or a line feed.
constexpr std::size_t kBlock = 64;
#ifdef __SSE2__
bool is_plain_block(const char* at) {
  constexpr std::size_t kStep = 16;
  __m128i other = _mm_setzero_si128();
  for (std::size_t i = 0; i < kBlock; i += kStep) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + i));
    // As signed numbers, bytes from 80 are below the printable ones too.
    const __m128i is_low = _mm_cmpgt_epi8(_mm_set1_epi8(' '), block);
    const __m128i is_feed = _mm_cmpeq_epi8(block, _mm_set1_epi8('\n'));
    const __m128i is_delete = _mm_cmpeq_epi8(block, _mm_set1_epi8('\x7F'));
    other = _mm_or_si128(other, _mm_or_si128(_mm_andnot_si128(is_feed, is_low), is_delete));
  }
  return _mm_movemask_epi8(other) == 0;
}
#else
bool is_plain_block(const char* at) {
  return std::all_of(at, at + kBlock, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0x20 && byte < 0x7F) || c == '\n';
  });
}
#endif

// Bytes that begin an invisible character; the rest is decided by the code point.
constexpr std::array<bool, 256> make_suspects() {
  std::array<bool, 256> out{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) out[byte] = byte != '\t' && byte != '\n';
  for (const unsigned byte :
       {0x7FU, 0xC2U, 0xD8U, 0xE1U, 0xE2U, 0xE3U, 0xEEU, 0xEFU, 0xF3U, 0xF4U}) {
    out[byte] = true;
  }
  return out;
}

constexpr std::array<bool, 256> kSuspects = make_suspects();

struct Named {
  char32_t first;
  char32_t last;
  InvisibleKind kind;
  std::string_view name;
};

// Unicode 15: names of the characters; sorted.
constexpr Named kNamed[] = {
    {0x0000, 0x0000, InvisibleKind::control, "null character"},
    {0x0001, 0x0006, InvisibleKind::control, "control character"},
    {0x0007, 0x0007, InvisibleKind::control, "bell character"},
    {0x0008, 0x0008, InvisibleKind::control, "backspace"},
    {0x000B, 0x000B, InvisibleKind::control, "line tabulation"},
    {0x000C, 0x000C, InvisibleKind::control, "form feed"},
    {0x000D, 0x000D, InvisibleKind::control, "carriage return"},
    {0x000E, 0x001A, InvisibleKind::control, "control character"},
    {0x001B, 0x001B, InvisibleKind::control, "escape character"},
    {0x001C, 0x001F, InvisibleKind::control, "control character"},
    {0x007F, 0x007F, InvisibleKind::control, "delete character"},
    {0x0080, 0x0084, InvisibleKind::control, "control character"},
    {0x0085, 0x0085, InvisibleKind::control, "next line character"},
    {0x0086, 0x009F, InvisibleKind::control, "control character"},
    {0x00A0, 0x00A0, InvisibleKind::blank, "no-break space"},
    {0x00AD, 0x00AD, InvisibleKind::nothing, "soft hyphen"},
    {0x061C, 0x061C, InvisibleKind::direction, "arabic letter mark"},
    {0x180E, 0x180E, InvisibleKind::nothing, "mongolian vowel separator"},
    {0x2007, 0x2007, InvisibleKind::blank, "figure space"},
    {0x200B, 0x200B, InvisibleKind::nothing, "zero width space"},
    {0x200C, 0x200C, InvisibleKind::nothing, "zero width non-joiner"},
    {0x200D, 0x200D, InvisibleKind::nothing, "zero width joiner"},
    {0x200E, 0x200E, InvisibleKind::direction, "left-to-right mark"},
    {0x200F, 0x200F, InvisibleKind::direction, "right-to-left mark"},
    {0x2028, 0x2028, InvisibleKind::control, "line separator"},
    {0x2029, 0x2029, InvisibleKind::control, "paragraph separator"},
    {0x202A, 0x202A, InvisibleKind::direction, "left-to-right embedding"},
    {0x202B, 0x202B, InvisibleKind::direction, "right-to-left embedding"},
    {0x202C, 0x202C, InvisibleKind::direction, "pop directional formatting"},
    {0x202D, 0x202D, InvisibleKind::direction, "left-to-right override"},
    {0x202E, 0x202E, InvisibleKind::direction, "right-to-left override"},
    {0x202F, 0x202F, InvisibleKind::blank, "narrow no-break space"},
    {0x2060, 0x2060, InvisibleKind::nothing, "word joiner"},
    {0x2061, 0x2064, InvisibleKind::nothing, "invisible operator"},
    {0x2066, 0x2066, InvisibleKind::direction, "left-to-right isolate"},
    {0x2067, 0x2067, InvisibleKind::direction, "right-to-left isolate"},
    {0x2068, 0x2068, InvisibleKind::direction, "first strong isolate"},
    {0x2069, 0x2069, InvisibleKind::direction, "pop directional isolate"},
    {0x206A, 0x206F, InvisibleKind::nothing, "deprecated format character"},
    {0x3164, 0x3164, InvisibleKind::nothing, "hangul filler"},
    {0xE000, 0xF8FF, InvisibleKind::private_use, "private use character"},
    {0xFEFF, 0xFEFF, InvisibleKind::nothing, "byte order mark"},
    {0xFFA0, 0xFFA0, InvisibleKind::nothing, "halfwidth hangul filler"},
    {0xFFF9, 0xFFFB, InvisibleKind::nothing, "interlinear annotation character"},
    {0xE0001, 0xE007F, InvisibleKind::nothing, "tag character"},
    {0xF0000, 0xFFFFD, InvisibleKind::private_use, "private use character"},
    {0x100000, 0x10FFFD, InvisibleKind::private_use, "private use character"},
};

const Named* find_named(char32_t c) {
  const auto* at =
      std::upper_bound(std::begin(kNamed), std::end(kNamed), c,
                       [](char32_t value, const Named& row) { return value < row.first; });
  if (at == std::begin(kNamed)) return nullptr;
  --at;
  return c <= at->last ? at : nullptr;
}

char32_t codepoint_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < 4) {
    --begin;
    if ((static_cast<unsigned char>(text[begin]) & 0xC0U) != 0x80U) break;
  }
  return begin == at ? U' ' : utf8::decode(text.substr(begin, at - begin)).codepoint;
}

char32_t codepoint_at(std::string_view text, std::size_t at) {
  return at < text.size() ? utf8::decode(text.substr(at)).codepoint : U' ';
}

bool is_in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// Written from right to left: Hebrew to Arabic Extended-A, and their presentation forms.
bool is_right_to_left(char32_t c) {
  return is_in(c, 0x0590, 0x08FF) || is_in(c, 0xFB1D, 0xFDFF) || is_in(c, 0xFE70, 0xFEFE);
}

// Letters join, or form clusters, and a joiner decides which: Arabic and its neighbours, the
// scripts of India, South East Asia and Mongolia.
bool needs_joiners(char32_t c) {
  return is_in(c, 0x0600, 0x08FF) || is_in(c, 0x0900, 0x0DFF) || is_in(c, 0x0F00, 0x109F) ||
         is_in(c, 0x1780, 0x18AF) || is_in(c, 0xA840, 0xABFF) || is_in(c, 0xFB50, 0xFDFF) ||
         is_in(c, 0xFE70, 0xFEFE);
}

// Written without blanks between words: Thai, Lao, Tibetan, Burmese, Khmer.
bool needs_break_marks(char32_t c) { return is_in(c, 0x0E00, 0x109F) || is_in(c, 0x1780, 0x17FF); }

// Pictures, their variants and skin tones; what a joiner may stand between.
bool is_emoji(char32_t c) {
  return is_in(c, 0x1F000, 0x1FAFF) || is_in(c, 0x2190, 0x21FF) || is_in(c, 0x2300, 0x23FF) ||
         is_in(c, 0x2600, 0x27BF) || is_in(c, 0x2B00, 0x2BFF) || c == 0xFE0F || c == 0x20E3;
}

// How far a mark of direction may stand from the letter that it is for.
constexpr std::size_t kNear = 12;

bool is_beside_right_to_left(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = begin;
  for (std::size_t i = 0; i < kNear && at > 0; ++i) {
    if (is_right_to_left(codepoint_before(text, at))) return true;
    do {
      --at;
    } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  }
  at = end;
  for (std::size_t i = 0; i < kNear && at < text.size(); ++i) {
    if (is_right_to_left(codepoint_at(text, at))) return true;
    at += utf8::decode(text.substr(at)).size;
  }
  return false;
}

bool is_needed(std::string_view text, std::size_t begin, std::size_t end, char32_t c) {
  const char32_t before = codepoint_before(text, begin);
  const char32_t after = codepoint_at(text, end);
  switch (c) {
    case 0x200B:
      return needs_break_marks(before) || needs_break_marks(after);
    case 0x200C:
      return needs_joiners(before) && needs_joiners(after);
    case 0x200D:
      return needs_joiners(before) || (is_emoji(before) && is_emoji(after));
    case 0x061C:
    case 0x200E:
    case 0x200F:
      return is_beside_right_to_left(text, begin, end);
    case 0x180E:
      return is_in(before, 0x1800, 0x18AF);
    default:
      break;
  }
  // A flag is a picture and the tags that name it.
  return is_in(c, 0xE0020, 0xE007F) && (is_emoji(before) || is_in(before, 0xE0020, 0xE007E));
}

}  // namespace

std::string full_name(const Invisible& character) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  const char32_t c = character.codepoint;
  std::string out = "U+";
  for (unsigned shift = c > 0xFFFFF ? 24 : c > 0xFFFF ? 20 : 16; shift > 0;) {
    shift -= 4;
    out += kDigits[(c >> shift) & 15U];
  }
  return out.append(" ").append(character.name);
}

Invisible find_invisible(std::string_view text, std::size_t from, bool is_raw) {
  std::size_t at = from;
  while (at < text.size()) {
    if (at + kBlock <= text.size() && is_plain_block(text.data() + at)) {
      at += kBlock;
      continue;
    }
    const std::size_t end = std::min(at + kBlock, text.size());
    while (at < end) {
      if (!kSuspects[static_cast<unsigned char>(text[at])]) {
        ++at;
        continue;
      }
      const utf8::Step step = utf8::decode(text.substr(at));
      const Named* named = step.valid ? find_named(step.codepoint) : nullptr;
      const std::size_t next = at + step.size;
      const bool is_line_end =
          step.codepoint == '\r' && (!is_raw || (next < text.size() && text[next] == '\n'));
      if (named != nullptr && !is_line_end && !is_needed(text, at, next, step.codepoint)) {
        return {named->kind, named->name, step.codepoint, at, step.size};
      }
      at = next;
    }
  }
  return {};
}

}  // namespace proclint
