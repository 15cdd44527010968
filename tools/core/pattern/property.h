#pragma once

#include <optional>
#include <string_view>

namespace proclint {

/// A Unicode property as `\p{...}` names it. The names are in static storage.
struct Property {
  enum class Kind { category, script, script_extensions, binary };
  Kind kind = Kind::category;
  std::string_view name;  ///< a category's short name, else the property's long name

  friend bool operator==(const Property&, const Property&) = default;
};

/// The property that `\p{name}` or, with a value, `\p{name=value}` means: ECMA-262, tables "Non-
/// binary Unicode property aliases" and "Binary Unicode property aliases", UAX #44 for the values.
/// Names are compared exactly, as ECMA-262 has it. None if the name or the value is unknown.
std::optional<Property> find_property(std::string_view name, std::optional<std::string_view> value);

}  // namespace proclint
