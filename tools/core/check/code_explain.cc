// What a code value lacks, in words.
#include <algorithm>
#include <utility>

#include "core/check/check_digit.h"
#include "core/check/code_slip.h"
#include "core/check/code_value.h"
#include "core/check/invisible.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

using System = CodeSystems::System;

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string describe_modifiers(const std::vector<std::string_view>& modifiers) {
  std::string found;
  for (const std::string_view modifier : modifiers) {
    found += (found.empty() ? "" : " and ") + quoted(modifier);
  }
  return "has the modifier " + found + " behind it; write modifiers in a list of their own";
}

std::string count(std::size_t number, std::string_view noun) {
  return std::to_string(number) + ' ' + std::string(noun) + (number == 1 ? "" : "s");
}

// "5", "3 or 5 to 8".
std::string lengths(const System& system) {
  std::vector<std::size_t> sizes;
  for (const CodeForm& form : system.forms()) sizes.push_back(form.places.size());
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
  for (const CodeForm& form : system.forms()) {
    if (form.places.size() == value.size()) furthest = std::max(furthest, form.matching(value));
  }
  if (furthest == value.size()) {
    for (const CodeForm& form : system.forms()) {
      if (form.places.size() != value.size() || form.matching(value) != value.size()) continue;
      if (value < form.from) return "is below the lowest code, " + quoted(form.from);
      if (!form.to.empty() && value > form.to) return "is above the last one, " + quoted(form.to);
    }
  }
  std::string expected;
  for (const CodeForm& form : system.forms()) {
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
  const Invisible hidden = find_invisible(value, 0, true);
  if (hidden.kind != InvisibleKind::none) {
    return "has the hidden character " + full_name(hidden) + ", which no code has";
  }
  const std::size_t size = utf8::count_codepoints(value);
  const bool has_form =
      std::any_of(system.forms().begin(), system.forms().end(),
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

std::string describe_format(const System& system, const SlippedCode& slipped,
                            std::string_view value) {
  switch (slipped.slip) {
    case CodeSlip::modifier:
      return describe_modifiers(slipped.modifiers);
    case CodeSlip::range:
      return "is a range; write each code on its own";
    case CodeSlip::several:
      return "is more than one code; write each on its own";
    case CodeSlip::letter_case:
      return "has letters of the wrong case; expected " + alternatives(slipped.candidates);
    case CodeSlip::separator:
      return "does not have its separators where they belong; expected " +
             alternatives(slipped.candidates);
    case CodeSlip::other_system:
      return "has the form of " + slipped.other->label + "; correct the system or the code";
    case CodeSlip::form:
      break;
  }
  const std::string wrong = begins_with_name(system, value) ? "begins with the name of its system"
                                                            : describe_shape(system, value);
  return wrong + "; expected " + system.shape;
}

}  // namespace proclint
