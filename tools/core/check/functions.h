#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/check/sink.h"
#include "core/check/vocabulary.h"
#include "core/document/value.h"
#include "core/source/result.h"

namespace proclint {

/// A rule function with its options bound: looks at one node that `given` selected. Called by many
/// threads at once.
using Check = std::function<void(Value target, Sink& sink)>;

/// A mistake in a rule's options, at its place in the rules file.
struct OptionError {
  Value at;
  std::string message;
  std::optional<Span> span = {};         ///< none: Value::place()
  std::vector<OptionError> others = {};  ///< where a function can tell several at once
};

using BoundCheck = std::variant<Check, OptionError>;

/// Binds a function to its options. `options` is a map, or the null Value when the rule gives none;
/// it and `vocabulary` outlive the Check. Every option is checked here: an unknown name or a wrong
/// type is an OptionError.
using MakeCheck = BoundCheck (*)(Value options, const Vocabulary& vocabulary);

struct Function {
  std::string_view name;
  MakeCheck make;
};

/// The table of rule functions, one file each in functions/.
std::span<const Function> functions();
/// The function with that name; null if there is none.
const Function* find_function(std::string_view name);

}  // namespace proclint
