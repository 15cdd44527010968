#include <array>
#include <string>

#include "core/check/options.h"
#include "core/check/schema_words.h"

namespace proclint {
namespace {

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Words of small letters and digits, joined by single `joint`s.
bool is_joined(std::string_view text, char joint) {
  bool after_joint = true;
  for (const char c : text) {
    if (c == joint ? after_joint : !is_small(c) && !is_digit(c)) return false;
    after_joint = c == joint;
  }
  return !after_joint && is_small(text.front());
}

bool is_humped(std::string_view text, bool begins_small) {
  for (const char c : text) {
    if (!is_small(c) && !is_capital(c) && !is_digit(c)) return false;
  }
  return begins_small ? is_small(text.front()) : is_capital(text.front());
}

bool has_none(std::string_view text, bool (*is_unwanted)(char)) {
  for (const char c : text) {
    if (is_unwanted(c)) return false;
  }
  return true;
}

struct Style {
  std::string_view name;
  std::string_view words;
  bool (*fits)(std::string_view text);  // text is not empty
};

constexpr std::array<Style, 6> kStyles{{
    {"kebab", "small letters and digits joined by hyphens, as in knee-tap",
     [](std::string_view text) { return is_joined(text, '-'); }},
    {"snake", "small letters and digits joined by underscores, as in knee_tap",
     [](std::string_view text) { return is_joined(text, '_'); }},
    {"camel", "words without gaps, each but the first with a capital letter, as in kneeTap",
     [](std::string_view text) { return is_humped(text, true); }},
    {"pascal", "words without gaps, each with a capital letter, as in KneeTap",
     [](std::string_view text) { return is_humped(text, false); }},
    {"lower", "small letters only",
     [](std::string_view text) { return has_none(text, is_capital); }},
    {"upper", "capital letters only",
     [](std::string_view text) { return has_none(text, is_small); }},
}};
constexpr std::string_view kNames = "\"style\" is kebab, snake, camel, pascal, lower or upper";

}  // namespace

/// A text is written in a style of letters. Options: `style`: kebab, snake, camel, pascal, lower or
/// upper; `of`: "key" looks at the name of the member, not at its value. What is no text, or empty,
/// is not looked at; letters beyond a to z have no case here.
BoundCheck casing(Value options, const Vocabulary& /*vocabulary*/) {
  const Style* style = nullptr;
  bool is_about_key = false;
  if (options) {
    for (const Value option : options.children()) {
      const std::string_view name = option.key().text();
      if (name == "of") {
        if (auto error = read_key_or_value(option, is_about_key)) return *std::move(error);
        continue;
      }
      if (name != "style") return unknown_option(option, "style, of");
      for (const Style& known : kStyles) {
        if (option.is(Kind::string) && option.text() == known.name) style = &known;
      }
      if (style == nullptr) return OptionError{option, std::string(kNames)};
    }
  }
  if (style == nullptr) return OptionError{options, std::string(kNames)};
  return [style, is_about_key](Value target, Sink& sink) {
    const Value text = is_about_key ? target.key() : target;
    if (!text || (!text.is(Kind::string) && !text.is(Kind::key)) || text.text().empty()) return;
    if (style->fits(text.text())) return;
    Positions positions;
    sink.at(target, text.place(),
            (is_about_key
                 ? "the name " + shown(text) + " should be "
                 : name_of(target, positions) + " is " + shown(text) + ", but should be ") +
                std::string(style->words))
        .offer("expected", std::string(style->words));
  };
}

}  // namespace proclint
