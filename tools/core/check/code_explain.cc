// What a code value lacks, in words.
#include <algorithm>
#include <utility>

#include "core/check/check_digit.h"
#include "core/check/code_value.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

using System = CodeSystems::System;

// Longer values are no code with something around it, and not worth a closer look.
constexpr std::size_t kMaxValue = 64;

bool is_code(const System& system, std::string_view value) {
  return judge(system, value) == CodeVerdict::ok;
}

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

bool same_but_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    const bool is_letter = (x >= 'A' && x <= 'Z') || (x >= 'a' && x <= 'z');
    return x == y || (is_letter && (x ^ y) == 0x20);
  });
}

// The value is a code with modifiers behind it: `64616-50`.
std::string describe_modifier(const CodeSystems& systems, const System& system,
                              std::string_view value) {
  const System* modifiers = systems.find(system.modifiers);
  if (modifiers == nullptr) return {};
  const std::size_t end = value.find_first_of("- ,");
  if (end == std::string_view::npos || !is_code(system, value.substr(0, end))) return {};
  std::string found;
  for (std::string_view rest = value.substr(end); !rest.empty();) {
    const std::size_t begin = rest.find_first_not_of("- ,");
    if (begin == std::string_view::npos) return {};
    rest.remove_prefix(begin);
    const std::size_t size = std::min(rest.find_first_of("- ,"), rest.size());
    if (!is_code(*modifiers, rest.substr(0, size))) return {};
    if (!found.empty()) found += " and ";
    found += quoted(rest.substr(0, size));
    rest.remove_prefix(size);
  }
  if (found.empty()) return {};
  return "has the modifier " + found + " behind it; write modifiers in a list of their own";
}

// The value is two codes with `between` in the middle.
bool is_pair(const System& system, std::string_view value, std::string_view between) {
  for (std::size_t at = value.find(between); at != std::string_view::npos;
       at = value.find(between, at + 1)) {
    std::string_view first = value.substr(0, at);
    std::string_view second = value.substr(at + between.size());
    while (!first.empty() && first.back() == ' ') first.remove_suffix(1);
    while (!second.empty() && second.front() == ' ') second.remove_prefix(1);
    if (is_code(system, first) && is_code(system, second)) return true;
  }
  return false;
}

std::string describe_several(const System& system, std::string_view value) {
  for (const std::string_view between : {"-", "–", "—", " to ", " through "}) {
    if (is_pair(system, value, between)) return "is a range; write each code on its own";
  }
  for (const std::string_view between : {",", ";", "/", " and ", " or ", " "}) {
    if (is_pair(system, value, between)) return "is more than one code; write each on its own";
  }
  return {};
}

std::string describe_spelling(const System& system, std::string_view value) {
  const std::vector<std::string> candidates = respelled(system, value);
  if (candidates.empty()) return {};
  const bool is_case = candidates.size() == 1 && same_but_case(candidates.front(), value);
  return std::string(is_case ? "has letters of the wrong case"
                             : "does not have its separators where they belong") +
         "; expected " + alternatives(candidates);
}

std::string describe_other_system(const CodeSystems& systems, const System& system,
                                  std::string_view value) {
  // So short a text has the form of many a system.
  const bool is_modifier = !system.of.empty() && system.modifiers.empty();
  if (is_modifier) return {};
  const System* found = nullptr;
  for (const System& other : systems.systems()) {
    // Of a category, the system itself is another one.
    const bool is_own = &other == &system || other.of == system.key;
    const bool is_part = !other.of.empty() && other.key != system.key;
    if (is_own || is_part || !is_code(other, value)) continue;
    if (found != nullptr) return {};
    found = &other;
  }
  if (found == nullptr) return {};
  return "has the form of " + found->label + "; correct the system or the code";
}

std::string count(std::size_t number, std::string_view noun) {
  return std::to_string(number) + ' ' + std::string(noun) + (number == 1 ? "" : "s");
}

// "5", "3 or 5 to 8".
std::string lengths(const System& system) {
  std::vector<std::size_t> sizes;
  for (const CodeForm& form : system.forms) sizes.push_back(form.places.size());
  std::sort(sizes.begin(), sizes.end());
  sizes.erase(std::unique(sizes.begin(), sizes.end()), sizes.end());
  std::string out;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    std::size_t last = i;
    while (last + 1 < sizes.size() && sizes[last + 1] == sizes[last] + 1) ++last;
    if (!out.empty()) out += " or ";
    out += std::to_string(sizes[i]);
    if (last > i) out += (last > i + 1 ? " to " : " or ") + std::to_string(sizes[last]);
    i = last;
  }
  return out;
}

