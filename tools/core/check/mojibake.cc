#include "core/check/mojibake.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr unsigned char kNone = 0;

// Windows-1252, bytes 80 to 9F; where it has none, the control character of that number stands.
constexpr std::array<char32_t, 32> kUpperHalf{
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

// The byte that stands for the character; none if it is no byte from 80 to BF. As ISO 8859-1, what
// is read as bytes 80 to 9F are control characters.
unsigned char byte_of(char32_t c) {
  if (c >= 0x80 && c <= 0xBF) return static_cast<unsigned char>(c);
  const auto* const found = std::find(kUpperHalf.begin(), kUpperHalf.end(), c);
  return found == kUpperHalf.end()
             ? kNone
             : static_cast<unsigned char>(0x80 + (found - kUpperHalf.begin()));
}

bool is_quote(char32_t c) {
  return c == 0xAB || c == 0xBB || c == 0xA0 || (c >= 0x2018 && c <= 0x201E) || c == 0x2039 ||
         c == 0x203A;
}

// One character that was read as several.
struct Sequence {
  std::size_t size = 0;     // in bytes of the text; 0: none
  std::string meant;        // as bytes; empty: lost
  bool is_certain = false;  // alone; others need a second one beside them
};

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// "â€" without the last byte of a closing quote, which Windows-1252 does not have.
Sequence cut_quote(std::string_view text) {
  constexpr std::string_view kBegin = "\xC3\xA2\xE2\x82\xAC";
  if (!text.starts_with(kBegin)) return {};
  const bool is_marked = text.substr(kBegin.size()).starts_with(kReplacement);
  return {kBegin.size() + (is_marked ? kReplacement.size() : 0), "\xE2\x80\x9D", true};
}

// "5Â mg": the no-break space behind it became a blank.
Sequence stray_letter(std::string_view text, char before) {
  const bool is_stray = text.starts_with("\xC3\x82 ") && !(before >= 'A' && before <= 'Z') &&
                        static_cast<unsigned char>(before) < 0x80;
  return is_stray ? Sequence{3, " ", true} : Sequence{};
}

// Which letters at the begin of a sequence hardly ever stand there by themselves: Â and Ã unless
// they end a word in capitals before a quote, â before a sign, ï before a few.
bool is_certain(unsigned char lead, char32_t second, char before) {
  if (lead == 0xC2 || lead == 0xC3) return !(before >= 'A' && before <= 'Z' && is_quote(second));
  const unsigned char next = byte_of(second);
  if (lead == 0xE2) return next == 0x80 || next == 0x82 || (next >= 0x84 && next <= 0x89);
  return lead == 0xEF && (next == 0xBB || next == 0xBC || next == 0xBF || next == 0xAC);
}

Sequence sequence_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const char before = at == 0 ? ' ' : text[at - 1];
  const utf8::Step first = utf8::decode(rest);
  if (first.codepoint < 0xC2 || first.codepoint > 0xF4 || !first.valid) return {};
  const auto lead = static_cast<unsigned char>(first.codepoint);
  const std::size_t more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  Sequence out{first.size, std::string(1, static_cast<char>(lead)), false};
  for (std::size_t i = 0; i < more; ++i) {
    const utf8::Step step = utf8::decode(rest.substr(out.size));
    const unsigned char byte = step.valid ? byte_of(step.codepoint) : kNone;
    if (byte == kNone) return lead == 0xC2 ? stray_letter(rest, before) : cut_quote(rest);
    if (i == 0) out.is_certain = is_certain(lead, step.codepoint, before);
    out.meant.push_back(static_cast<char>(byte));
    out.size += step.size;
  }
  const utf8::Step whole = utf8::decode(out.meant);
  if (!whole.valid || whole.size != out.meant.size()) return cut_quote(rest);
  // A no-break space would be the next thing to mend; a byte order mark is nothing.
  if (whole.codepoint == 0xA0) out.meant = " ";
  if (whole.codepoint == 0xFFFD) out.meant.clear();
  return out;
}

}  // namespace

std::optional<Mojibake> find_mojibake(std::string_view text, std::size_t from) {
  // Every letter that a sequence begins with is C3 and one more byte.
  for (std::size_t at = from; (at = text.find('\xC3', at)) != std::string_view::npos;) {
    Mojibake out{at, at, {}};
    std::size_t count = 0;
    bool is_any_certain = false;
    bool is_lost = false;
    for (Sequence next = sequence_at(text, at); next.size > 0; next = sequence_at(text, out.end)) {
      ++count;
      out.end += next.size;
      out.meant += next.meant;
      is_any_certain = is_any_certain || next.is_certain;
      is_lost = is_lost || next.meant.empty();
      if (out.end == text.size()) break;
    }
    if (!is_any_certain && count < 2) {
      at += 1;
      continue;
    }
    // Written, read wrongly and written again, once more or twice. What was meant is at most half
    // as long each time, so this ends soon.
    for (int round = 0; round < 2; ++round) {
      const auto again = find_mojibake(out.meant, 0);
      if (!again || again->meant.empty()) break;
      out.meant.replace(again->begin, again->end - again->begin, again->meant);
    }
    if (is_lost) out.meant.clear();
    return out;
  }
  return std::nullopt;
}

bool is_in_mojibake(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 12;  // bytes before the last character of a sequence
  for (std::size_t from = at < kLongest ? 0 : at - kLongest;;) {
    const auto found = find_mojibake(text.substr(0, std::min(text.size(), at + kLongest)), from);
    if (!found || found->begin > at) return false;
    if (at < found->end) return true;
    from = found->end;
  }
}

}  // namespace proclint
