#include "core/check/code_value.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/check/check_digit.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

// A message can show no more of them.
constexpr std::size_t kMaxCandidates = 4;
// Longer than any code with blanks and words around it; longer values are not looked into.
constexpr std::size_t kMaxValue = 64;

using CheckDigit = CodeSystems::CheckDigit;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_counting(char c) { return c >= '1' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c; }

bool is_snomed_code(std::string_view digits) {
  const SnomedId id = snomed_id(digits);
  // A description's identifier is well-formed; that it names no concept is another rule's matter.
  const bool is_code =
      id.partition == SnomedPartition::concept_id || id.partition == SnomedPartition::description;
  return is_code && (!id.is_long || digits.size() >= kLongSnomedSize) && is_verhoeff(digits);
}

// For a value that fits a form.
bool has_check_digit(const CodeSystems::System& system, std::string_view value) {
  switch (system.check_digit) {
    case CheckDigit::none:
      return true;
    case CheckDigit::snomed:
      return is_snomed_code(value);
    case CheckDigit::loinc:
      break;
  }
  if (loinc_digit(value.substr(0, value.size() - 2)) == value.back()) return true;
  return std::find(system.valid_by_decree.begin(), system.valid_by_decree.end(), value) !=
         system.valid_by_decree.end();
}

void add_candidate(std::vector<std::string>& out, std::string_view candidate) {
  if (out.size() < kMaxCandidates && std::find(out.begin(), out.end(), candidate) == out.end()) {
    out.emplace_back(candidate);
  }
}

// Capital letters of other scripts that look like Latin ones.
constexpr std::pair<char32_t, char> kTwins[] = {
    {U'\u0391', 'A'}, {U'\u0392', 'B'}, {U'\u0395', 'E'}, {U'\u0396', 'Z'}, {U'\u0397', 'H'},
    {U'\u0399', 'I'}, {U'\u039A', 'K'}, {U'\u039C', 'M'}, {U'\u039D', 'N'}, {U'\u039F', 'O'},
    {U'\u03A1', 'P'}, {U'\u03A4', 'T'}, {U'\u03A5', 'Y'}, {U'\u03A7', 'X'}, {U'\u0405', 'S'},
    {U'\u0406', 'I'}, {U'\u0408', 'J'}, {U'\u0410', 'A'}, {U'\u0412', 'B'}, {U'\u0415', 'E'},
    {U'\u041A', 'K'}, {U'\u041C', 'M'}, {U'\u041D', 'H'}, {U'\u041E', 'O'}, {U'\u0420', 'P'},
    {U'\u0421', 'C'}, {U'\u0422', 'T'}, {U'\u0425', 'X'}, {U'\u0417', '3'}, {U'\u043E', 'o'},
};

// What a character may have been typed for; '\0' for nothing at all.
char plain(char32_t c) {
  if (c < 0x80) return static_cast<char>(c);
  if (c >= 0xFF01 && c <= 0xFF5E) return static_cast<char>(c - 0xFF01 + '!');
  // Hyphen, non-breaking hyphen, figure, en and em dash, horizontal bar; minus sign; small and
  // full-width forms.
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63) return '-';
  if (c == 0x2024) return '.';
  for (const auto& [twin, letter] : kTwins) {
    if (twin == c) return letter;
  }
  return '\0';
}

constexpr char32_t kEllipsis = 0x2026;

bool is_unseen(char32_t c) {
  return c == 0xA0 || c == 0xAD || c == 0x202F || c == 0x2007 || (c >= 0x200B && c <= 0x200F) ||
         c == 0x2060 || c == 0xFEFF;
}

char digit_like(char c) {
  if (c == 'O' || c == 'o') return '0';
  return c == 'I' || c == 'l' || c == '|' ? '1' : '\0';
}

// Puts the characters of `typed` into the places of `form`, where a letter may also be the digit
// that looks like it.
class LookalikeSearch {
 public:
  LookalikeSearch(const CodeSystems::System& system, std::string_view typed,
                  std::vector<std::string>& out)
      : system_(system), typed_(typed), candidate_(typed), out_(out) {}

  // Depth is bounded by the places of a form, width by the tries.
  void run(const CodeForm& form, std::size_t at = 0) {
    if (tries_ == 0 || out_.size() >= kMaxCandidates) return;
    if (at == typed_.size()) {
      --tries_;
      if (form.fits(candidate_) && has_check_digit(system_, candidate_)) {
        add_candidate(out_, candidate_);
      }
      return;
    }
    for (const char c : {typed_[at], digit_like(typed_[at])}) {
      if (c == '\0' || !form.places[at].allows(c)) continue;
      candidate_[at] = c;
      run(form, at + 1);
    }
  }

 private:
  const CodeSystems::System& system_;
  std::string_view typed_;
  std::string candidate_;
  std::vector<std::string>& out_;
  std::size_t tries_ = 64;
};

// The letters and digits of `value` in the places of `form`; empty if they do not go there.
std::string respell(const CodeForm& form, std::string_view value) {
  static constexpr std::string_view kSeparators = " \t.,-_/";
  std::string out;
  std::size_t at = 0;
  for (const CodePlace& place : form.places) {
    if (const char separator = place.separator(); separator != '\0') {
      out += separator;
      continue;
    }
    while (at < value.size() && kSeparators.find(value[at]) != std::string_view::npos) ++at;
    if (at == value.size()) return {};
    const char c = value[at++];
    if (place.allows(c)) {
      out += c;
    } else if (is_letter(c) && place.allows(upper(c))) {
      out += upper(c);
    } else if (is_letter(c) && place.allows(lower(c))) {
      out += lower(c);
    } else {
      return {};
    }
  }
  while (at < value.size() && kSeparators.find(value[at]) != std::string_view::npos) ++at;
  return at == value.size() ? out : std::string();
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

bool is_word(std::string_view text, std::string_view word) {
  return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                    [](char a, char b) { return lower(a) == b; });
}

