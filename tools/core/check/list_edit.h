#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/document/value.h"
#include "core/source/edit.h"

namespace proclint {

/// The edits that take an element out of its list, or a value with its key out of its map: with its
/// comma, its lines, and the numbers of the steps behind it. A section of a page or of Markdown
/// goes with its heading. Nothing when that cannot be had: for the only element of a list that is
/// no bracketed one, beside an alias, where a comment stands between two elements of one line or
/// the element shares its line with something else.
std::optional<std::vector<Edit>> remove_element(Value element);

/// The same as a fix. Text goes with the element, so this is only ever shown.
std::optional<Fix> removal(Value element, std::string title);

}  // namespace proclint
