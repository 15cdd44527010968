#include <string>

#include "core/check/options.h"
#include "core/check/schema_words.h"
#include "core/check/truth.h"

namespace proclint {

/// Nothing is there, or what says no: null, false, zero or an empty text, list or map.
BoundCheck falsy(Value options, const Vocabulary& /*vocabulary*/) {
  if (options && options.size() > 0) return unknown_option(*options.children().begin(), "none");
  return [](Value target, Sink& sink) {
    if (!is_truthy(target)) return;
    Positions positions;
    sink.at(target, name_of(target, positions) + " is " + content_in_words(target) +
                        ", but must be empty; remove it");
  };
}

}  // namespace proclint
