#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/check/options.h"
#include "core/check/schema_words.h"
#include "core/document/number.h"

namespace proclint {
namespace {

struct Type {
  std::string_view name;
  std::string_view words;
};

constexpr std::array<Type, 7> kTypes{{{"null", "null"},
                                      {"boolean", "true or false"},
                                      {"number", "a number"},
                                      {"integer", "a whole number"},
                                      {"string", "a text"},
                                      {"list", "a list"},
                                      {"map", "a group of fields"}}};
constexpr std::string_view kNames =
    "\"is\" is null, boolean, number, integer, string, list or map, or a list of these";

bool has_type(Value value, std::string_view type) {
  if (type != "integer") return name(value.kind()) == type;
  return value.is(Kind::number) && Number(value.text()).is_integer();
}

std::optional<OptionError> read_type(Value option, std::vector<Type>& out) {
  for (const Type& type : kTypes) {
    if (!option.is(Kind::string) || option.text() != type.name) continue;
    out.push_back(type);
    return std::nullopt;
  }
  return OptionError{option, std::string(kNames)};
}

}  // namespace

/// A value is of a type. Option `is`: null, boolean, number, integer, string, list or map, one or
/// several.
BoundCheck type(Value options, const Vocabulary& /*vocabulary*/) {
  std::vector<Type> types;
  if (options) {
    for (const Value option : options.children()) {
      if (option.key().text() != "is") return unknown_option(option, "is");
      if (!option.is(Kind::list)) {
        if (auto error = read_type(option, types)) return *std::move(error);
        continue;
      }
      for (const Value each : option.children()) {
        if (auto error = read_type(each, types)) return *std::move(error);
      }
    }
  }
  if (types.empty()) return OptionError{options, std::string(kNames)};
  return [types = std::move(types)](Value target, Sink& sink) {
    std::vector<std::string> words;
    for (const Type& type : types) {
      if (has_type(target, type.name)) return;
      words.emplace_back(type.words);
    }
    Positions positions;
    const std::string expected = joined(words, " or ");
    sink.at(target, name_of(target, positions) + " should be " + expected + ", but is " +
                        words_for_kind(target))
        .offer("expected", expected);
  };
}

}  // namespace proclint
