#include "core/read/yaml_bytes.h"

#include <algorithm>
#include <cstddef>

#include "core/source/byte_window.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

// A bracket or comma costs the library 400 bytes until its line ends.
constexpr std::size_t kMaxFlowSigns = 250'000;
// Each tag is looked up among all of them.
constexpr std::size_t kMaxTagDirectives = 100;

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

Diagnostic refusal(Span span, std::string message) {
  Diagnostic finding;
  finding.rule = "syntax-error";
  finding.span = span;
  finding.message = std::move(message);
  return finding;
}

std::optional<Diagnostic> refuse_control(std::string_view text) {
  constexpr std::size_t kBlock =
      4096;  // no branch on a byte, so that the compiler may vectorize it
  for (std::size_t at = 0; at < text.size(); at += kBlock) {
    const std::string_view block = text.substr(at, kBlock);
    bool found = false;
    for (const char c : block) found |= is_control(c);
    if (!found) continue;
    const auto i = static_cast<std::uint32_t>(
        at + static_cast<std::size_t>(std::find_if(block.begin(), block.end(), is_control) -
                                      block.begin()));
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(text[i]);
    return refusal({i, i + 1}, std::string("a control character (U+00") + kDigits[byte >> 4U] +
                                   kDigits[byte & 15U] + "); remove it");
  }
  return std::nullopt;
}

std::optional<Diagnostic> refuse_line(std::string_view text, std::size_t begin, std::size_t end) {
  if (end - begin <= kMaxFlowSigns) return std::nullopt;
  std::size_t count = 0;
  for (std::size_t at = begin; at < end; ++at) {
    const char c = text[at];
    if (c != ',' && c != '[' && c != '{' && c != ']' && c != '}') continue;
    if (++count <= kMaxFlowSigns) continue;
    const auto place = static_cast<std::uint32_t>(at);
    return refusal({place, place + 1}, "more than " + std::to_string(kMaxFlowSigns) +
                                           " brackets and commas on one line; break it into lines");
  }
  return std::nullopt;
}

std::optional<Diagnostic> refuse_lines(std::string_view text) {
  std::size_t directives = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (auto refused = refuse_line(text, at, end)) return refused;
    if (text[at] == '%' && text.substr(at).starts_with("%TAG") &&
        ++directives > kMaxTagDirectives) {
      const auto place = static_cast<std::uint32_t>(at);
      return refusal({place, place + 4}, "more than " + std::to_string(kMaxTagDirectives) +
                                             " lines that begin with %TAG; remove them");
    }
    at = end + 1;
  }
  return std::nullopt;
}

// Whether all bytes are printable ASCII or line feeds.
bool is_common(ByteWindow window) {
  return ((window.is_uncommon() & ~window.equal('\n')) | window.equal('\x7F')) == 0;
}

bool is_printable(char32_t c) {
  if (c < 0xA0) return c >= ' ' && c < 0x7F;
  return c != 0x2028 && c != 0x2029 && c != 0xFEFF && (c & 0xFFFEU) != 0xFFFE;
}

}  // namespace

std::optional<Diagnostic> refuse_yaml_bytes(std::string_view text) {
  if (auto refused = refuse_control(text)) return refused;
  return refuse_lines(text);
}

bool is_simple_yaml_text(std::string_view text) {
  if (text.size() > kMaxFlowSigns) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      if (end - at > kMaxFlowSigns) return false;
      at = end + 1;
    }
  }
  for (std::size_t at = 0; at < text.size();) {
    if (at + ByteWindow::kSize <= text.size() && is_common(ByteWindow(text.data() + at))) {
      at += ByteWindow::kSize;
      continue;
    }
    // Character by character behind the window, or to the end.
    for (const std::size_t end = at + ByteWindow::kSize; at < end && at < text.size();) {
      if (text[at] == '\n' || text.substr(at, 2) == "\r\n") {
        ++at;
        continue;
      }
      const utf8::Step step = utf8::decode(text.substr(at));
      if (!step.valid || !is_printable(step.codepoint)) return false;
      at += step.size;
    }
  }
  return true;
}

bool mask_yaml_tabs(std::string_view text, std::string& copy) {
  bool found = false;
  for (std::size_t tab = text.find('\t'); tab != std::string_view::npos;
       tab = text.find('\t', tab + 1)) {
    std::size_t begin = tab;
    while (begin > 0 && text[begin - 1] == ' ') --begin;
    const std::size_t end = std::min(text.find_first_not_of(" \t", tab), text.size());
    const char next = end < text.size() ? text[end] : '\n';
    const bool is_risk = begin > 0 && text[begin - 1] == ':' &&
                         (next == '?' || next == ':' || next == '|' || next == '>' || next == '-');
    if (is_risk) {
      if (!found) copy.assign(text);
      found = true;
      std::fill(copy.begin() + static_cast<std::ptrdiff_t>(tab),
                copy.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    }
    tab = end - 1;
  }
  return found;
}

}  // namespace proclint
