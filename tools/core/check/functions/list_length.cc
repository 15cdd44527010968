#include <algorithm>
#include <optional>
#include <string>

#include "core/check/options.h"

namespace proclint {
namespace {

struct Limits {
  std::uint32_t min = 2;
  std::uint32_t items = 7;
  std::uint32_t steps = 12;
};

// Whether the list is neither too long nor too short, be its entries items or steps.
bool is_fine(Value list, const Limits& limits) {
  return list.size() >= limits.min && list.size() <= std::min(limits.items, limits.steps);
}

void check_length(Value list, const Limits& limits, Sink& sink) {
  const bool is_steps = list.key() && list.key().text() == "steps";
  const std::size_t most = is_steps ? limits.steps : limits.items;
  const std::string_view noun = is_steps ? " steps" : " items";
  // Nothing at all is another rule's matter.
  if (list.size() == 0 || (list.size() >= limits.min && list.size() <= most)) return;
  if (list.size() > most) {
    sink.at(list, "this list has " + std::to_string(list.size()) + std::string(noun) +
                      " in a row (at most " + std::to_string(most) +
                      "); part it into lists with a line of their own above each");
    return;
  }
  sink.at(list, list.size() == 1
                    ? std::string("this list has only one ") + (is_steps ? "step" : "item") +
                          "; write it as a sentence, or add what is missing"
                    : "this list has only " + std::to_string(list.size()) + std::string(noun) +
                          " (at least " + std::to_string(limits.min) + "); add what is missing");
}

}  // namespace

/// A list has at least `min` items or steps, and not more than a reader can keep in mind: `items`
/// in a bullet list, `steps` in a numbered one. For a list.
BoundCheck list_length(Value options, const Vocabulary& /*vocabulary*/) {
  Limits limits;
  if (options) {
    for (const Value option : options.children()) {
      const std::string_view name = option.key().text();
      std::uint32_t* limit = name == "min"     ? &limits.min
                             : name == "items" ? &limits.items
                             : name == "steps" ? &limits.steps
                                               : nullptr;
      if (limit == nullptr) return unknown_option(option, "min, items, steps");
      if (auto error = read_count(option, *limit)) return *std::move(error);
    }
  }
  return [limits](Value list, Sink& sink) {
    if (list.is(Kind::list) && !is_fine(list, limits)) check_length(list, limits, sink);
  };
}

}  // namespace proclint
