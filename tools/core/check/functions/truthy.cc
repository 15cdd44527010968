#include <string>

#include "core/check/options.h"
#include "core/check/schema_words.h"
#include "core/check/truth.h"

namespace proclint {

/// Something is there: no null, false, zero or empty text, list or map.
BoundCheck truthy(Value options, const Vocabulary& /*vocabulary*/) {
  if (options && options.size() > 0) return unknown_option(*options.children().begin(), "none");
  return [](Value target, Sink& sink) {
    if (is_truthy(target)) return;
    Positions positions;
    sink.at(target, name_of(target, positions) + " is " + content_in_words(target) +
                        "; write what belongs there");
  };
}

}  // namespace proclint
