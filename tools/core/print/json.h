#pragma once

#include <string>
#include <string_view>

#include "core/document/value.h"

namespace proclint {

/// Appends `value` as compact JSON in the order of the document, equal keys included. A number that
/// JSON writes otherwise keeps its value: 0x1F is 31, 0o17 is 15, +1 is 1, .5 is 0.5, 00100 is 100;
/// the ones that JSON cannot write (.inf, -.inf, .nan) become texts as written. Undecodable bytes
/// of a text become U+FFFD. The null Value gives nothing.
void write_json(Value value, std::string& out);

/// `text` as a JSON string with its quotes; undecodable bytes become U+FFFD.
std::string json_string(std::string_view text);

}  // namespace proclint
