#include "core/print/yaml_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/source/byte_window.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

enum ByteClass : std::uint8_t {
  kInside = 1,    // stands in a plain text, ":" and "#" looked at apart
  kFirst = 2,     // and may begin one
  kDigit = 4,     //
  kLower = 8,     // a lower-case letter
  kForeign = 16,  // part of a character beyond ASCII
  kBlank = 32,
  kSign = 64  // ends a plain text before or behind a blank
};

constexpr std::array<std::uint8_t, 256> byte_classes() {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t c = ' '; c < 0x7F; ++c) table[c] = kInside;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) table[c] = kInside | kFirst;
  for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = kInside | kFirst | kLower;
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = kInside | kFirst | kDigit;
  for (std::size_t c = 0x80; c < 0x100; ++c) table[c] = kInside | kFirst | kForeign;
  for (const char c : {'(', '/', '$'}) table[static_cast<unsigned char>(c)] |= kFirst;
  for (const char c : {':', '#'}) table[static_cast<unsigned char>(c)] |= kSign;
  table[' '] |= kBlank;
  return table;
}

constexpr std::array<std::uint8_t, 256> kClasses = byte_classes();

std::uint8_t class_of(char c) { return kClasses[static_cast<unsigned char>(c)]; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// YAML 1.2.2, production 1, without what YAML 1.1 or an editor takes for a line end or for a byte
// order mark. Tab and line feed are decided by the caller.
bool is_printable(char32_t c) {
  if (c < 0x20 || c == 0x7F) return false;
  if (c >= 0x80 && c < 0xA0) return false;
  if (c == 0x2028 || c == 0x2029 || c == 0xFEFF) return false;
  return (c & 0xFFFEU) != 0xFFFE;  // noncharacters: some parsers refuse them
}

bool is_printable_text(std::string_view text) {
  while (!text.empty()) {
    const utf8::Step step = utf8::decode(text);
    if (!step.valid || (!is_printable(step.codepoint) && step.codepoint != '\n')) return false;
    text.remove_prefix(step.size);
  }
  return true;
}

// The words that YAML 1.1 or 1.2 read as something else, in any case.
bool is_word_of_yaml(std::string_view text) {
  constexpr std::size_t kLongest = 5;
  if (text.size() > kLongest) return false;
  std::array<char, kLongest> folded{};
  std::transform(text.begin(), text.end(), folded.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  constexpr std::array<std::string_view, 9> kWords{"y",   "n",    "yes",   "no",  "on",
                                                   "off", "true", "false", "null"};
  return std::find(kWords.begin(), kWords.end(), std::string_view(folded.data(), text.size())) !=
         kWords.end();
}

// "2026-10-01 08:00:00" is a time for YAML 1.1.
bool begins_like_date(std::string_view text) {
  constexpr std::size_t kYear = 4;
  return text.size() > kYear && text[kYear] == '-' &&
         std::all_of(text.begin(), text.begin() + kYear, is_digit);
}

// Whether there is a blank, and nothing but printable ASCII without the signs that may mean more.
bool is_common_sentence(std::string_view text) {
  if (text.size() < ByteWindow::kSize) return false;
  unsigned blanks = 0;
  const auto is_common = [&blanks](const char* at) {
    const ByteWindow window(at);
    blanks |= window.equal(' ');
    return (window.is_uncommon() | window.is_any_of<'\x7F', ':', '#'>()) == 0;
  };
  const char* const last = text.data() + text.size() - ByteWindow::kSize;
  for (const char* at = text.data(); at < last; at += ByteWindow::kSize) {
    if (!is_common(at)) return false;
  }
  return is_common(last) && blanks != 0;
}

void append_escape(char32_t c, std::string& out) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const int digits = c <= 0xFF ? 2 : c <= 0xFFFF ? 4 : 8;
  out += '\\';
  out += digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
  for (int i = digits - 1; i >= 0; --i) out += kHex[(c >> (4U * static_cast<unsigned>(i))) & 0xFU];
}

void append_quoted(char32_t c, std::string_view bytes, std::string& out) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\0':
      out += "\\0";
      return;
    default:
      if (is_printable(c)) {
        out += bytes;
      } else {
        append_escape(c, out);
      }
      return;
  }
}

}  // namespace

bool is_plain_yaml(std::string_view text) {
  if (text.empty() || (class_of(text.front()) & kFirst) == 0) return false;
  if (text.back() == ' ' || text.back() == ':') return false;
  if (is_common_sentence(text)) return !begins_like_date(text);
  unsigned all = kInside;
  unsigned any = 0;
  for (const char c : text) {
    all &= class_of(c);
    any |= class_of(c);
  }
  if (all == 0) return false;
  const bool is_ended = (any & kSign) != 0 && (any & kBlank) != 0 &&
                        (text.find(": ") != text.npos || text.find(" #") != text.npos);
  if (is_ended) return false;
  if ((any & kBlank) == 0) {
    if (is_digit(text.front()) || is_word_of_yaml(text)) return false;
    // G24.3, E0114, PT15M: a digit and no lower-case letter.
    if ((any & (kDigit | kLower | kForeign)) == kDigit) return false;
  } else if (begins_like_date(text)) {
    return false;
  }
  return (any & kForeign) == 0 || is_printable_text(text);
}

void append_quoted_yaml(std::string_view text, std::string& out) {
  out += '"';
  std::size_t done = 0;  // bytes before it stand in `out`
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if ((class_of(c) & (kInside | kForeign)) == kInside && c != '"' && c != '\\') {
      ++i;
      continue;
    }
    const utf8::Step step = utf8::decode(text.substr(i));
    out += text.substr(done, i - done);
    append_quoted(step.codepoint, step.valid ? text.substr(i, step.size) : "\uFFFD", out);
    i += step.size;
    done = i;
  }
  out += text.substr(done);
  out += '"';
}

bool is_literal_yaml(std::string_view text) {
  // Blanks or blank lines at the begin would need a digit in the header, and at the end of a line
  // or text nobody sees them; editors take them away.
  if (text.empty() || text.front() == '\n' || text.front() == ' ') return false;
  if (text.find('\n') == std::string_view::npos || text.ends_with("\n\n")) return false;
  if (text.back() == ' ' || text.find(" \n") != std::string_view::npos) return false;
  return is_printable_text(text);
}

void append_literal_yaml(std::string_view text, std::size_t indent, std::string& out) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end != 0) out.append(indent, ' ').append(text.substr(0, end));
    out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace proclint
