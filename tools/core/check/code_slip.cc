#include "core/check/code_slip.h"

#include <algorithm>
#include <utility>

#include "core/check/code_value.h"

namespace proclint {
namespace {

using System = CodeSystems::System;

// Longer values are no code with something around it, and not worth a closer look.
constexpr std::size_t kMaxValue = 64;

bool is_code(const System& system, std::string_view value) {
  return judge(system, value) == CodeVerdict::ok;
}

bool same_but_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    const bool is_letter = (x >= 'A' && x <= 'Z') || (x >= 'a' && x <= 'z');
    return x == y || (is_letter && (x ^ y) == 0x20);
  });
}

// `64616-50`, `36415 59 LT`: false if the value is something else.
bool read_modifiers(const CodeSystems& systems, const System& system, std::string_view value,
                    SlippedCode& out) {
  const System* modifiers = systems.find(system.modifiers);
  if (modifiers == nullptr) return false;
  const std::size_t end = value.find_first_of("- ,");
  if (end == std::string_view::npos || !is_code(system, value.substr(0, end))) return false;
  std::vector<std::string_view> found;
  for (std::string_view rest = value.substr(end); !rest.empty();) {
    const std::size_t begin = rest.find_first_not_of("- ,");
    if (begin == std::string_view::npos) return false;
    rest.remove_prefix(begin);
    const std::size_t size = std::min(rest.find_first_of("- ,"), rest.size());
    if (!is_code(*modifiers, rest.substr(0, size))) return false;
    found.push_back(rest.substr(0, size));
    rest.remove_prefix(size);
  }
  if (found.empty()) return false;
  out.slip = CodeSlip::modifier;
  out.candidates.emplace_back(value.substr(0, end));
  out.modifiers = std::move(found);
  return true;
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

bool is_range(const System& system, std::string_view value) {
  for (const std::string_view between : {"-", "–", "—", " to ", " through "}) {
    if (is_pair(system, value, between)) return true;
  }
  return false;
}

bool is_several(const System& system, std::string_view value) {
  for (const std::string_view between : {",", ";", "/", " and ", " or ", " "}) {
    if (is_pair(system, value, between)) return true;
  }
  return false;
}

const System* only_other_system(const CodeSystems& systems, const System& system,
                                std::string_view value) {
  // So short a text has the form of many a system.
  const bool is_modifier = !system.of.empty() && system.modifiers.empty();
  if (is_modifier) return nullptr;
  const System* found = nullptr;
  for (const System& other : systems.systems()) {
    // Of a category, the system itself is another one.
    const bool is_own = &other == &system || other.of == system.key;
    const bool is_part = !other.of.empty() && other.key != system.key;
    if (is_own || is_part || !is_code(other, value)) continue;
    if (found != nullptr) return nullptr;
    found = &other;
  }
  return found;
}

}  // namespace

bool begins_with_name(const System& system, std::string_view value) {
  for (const std::string_view name : {system.label, system.key, system.of}) {
    if (!name.empty() && same_but_case(value.substr(0, name.size()), name)) return true;
  }
  return false;
}

SlippedCode find_slip(const CodeSystems& systems, const System& system, std::string_view value) {
  SlippedCode out;
  if (value.size() > kMaxValue || read_modifiers(systems, system, value, out)) return out;
  if (is_range(system, value)) {
    out.slip = CodeSlip::range;
  } else if (is_several(system, value)) {
    out.slip = CodeSlip::several;
  } else if (out.candidates = respelled(system, value); !out.candidates.empty()) {
    const bool is_case = out.candidates.size() == 1 && same_but_case(out.candidates.front(), value);
    out.slip = is_case ? CodeSlip::letter_case : CodeSlip::separator;
  } else if (begins_with_name(system, value)) {
    // CDT0120 has the form of ICD-10-PCS by chance.
    out.slip = CodeSlip::form;
  } else if (out.other = only_other_system(systems, system, value); out.other != nullptr) {
    out.slip = CodeSlip::other_system;
  }
  return out;
}

}  // namespace proclint
