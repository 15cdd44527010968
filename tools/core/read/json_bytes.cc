#include "core/read/json_bytes.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <cstdint>

#include "core/read/json_scalar.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::size_t kMaxRuns = 1000;
constexpr std::size_t kShownBytes = 8;

// The next run of undecodable bytes at or after `from`; empty at the end of the text.
Span next_run(std::string_view text, std::size_t from) {
  const std::size_t begin = std::min(utf8::find_invalid(text, from), text.size());
  std::size_t end = begin;
  while (end < text.size()) {
    const utf8::Step step = utf8::decode(text.substr(end));
    if (step.valid) break;
    end += step.size;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::string hexadecimal(std::string_view bytes) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : bytes.substr(0, kShownBytes)) {
    const auto byte = static_cast<unsigned char>(c);
    if (!out.empty()) out += ' ';
    out += "0x";
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 15U];
  }
  if (bytes.size() > kShownBytes) out += " ...";
  return out;
}

Diagnostic undecodable(const Source& source, Span run) {
  Diagnostic finding;
  finding.rule = "invalid-utf8";
  finding.span = run;
  finding.message = (run.size() == 1 ? "the byte " : "the bytes ") +
                    hexadecimal(source.slice(run)) + " at offset " + std::to_string(run.begin) +
                    (run.size() == 1 ? " is" : " are") +
                    " no UTF-8; save the file as UTF-8, or type the character again";
  return finding;
}

// Only a number of this size or more can be too big: 1e309.
constexpr std::uint32_t kSmallestBigNumber = 5;

}  // namespace

bool replace_undecodable(std::string& copy) {
  bool found = false;
  for (Span run = next_run(copy, 0); !run.empty(); run = next_run(copy, run.end)) {
    std::fill(copy.begin() + run.begin, copy.begin() + run.end, '?');
    found = true;
  }
  return found;
}

bool report_undecodable(const Source& source, std::vector<Diagnostic>& diagnostics) {
  const std::string_view text = source.text();
  std::size_t count = 0;
  for (Span run = next_run(text, 0); !run.empty(); run = next_run(text, run.end)) {
    if (++count <= kMaxRuns) diagnostics.push_back(undecodable(source, run));
  }
  if (count <= kMaxRuns) return count != 0;
  diagnostics.back().message +=
      "; " + std::to_string(count - kMaxRuns) + " more places follow: is this file a text at all?";
  return true;
}

bool has_high_control(std::string_view text) {
  const auto is_high_control = [](char c) {
    return (static_cast<unsigned char>(c) & 0xF8U) == 0x18;
  };
  std::size_t at = 0;
#ifdef __SSE2__
  constexpr std::size_t kBlock = 64;
  for (; at + kBlock <= text.size(); at += kBlock) {
    const auto block = [&](std::size_t i) {
      return _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at + 16 * i));
    };
    const auto hits = [](__m128i bytes) {
      return _mm_cmpeq_epi8(_mm_and_si128(bytes, _mm_set1_epi8('\xF8')), _mm_set1_epi8(0x18));
    };
    const __m128i found = _mm_or_si128(_mm_or_si128(hits(block(0)), hits(block(1))),
                                       _mm_or_si128(hits(block(2)), hits(block(3))));
    if (_mm_movemask_epi8(found) != 0) return true;
  }
#endif
  const std::string_view rest = text.substr(at);
  return std::any_of(rest.begin(), rest.end(), is_high_control);
}

void hide_big_numbers(std::string& copy) {
  const auto size = static_cast<std::uint32_t>(copy.size());
  for (std::uint32_t at = 0; at < size;) {
    if (copy[at] == '"') {
      at = json_string_end(copy, at + 1);
      if (at == 0) return;
      continue;
    }
    if (copy[at] != '-' && (copy[at] < '0' || copy[at] > '9')) {
      ++at;
      continue;
    }
    const std::uint32_t end = json_number_end(copy, at);
    if (end >= at + kSmallestBigNumber && !continues_json_number(copy, end)) {
      const std::uint32_t digits = at + (copy[at] == '-' ? 1U : 0U);
      std::fill(copy.begin() + digits, copy.begin() + end, '0');
      copy[digits + 1] = '.';
    }
    at = std::max(end, at + 1);
  }
}

}  // namespace proclint
