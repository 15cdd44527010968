#include "core/report/visible.h"

#include <algorithm>
#include <array>

#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr char32_t kZeroWidthNonJoiner = 0x200C;
constexpr char32_t kZeroWidthJoiner = 0x200D;
constexpr char32_t kBlackFlag = 0x1F3F4;  // flags of regions are spelled with tags behind it

struct Range {
  char32_t first;
  char32_t last;
};

// Default_Ignorable_Code_Point (Unicode 15, DerivedCoreProperties), controls, line separators,
// interlinear annotation marks; ascending.
constexpr std::array kRanges = {
    Range{0x0000, 0x001F},   Range{0x007F, 0x009F},   Range{0x00AD, 0x00AD},
    Range{0x034F, 0x034F},   Range{0x061C, 0x061C},   Range{0x115F, 0x1160},
    Range{0x17B4, 0x17B5},   Range{0x180B, 0x180F},   Range{0x200B, 0x200F},
    Range{0x2028, 0x202E},   Range{0x2060, 0x206F},   Range{0x3164, 0x3164},
    Range{0xFE00, 0xFE0F},   Range{0xFEFF, 0xFEFF},   Range{0xFFA0, 0xFFA0},
    Range{0xFFF0, 0xFFFB},   Range{0x1BCA0, 0x1BCA3}, Range{0x1D173, 0x1D17A},
    Range{0xE0000, 0xE0FFF},
};

bool is_variation_selector(char32_t c) {
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) ||
         (c >= 0x180B && c <= 0x180D) || c == 0x180F;
}

bool is_tag(char32_t c) { return c >= 0xE0020 && c <= 0xE007F; }

bool is_keycap_base(char32_t c) { return (c >= '0' && c <= '9') || c == '#' || c == '*'; }

bool is_plain(char c) { return c >= 0x20 && c < 0x7F; }

// Hangul fillers stand in for a missing jamo beside a real one.
bool is_jamo(char32_t c) { return c >= 0x1100 && c <= 0x11FF; }

}  // namespace

bool may_be_unprintable(char32_t codepoint) {
  const auto* range =
      std::lower_bound(kRanges.begin(), kRanges.end(), codepoint,
                       [](Range each, char32_t value) { return each.last < value; });
  return range != kRanges.end() && codepoint >= range->first;
}

bool Unprintable::operator()(char32_t codepoint) {
  bool hidden = may_be_unprintable(codepoint);
  if (hidden && before_ != 0) {
    if (codepoint == kZeroWidthJoiner || codepoint == kZeroWidthNonJoiner) {
      hidden = before_ < 0x80 || before_ == kZeroWidthJoiner || before_ == kZeroWidthNonJoiner;
    } else if (is_variation_selector(codepoint)) {
      hidden = (before_ < 0x80 && !is_keycap_base(before_)) || is_variation_selector(before_);
    } else if (is_tag(codepoint)) {
      hidden = !in_flag_;
    } else if (codepoint == 0x1160) {
      hidden = !is_jamo(before_);
    }
  }
  in_flag_ = codepoint == kBlackFlag || (in_flag_ && is_tag(codepoint));
  before_ = hidden ? 0 : codepoint;
  return hidden;
}

void append_escape(std::string& out, char32_t codepoint) {
  constexpr std::string_view digits = "0123456789abcdef";
  if (codepoint == '\n') return void(out += "\\n");
  if (codepoint == '\r') return void(out += "\\r");
  if (codepoint == '\t') return void(out += "\\t");
  const auto hexadecimal = [&](int count) {
    for (int i = count - 1; i >= 0; --i) out += digits[(codepoint >> (4U * unsigned(i))) & 0xFU];
  };
  if (codepoint < 0x100) {
    out += "\\x";
    hexadecimal(2);
  } else if (codepoint < 0x10000) {
    out += "\\u";
    hexadecimal(4);
  } else {
    out += "\\u{";
    hexadecimal(codepoint < 0x100000 ? 5 : 6);
    out += '}';
  }
}

void append_visible(std::string& out, std::string_view text) {
  const auto plain_end = std::find_if_not(text.begin(), text.end(), is_plain);
  std::size_t at = static_cast<std::size_t>(plain_end - text.begin());
  out.append(text.substr(0, at));
  if (at == text.size()) return;
  Unprintable is_unprintable;
  if (at > 0) is_unprintable(static_cast<char32_t>(text[at - 1]));
  while (at < text.size()) {
    const utf8::Step step = utf8::decode(text.substr(at, 4));
    if (is_unprintable(step.codepoint)) {
      append_escape(out, step.codepoint);
    } else {
      utf8::append(out, step.codepoint);
    }
    at += step.size;
  }
}

std::string visible(std::string_view text) {
  std::string out;
  append_visible(out, text);
  return out;
}

}  // namespace proclint
