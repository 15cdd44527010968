#include "core/pattern/pattern.h"

#include <optional>
#include <string>
#include <utility>

#include "core/check/options.h"
#include "core/check/schema_words.h"

namespace proclint {
namespace {

std::optional<OptionError> read_pattern(Value option, std::optional<Pattern>& out) {
  std::string_view text;
  if (auto error = read_text(option, text)) return error;
  Result<Pattern> parsed = Pattern::parse(text, Strictness::lenient);
  if (!parsed) return OptionError{option, "no pattern: " + parsed.error().message};
  out = *std::move(parsed);
  return std::nullopt;
}

struct Options {
  std::optional<Pattern> match;
  std::optional<Pattern> unwanted;
  bool is_about_key = false;

  std::optional<OptionError> read(Value options) {
    for (const Value option : options.children()) {
      const std::string_view name = option.key().text();
      std::optional<OptionError> error;
      if (name == "match") {
        error = read_pattern(option, match);
      } else if (name == "not") {
        error = read_pattern(option, unwanted);
      } else if (name == "of") {
        error = read_key_or_value(option, is_about_key);
      } else {
        error = unknown_option(option, "match, not, of");
      }
      if (error) return error;
    }
    return std::nullopt;
  }
};

void judge(Value target, Value text, const Pattern& pattern, bool wanted, Sink& sink) {
  const Pattern::Match match = pattern.search(text.text());
  if (match == (wanted ? Pattern::Match::yes : Pattern::Match::no)) return;
  Positions positions;
  std::string message = text.is(Kind::key) ? "the name " + shown(text)
                                           : name_of(target, positions) + " is " + shown(text);
  const std::string shape = "the pattern " + pattern.source();
  if (match == Pattern::Match::limit) {
    message += ", for which " + shape + " takes too long; write a simpler pattern";
  } else if (text.is(Kind::key)) {
    message += (wanted ? " must match " : " must not match ") + shape;
  } else {
    message += (wanted ? ", but must match " : ", but must not match ") + shape;
  }
  sink.at(target, text.place(), std::move(message)).offer("expected", pattern.source());
}

}  // namespace

/// A text matches a pattern of ECMA-262, anywhere in it unless the pattern says ^ or $. Options:
/// `match`, the pattern; `not`, one that must not match; `of`: "key" looks at the name of the
/// member, not at its value. What is no text is not looked at.
BoundCheck pattern(Value options, const Vocabulary& /*vocabulary*/) {
  Options bound;
  if (options) {
    if (auto error = bound.read(options)) return *std::move(error);
  }
  if (!bound.match && !bound.unwanted) {
    return OptionError{options, R"(say which pattern: "match", "not" or both)"};
  }
  return [bound = std::move(bound)](Value target, Sink& sink) {
    const Value text = bound.is_about_key ? target.key() : target;
    if (!text || (!text.is(Kind::string) && !text.is(Kind::key))) return;
    if (bound.match) judge(target, text, *bound.match, true, sink);
    if (bound.unwanted) judge(target, text, *bound.unwanted, false, sink);
  };
}

}  // namespace proclint
