#include <cstdint>
#include <limits>
#include <string>

#include "core/check/options.h"
#include "core/check/schema_words.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

std::size_t length_of(Value value) {
  return value.is(Kind::string) ? utf8::count_codepoints(value.text()) : value.size();
}

std::string counted(Value value, std::size_t count) {
  const std::string_view unit = value.is(Kind::string) ? "character"
                                : value.is(Kind::list) ? "item"
                                                       : "field";
  return std::to_string(count) + ' ' + std::string(unit) + (count == 1 ? "" : "s");
}

}  // namespace

/// A text has so many characters, a list so many items, a map so many members. Options `min` and
/// `max`, of which one is given at least.
BoundCheck length(Value options, const Vocabulary& /*vocabulary*/) {
  std::uint32_t min = 0;
  std::uint32_t max = std::numeric_limits<std::uint32_t>::max();
  if (options) {
    for (const Value option : options.children()) {
      const std::string_view name = option.key().text();
      if (name != "min" && name != "max") return unknown_option(option, "min, max");
      if (auto error = read_count(option, name == "min" ? min : max)) return *std::move(error);
    }
  }
  if (!options || options.size() == 0) {
    return OptionError{options, R"(say how long it may be: "min", "max" or both)"};
  }
  if (min > max) return OptionError{options, R"("min" is above "max")"};
  return [min, max](Value target, Sink& sink) {
    if (!target.is(Kind::string) && !target.is(Kind::list) && !target.is(Kind::map)) return;
    const std::size_t length = length_of(target);
    if (length >= min && length <= max) return;
    const bool is_short = length < min;
    Positions positions;
    sink.at(target, name_of(target, positions) + " has " + counted(target, length) +
                        (is_short ? ", but needs at least " : ", but may have at most ") +
                        std::to_string(is_short ? min : max))
        .offer("length", std::to_string(length))
        .offer("expected", std::to_string(is_short ? min : max));
  };
}

}  // namespace proclint
