#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "core/document/value.h"

namespace proclint {

/// Whether two values are equal as JSON Schema means it: numbers by value, texts by their decoded
/// bytes, maps whatever the order of their members.
bool is_equal(Value a, Value b);

/// Equal for equal values; seeded by the process, so that nobody can prepare values that collide.
std::uint64_t hash_of(Value value);

/// The first element of a list that is equal to an earlier one, and that earlier one. Linear.
std::optional<std::pair<Value, Value>> first_duplicate(Value list);

}  // namespace proclint