// The character of `value` at byte `at`, with its kind when the eye may mistake it.
std::string shown_character(std::string_view value, std::size_t at) {
  const std::string_view rest = value.substr(at);
  const std::string_view character = rest.substr(0, utf8::decode(rest).size);
  if (character == " ") return "a blank";
  if (character == ".") return "a point";
  if (character == "-") return "a hyphen";
  if (character == "\t") return "a tab";
  const char c = character.front();
  if (c >= 'a' && c <= 'z') return "the small letter " + quoted(character);
  if (c >= 'A' && c <= 'Z') return "the letter " + quoted(character);
  if (c >= '0' && c <= '9') return "the digit " + quoted(character);
  return quoted(character);
}

// The first place that is wrong, in the form that the value follows furthest.
std::string describe_place(const System& system, std::string_view value) {
  std::size_t furthest = 0;
  for (const CodeForm& form : system.forms) {
    if (form.places.size() == value.size()) furthest = std::max(furthest, form.matching(value));
  }
  if (furthest == value.size()) {
    for (const CodeForm& form : system.forms) {
      if (form.places.size() != value.size() || form.matching(value) != value.size()) continue;
      if (value < form.from) return "is below the lowest code, " + quoted(form.from);
      if (!form.to.empty() && value > form.to) return "is above the last one, " + quoted(form.to);
    }
  }
  std::string expected;
  for (const CodeForm& form : system.forms) {
    if (form.places.size() != value.size() || form.matching(value) != furthest) continue;
    const std::string words = form.places[furthest].words();
    if (expected.find(words) != std::string::npos) continue;
    if (!expected.empty()) expected += " or ";
    expected += words;
  }
  return "has " + shown_character(value, furthest) + " as character " +
         std::to_string(furthest + 1) + ", but " + expected + " belongs there";
}

std::string describe_shape(const System& system, std::string_view value) {
  const std::size_t size = utf8::count_codepoints(value);
  const bool has_form =
      std::any_of(system.forms.begin(), system.forms.end(),
                  [&](const CodeForm& form) { return form.places.size() == size; });
  if (!has_form) return "has " + count(size, "character") + ", but needs " + lengths(system);
  if (size == value.size()) return describe_place(system, value);
  const auto odd = std::find_if(value.begin(), value.end(),
                                [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return "has the character " +
         shown_character(value, static_cast<std::size_t>(odd - value.begin())) +
         ", which no code has";
}

std::string describe_partition(std::string_view digits) {
  const SnomedId id = snomed_id(digits);
  const std::string partition = quoted(digits.substr(digits.size() - 3, 2));
  if (id.partition == SnomedPartition::unknown) {
    return "has " + partition + " before its last digit, but a concept has \"00\" or \"10\"";
  }
  if (id.partition == SnomedPartition::relationship) {
    return "has " + partition +
           " before its last digit: it names a relationship, not a concept, which has \"00\" or "
           "\"10\"";
  }
  if (id.is_long && digits.size() < kLongSnomedSize) {
    return "has " + partition + " before its last digit, which needs a namespace and at least " +
           std::to_string(kLongSnomedSize) + " digits";
  }
  return {};
}

}  // namespace

std::string describe_check_digit(const System& system, std::string_view value) {
  const bool is_snomed = system.check_digit == CodeSystems::CheckDigit::snomed;
  const std::size_t hyphen = is_snomed ? 0 : 1;
  const std::string_view number = value.substr(0, value.size() - 1 - hyphen);
  const char expected = is_snomed ? verhoeff_digit(number) : loinc_digit(number);
  std::string out = is_snomed ? describe_partition(value) : std::string();
  if (expected != value.back()) {
    if (!out.empty()) out += ", and ";
    out +=
        std::string("ends in the check digit ") + value.back() + ", but should end in " + expected;
  }
  // Several say nothing: some swap mends one wrong digit in two by chance.
  if (const auto candidates = swapped_back(system, value); candidates.size() == 1) {
    out += ", unless two digits have changed places and it is " + alternatives(candidates);
  }
  return out;
}

std::string respelling(const CodeSystems& systems, const System& system, std::string_view value) {
  if (value.size() > kMaxValue || !describe_modifier(systems, system, value).empty() ||
      !describe_several(system, value).empty()) {
    return {};
  }
  std::vector<std::string> candidates = respelled(system, value);
  return candidates.size() == 1 ? std::move(candidates.front()) : std::string();
}

std::string describe_format(const CodeSystems& systems, const System& system,
                            std::string_view value) {
  std::string out;
  if (value.size() <= kMaxValue) {
    out = describe_modifier(systems, system, value);
    if (out.empty()) out = describe_several(system, value);
    if (out.empty()) out = describe_spelling(system, value);
    if (!out.empty()) return out;
    out = describe_other_system(systems, system, value);
    if (!out.empty()) return out;
  }
  return describe_shape(system, value) + "; expected " + system.shape;
}

}  // namespace proclint
