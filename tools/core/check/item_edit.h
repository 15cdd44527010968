#pragma once

#include <vector>

#include "core/document/value.h"
#include "core/source/edit.h"
#include "core/source/span.h"

namespace proclint {

/// The text of an item or step, which may stand in a map beside a nested list; null Value if it has
/// none.
Value item_text(Value item);

/// The item or step with that text.
Value item_of(Value text);

/// Parts the last item of a bullet list: what stands behind `gap` (a range of its decoded text)
/// becomes a paragraph below the list, and `gap` goes. Empty where the layout is none that these
/// edits know: an item of several lines, a nested list, YAML in braces. For findings.
std::vector<Edit> moved_below_list(Value item, Span gap);

/// Parts an item into two at `gap`, which goes; the second one begins with a capital letter. Empty
/// as above, and for steps. For findings.
std::vector<Edit> split_item(Value item, Span gap);

}  // namespace proclint
