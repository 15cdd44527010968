#include "core/source/utf8.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <bit>

#include "core/source/byte_window.h"

namespace proclint::utf8 {
namespace {

unsigned byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

// Whether the 64 bytes at `at` are all ASCII.
bool is_ascii_window(const char* at) {
#ifdef __SSE2__
  const auto block = [at](std::size_t i) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at) + i);
  };
  const __m128i first = _mm_or_si128(block(0), block(1));
  return _mm_movemask_epi8(_mm_or_si128(first, _mm_or_si128(block(2), block(3)))) == 0;
#else
  for (std::size_t i = 0; i < 64; i += ByteWindow::kSize) {
    if (ByteWindow(at + i).is_foreign() != 0) return false;
  }
  return true;
#endif
}

}  // namespace

Step decode(std::string_view text) {
  if (text.empty()) return {};
  const unsigned first = byte_at(text, 0);
  if (first < 0x80) return {static_cast<char32_t>(first), 1, true};
  // Unicode 15, table 3-7: the second byte has a narrower range after some first bytes.
  unsigned low = 0x80;
  unsigned high = 0xBF;
  unsigned length = 0;
  char32_t value = 0;
  if (first >= 0xC2 && first <= 0xDF) {
    length = 2;
    value = first & 0x1FU;
  } else if (first >= 0xE0 && first <= 0xEF) {
    length = 3;
    value = first & 0x0FU;
    if (first == 0xE0) low = 0xA0;
    if (first == 0xED) high = 0x9F;
  } else if (first >= 0xF0 && first <= 0xF4) {
    length = 4;
    value = first & 0x07U;
    if (first == 0xF0) low = 0x90;
    if (first == 0xF4) high = 0x8F;
  } else {
    return {0xFFFD, 1, false};
  }
  for (unsigned i = 1; i < length; ++i) {
    if (i >= text.size()) return {0xFFFD, static_cast<std::uint8_t>(i), false};
    const unsigned next = byte_at(text, i);
    if (next < low || next > high) return {0xFFFD, static_cast<std::uint8_t>(i), false};
    value = (value << 6U) | (next & 0x3FU);
    low = 0x80;
    high = 0xBF;
  }
  return {value, static_cast<std::uint8_t>(length), true};
}

std::size_t find_invalid(std::string_view text, std::size_t from) {
  std::size_t at = from;
  while (at < text.size()) {
    if (at + 64 <= text.size() && is_ascii_window(text.data() + at)) {
      at += 64;
      continue;
    }
    if (at + ByteWindow::kSize <= text.size()) {
      const unsigned foreign = ByteWindow(text.data() + at).is_foreign();
      if (foreign == 0) {
        at += ByteWindow::kSize;
        continue;
      }
      at += static_cast<std::size_t>(std::countr_zero(foreign));
    } else if (byte_at(text, at) < 0x80) {
      ++at;
      continue;
    }
    const Step step = decode(text.substr(at));
    if (!step.valid) return at;
    at += step.size;
  }
  return std::string_view::npos;
}

std::size_t count_codepoints(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += decode(text.substr(at)).size;
  return count;
}

std::size_t count_utf16(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Step step = decode(text.substr(at));
    count += step.codepoint > 0xFFFF ? 2 : 1;
    at += step.size;
  }
  return count;
}

void append(std::string& out, char32_t codepoint) {
  const auto push = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (codepoint < 0x80) {
    push(codepoint);
  } else if (codepoint < 0x800) {
    push(0xC0U | (codepoint >> 6U));
    push(0x80U | (codepoint & 0x3FU));
  } else if (codepoint < 0x10000) {
    push(0xE0U | (codepoint >> 12U));
    push(0x80U | ((codepoint >> 6U) & 0x3FU));
    push(0x80U | (codepoint & 0x3FU));
  } else {
    push(0xF0U | (codepoint >> 18U));
    push(0x80U | ((codepoint >> 12U) & 0x3FU));
    push(0x80U | ((codepoint >> 6U) & 0x3FU));
    push(0x80U | (codepoint & 0x3FU));
  }
}

std::string repaired(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t done = 0;
  for (std::size_t at; (at = find_invalid(text, done)) != std::string_view::npos;) {
    out.append(text, done, at - done);
    append(out, 0xFFFD);
    done = at + decode(text.substr(at)).size;
  }
  return out.append(text, done);
}

}  // namespace proclint::utf8
