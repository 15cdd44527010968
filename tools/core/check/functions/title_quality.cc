#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "core/check/options.h"
#include "core/source/letters.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::size_t kAbbreviation = 5;  // letters; "ECG" alone is a name, not shouting

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_code_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '.' || c == '-';
}

struct Letters {
  std::size_t characters = 0;
  std::size_t upper = 0;
  std::size_t other = 0;

  bool any() const { return upper + other > 0; }
};

Letters count_letters(std::string_view text) {
  Letters out;
  while (!text.empty()) {
    const utf8::Step step = utf8::decode(text);
    text.remove_prefix(step.size);
    ++out.characters;
    const Letter letter = letter_of(step.codepoint);
    if (letter == Letter::upper) ++out.upper;
    if (letter == Letter::other) ++out.other;
  }
  return out;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Whether `text` has `part`, which is in lower case, in any case.
bool has(std::string_view text, std::string_view part) {
  return std::search(text.begin(), text.end(), part.begin(), part.end(),
                     [](char a, char b) { return lower(a) == b; }) != text.end();
}

// Whether `word` looks like a code: a form of some system, and with digits enough not to be one of
// the names that look alike ("B12", "H1N1", "C5-C6").
bool is_code(std::string_view word, const Vocabulary& vocabulary) {
  if (word.size() < 5 || std::count_if(word.begin(), word.end(), is_digit) < 3) return false;
  const auto& systems = vocabulary.code_systems.systems();
  return std::any_of(systems.begin(), systems.end(),
                     [word](const CodeSystems::System& system) { return system.has_form(word); });
}

// The first code in the title; empty if there is none.
std::string_view find_code(std::string_view title, const Vocabulary& vocabulary) {
  std::size_t at = 0;
  while (at < title.size()) {
    std::size_t end = at;
    while (end < title.size() && is_code_character(title[end])) ++end;
    std::string_view word = title.substr(at, end - at);
    while (!word.empty() && (word.back() == '.' || word.back() == '-')) word.remove_suffix(1);
    if (is_code(word, vocabulary)) return word;
    at = end + 1;
  }
  return {};
}

// "a, b and c"
std::string enumerated(const std::vector<std::string>& list) {
  std::string out;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += i + 1 == list.size() ? " and " : ", ";
    out += list[i];
  }
  return out;
}

// What a character of a title is, a bit each; 0: one that may stand in any title.
constexpr std::uint8_t kSmall = 1;
constexpr std::uint8_t kOther = 2;

constexpr std::array<std::uint8_t, 256> kSigns = [] {
  std::array<std::uint8_t, 256> out{};
  out.fill(kOther);
  for (unsigned char c = 'A'; c <= 'Z'; ++c) out[c] = 0;
  for (unsigned char c = 'a'; c <= 'z'; ++c) out[c] = kSmall;
  for (const char c : {' ', ',', '-', '\''}) out[static_cast<unsigned char>(c)] = 0;
  return out;
}();

// Words of ASCII and at most commas between them, some in small letters: as nearly all titles are.
bool is_plain(std::string_view title, std::uint32_t max) {
  unsigned signs = 0;
  for (const char c : title) signs |= kSigns[static_cast<unsigned char>(c)];
  return signs == kSmall && title.size() <= max;
}

std::vector<std::string> find_reasons(std::string_view title, std::uint32_t max,
                                      const Vocabulary& vocabulary) {
  std::vector<std::string> out;
  const Letters letters = count_letters(title);
  if (letters.characters > max) {
    out.push_back("is " + std::to_string(letters.characters) + " characters long (at most " +
                  std::to_string(max) + ")");
  }
  std::vector<std::string> parts;
  for (const std::string_view mark : {"(s)", "e.g.", ";"}) {
    if (has(title, mark)) parts.push_back('"' + std::string(mark) + '"');
  }
  if (const auto code = find_code(title, vocabulary); !code.empty()) {
    parts.push_back("the code " + std::string(code));
  }
  if (!parts.empty()) out.push_back("has " + enumerated(parts));
  if (!letters.any()) {
    out.emplace_back("has no letter");
  } else if (letters.other == 0 &&
             (letters.upper > kAbbreviation || title.find(' ') != std::string_view::npos)) {
    out.emplace_back("is all in capitals");
  }
  return out;
}

}  // namespace

/// A title names the procedure in words that people use, and is no entry of a code book. Option
/// `max`: how many characters it may have, 60 by default. One finding with all reasons.
BoundCheck title_quality(Value options, const Vocabulary& vocabulary) {
  std::uint32_t max = 60;
  if (options) {
    for (const Value option : options.children()) {
      if (option.key().text() != "max") return unknown_option(option, "max");
      if (auto error = read_count(option, max)) return *std::move(error);
    }
  }
  return [max, &vocabulary](Value target, Sink& sink) {
    if (!target.is(Kind::string)) return;  // a matter of the schema
    if (target.text().empty()) {
      // On a page nothing stands there, so its heading is shown.
      const Value shown = target.span().empty() && target.key() ? target.key() : target;
      sink.at(target, shown.span(),
              "the title is empty; name the procedure in a few words that people use")
          .offer("reasons", "is empty");
      return;
    }
    if (is_plain(target.text(), max)) return;
    const auto reasons = find_reasons(target.text(), max, vocabulary);
    if (reasons.empty()) return;
    sink.at(target, "the title " + enumerated(reasons) +
                        "; name the procedure in a few words that people use")
        .offer("reasons", enumerated(reasons));
  };
}

}  // namespace proclint
