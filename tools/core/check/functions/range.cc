#include <array>
#include <string>

#include "core/check/options.h"
#include "core/check/schema_words.h"
#include "core/document/number.h"

namespace proclint {
namespace {

// How the number must compare with the bound, and what is said if it does not.
struct Bound {
  std::string_view option;
  std::string_view words;
  bool (*holds)(int order);
  Value value;
};

using Bounds = std::array<Bound, 4>;

Bounds no_bounds() {
  return {{{"min", "at least ", [](int order) { return order >= 0; }, {}},
           {"max", "at most ", [](int order) { return order <= 0; }, {}},
           {"above", "above ", [](int order) { return order > 0; }, {}},
           {"below", "below ", [](int order) { return order < 0; }, {}}}};
}

}  // namespace

/// A number lies between bounds; what is no number is not looked at. Options `min` and `max`, which
/// it may be equal to, `above` and `below`, which it may not; one of them at least.
BoundCheck range(Value options, const Vocabulary& /*vocabulary*/) {
  Bounds bounds = no_bounds();
  if (options) {
    for (const Value option : options.children()) {
      Bound* found = nullptr;
      for (Bound& bound : bounds) {
        if (option.key().text() == bound.option) found = &bound;
      }
      if (found == nullptr) return unknown_option(option, "min, max, above, below");
      if (!option.is(Kind::number) || !compare_numbers(option.text(), "0")) {
        return OptionError{option, '"' + std::string(found->option) + "\" is a number"};
      }
      found->value = option;
    }
  }
  if (!options || options.size() == 0) {
    return OptionError{options, R"(say where it lies: "min", "max", "above" or "below")"};
  }
  return [bounds](Value target, Sink& sink) {
    if (!target.is(Kind::number)) return;
    for (const Bound& bound : bounds) {
      if (!bound.value) continue;
      const std::optional<int> order = compare_numbers(target.text(), bound.value.text());
      if (order && bound.holds(*order)) continue;
      Positions positions;
      const std::string expected = std::string(bound.words).append(bound.value.text());
      sink.at(target,
              name_of(target, positions) + " is " + shown(target) + ", but must be " + expected)
          .offer("expected", expected);
      return;
    }
  };
}

}  // namespace proclint
