#include <string>
#include <vector>

#include "core/check/options.h"
#include "core/check/schema_words.h"
#include "core/check/suggest.h"
#include "core/document/equal.h"

namespace proclint {
namespace {

std::string plain(Value value) {
  return value.is(Kind::string) ? std::string(value.text()) : shown(value);
}

void report(Value target, Value values, Sink& sink) {
  std::vector<std::string> words;
  std::vector<std::string_view> texts;
  for (const Value value : values.children()) {
    words.push_back(plain(value));
    if (value.is(Kind::string)) texts.push_back(value.text());
  }
  Positions positions;
  const std::string expected = joined(words, " or ");
  std::string message = name_of(target, positions) + " is " + shown(target) + ", but must be " +
                        (words.size() > 1 ? "one of " : "") + expected;
  if (target.is(Kind::string)) {
    const std::string hint = did_you_mean(target.text(), texts, "");
    if (!hint.empty()) message += "; " + hint;
  }
  sink.at(target, std::move(message)).offer("expected", expected);
}

}  // namespace

/// A value is one of those listed. Option `values`: a list.
BoundCheck enumeration(Value options, const Vocabulary& /*vocabulary*/) {
  Value values;
  if (options) {
    for (const Value option : options.children()) {
      if (option.key().text() != "values") return unknown_option(option, "values");
      if (!option.is(Kind::list) || option.size() == 0) {
        return OptionError{option, "\"values\" is a list with at least one value"};
      }
      values = option;
    }
  }
  if (!values) return OptionError{options, "list the values that are allowed: \"values\""};
  return [values](Value target, Sink& sink) {
    for (const Value value : values.children()) {
      if (is_equal(target, value)) return;
    }
    report(target, values, sink);
  };
}

}  // namespace proclint