// Whether the letters and digits of both stand in groups of the same sizes: "12345 678 90" means
// "12345-678-90", and no other NDC.
bool has_same_groups(std::string_view a, std::string_view b) {
  const auto next_group = [](std::string_view& text) {
    const auto is_of_group = [](char c) { return is_digit(c) || is_letter(c); };
    while (!text.empty() && !is_of_group(text.front())) text.remove_prefix(1);
    std::size_t size = 0;
    while (size < text.size() && is_of_group(text[size])) ++size;
    text.remove_prefix(size);
    return size;
  };
  for (;;) {
    const std::size_t size = next_group(a);
    if (size != next_group(b)) return false;
    if (size == 0) return true;
  }
}

}  // namespace

CodeVerdict judge(const CodeSystems::System& system, std::string_view value) {
  if (system.has_form(value)) {
    return has_check_digit(system, value) ? CodeVerdict::ok : CodeVerdict::check_digit;
  }
  return lookalikes(system, value).empty() ? CodeVerdict::format : CodeVerdict::lookalike;
}

bool is_placeholder(std::string_view value) {
  const std::string_view text = trimmed(value);
  const bool is_marked = !text.empty() && text.front() == '<';
  // Nothing that keeps a place has another digit than 0, but for what "<" begins.
  if (!is_marked && std::any_of(text.begin(), text.end(), is_counting)) return false;
  static constexpr std::array<std::string_view, 14> kWords{
      "n/a", "na",      "none", "nil",  "null",    "tbd",     "tba",
      "tbc", "unknown", "todo", "code", "pending", "missing", "to be determined"};
  if (std::any_of(kWords.begin(), kWords.end(),
                  [&](std::string_view word) { return is_word(text, word); })) {
    return true;
  }
  if (text.size() > 1 && text.front() == '<' && text.back() == '>') return true;
  std::size_t zeros = 0;
  std::size_t crosses = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const utf8::Step step = utf8::decode(rest);
    rest.remove_prefix(step.size);
    if (is_unseen(step.codepoint) || step.codepoint == kEllipsis) continue;
    const char c = plain(step.codepoint);
    if (c == '0') {
      ++zeros;
    } else if (c == 'x' || c == 'X') {
      ++crosses;
    } else if (c == '\0' || is_digit(c) || is_letter(c)) {
      return false;
    }
  }
  // Fewer, or both, are a slip in a code rather than a place kept free.
  if (zeros == 0) return crosses != 1;
  return crosses == 0 && zeros >= 5;
}

std::vector<std::string> lookalikes(const CodeSystems::System& system, std::string_view value) {
  std::vector<std::string> out;
  if (value.size() > kMaxValue) return out;
  std::string typed;
  bool is_changed = false;
  for (std::string_view rest = value; !rest.empty();) {
    const utf8::Step step = utf8::decode(rest);
    rest.remove_prefix(step.size);
    is_changed = is_changed || step.codepoint >= 0x80;
    if (is_unseen(step.codepoint)) continue;
    const char c = plain(step.codepoint);
    if (c == '\0') return out;
    is_changed = is_changed || digit_like(c) != '\0';
    typed += c;
  }
  if (!is_changed) return out;
  for (const CodeForm& form : system.forms()) {
    if (form.places.size() == typed.size()) LookalikeSearch(system, typed, out).run(form);
  }
  return out;
}

std::vector<std::string> respelled(const CodeSystems::System& system, std::string_view value) {
  std::vector<std::string> out;
  if (value.size() > kMaxValue) return out;
  for (const CodeForm& form : system.forms()) {
    const std::string candidate = respell(form, value);
    if (!candidate.empty() && form.fits(candidate) && has_check_digit(system, candidate)) {
      add_candidate(out, candidate);
    }
  }
  const auto grouped = std::find_if(out.begin(), out.end(), [&](const std::string& candidate) {
    return has_same_groups(candidate, value);
  });
  if (grouped != out.end()) return {*grouped};
  return out;
}

std::vector<std::string> swapped_back(const CodeSystems::System& system, std::string_view value) {
  std::vector<std::string> out;
  std::string candidate(value.substr(0, kMaxValue));
  for (std::size_t i = 1; i < candidate.size(); ++i) {
    if (candidate[i - 1] == candidate[i] || !is_digit(candidate[i - 1]) ||
        !is_digit(candidate[i])) {
      continue;
    }
    std::swap(candidate[i - 1], candidate[i]);
    if (system.has_form(candidate) && has_check_digit(system, candidate)) {
      add_candidate(out, candidate);
    }
    std::swap(candidate[i - 1], candidate[i]);
  }
  return out;
}

std::string alternatives(const std::vector<std::string>& candidates) {
  std::string out;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (i > 0) out += i + 1 == candidates.size() ? " or " : ", ";
    out += '"' + candidates[i] + '"';
  }
  return out;
}

}  // namespace proclint
