#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/formats.h"
#include "core/check/schema_keyword.h"
#include "core/check/schema_matcher.h"
#include "core/check/schema_name.h"
#include "core/document/number.h"
#include "core/document/value.h"

namespace proclint {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// How many members of a map are noted as bits: first the required ones, then those that branches
/// ask for. The bit that is left notes that all others are known.
inline constexpr std::uint32_t kSeenBits = 63;

/// What an instruction checks, in the order in which those of one schema run: what is cheap and
/// rules the rest out comes first, what needs the others' annotations last.
enum class Op : std::uint8_t {
  never,                  ///< the schema false
  type,                   ///< a: TypeSet
  equal_to_one,           ///< enum and const; a, b: range of `values`; c: first of `hashes` if many
  at_least,               ///< a: limit
  at_most,                ///< a: limit
  above,                  ///< a: limit
  below,                  ///< a: limit
  multiple_of,            ///< a: limit
  min_length,             ///< a: code points
  max_length,             ///< a: code points
  pattern,                ///< a: pattern
  format,                 ///< a: Format
  min_items,              ///< a: count
  max_items,              ///< a: count
  min_properties,         ///< a: count
  max_properties,         ///< a: count
  object,                 ///< a: object
  property_names,         ///< a: schema
  dependent_names,        ///< a: dependency
  items,                  ///< a, b: range of `lists` for the first items; c: schema for the rest
  contains,               ///< a: containment
  unique_items,           ///< -
  reference,              ///< a: schema
  dynamic_reference,      ///< a: schema, b: dynamic name
  all_of,                 ///< a, b: range of `lists`
  any_of,                 ///< a, b: range of `lists`; c: the first's in `asked`, if all have
  one_of,                 ///< a, b: range of `lists`; c: the first's in `asked`, if all have
  negation,               ///< a: schema
  conditional,            ///< a: if, b: then, c: else
  dependent_schema,       ///< a: name, b: schema
  unevaluated_items,      ///< a: schema
  unevaluated_properties  ///< a: schema
};

/// Kinds of values as bits. A key is checked as the string that it is.
using KindSet = std::uint8_t;
constexpr KindSet kind_bit(Kind kind) {
  return kind == Kind::key ? KindSet{8} : static_cast<KindSet>(1U << static_cast<unsigned>(kind));
}
inline constexpr KindSet kAllKinds = 63;

/// The types of JSON Schema: KindSet, and one bit more for numbers without a fraction.
inline constexpr std::uint32_t kIntegerType = 64;

struct Instruction {
  Op op = Op::never;
  Keyword keyword = Keyword::none;
  KindSet kinds = kAllKinds;  ///< what it is about; others pass
  std::uint32_t a = kNone;
  std::uint32_t b = kNone;
  std::uint32_t c = kNone;
};

/// A schema, compiled to a flat program. Every index is into the table that the comment names.
struct Program {
  struct Node {
    std::uint32_t first = 0;  ///< range of `code`
    std::uint32_t last = 0;
    std::uint32_t resource = 0;
    std::uint32_t only_required = kNone;  ///< the object, if all it asks for are members
    KindSet unasked = 0;                  ///< kinds that no instruction is about: always valid
    KindSet possible = kAllKinds;         ///< kinds that `type` does not refuse
    bool is_false = false;                ///< the schema false
    bool has_unevaluated = false;
    bool has_strict_integers = false;  ///< draft 4: 1.0 is no integer
  };
  /// A name that `properties` or `required` of one schema know.
  struct Property {
    std::string name;
    std::uint64_t hash = 0;  ///< hash_name(name)
    std::uint64_t seen = 0;  ///< the bit that notes that it is there, if anybody asks
    std::uint32_t schema = kNone;
    std::uint32_t required = kNone;  ///< bit among the required ones
    std::uint32_t first_match = 0;   ///< range of `lists`: schemas of patterns that match the name
    std::uint32_t last_match = 0;
  };
  struct PatternProperty {
    std::uint32_t pattern;
    std::uint32_t schema;
  };
  struct Object {
    std::uint32_t first_slot = 0;  ///< of `slots`: a hash table of 1 + index into `properties`
    std::uint32_t slot_mask = 0;
    std::uint32_t first_property = 0;  ///< range of `properties`, in the order of their names
    std::uint32_t last_property = 0;
    std::uint32_t first_pattern = 0;
    std::uint32_t last_pattern = 0;
    std::uint32_t additional = kNone;
    std::uint32_t required_count = 0;
    bool has_only_required = false;  ///< nothing is asked of the members that are there
  };
  /// A number that values are compared with, and where it is written.
  struct Limit {
    Limit() = default;
    explicit Limit(Value value) : written(value), number(value.text()) {}

    Value written;
    Number number{""};
  };
  struct Containment {
    std::uint32_t schema;
    std::uint64_t least;
    std::uint64_t most;
    bool marks_items;  ///< 2020-12: what it finds counts as evaluated
  };
  struct Dependency {
    std::string name;
    std::vector<std::string> needs;
    Keyword keyword;
  };
  struct DynamicAnchor {
    std::uint32_t name;
    std::uint32_t resource;
    std::uint32_t schema;
  };

  std::uint32_t root = 0;
  std::vector<Node> nodes;
  std::vector<Instruction> code;
  std::vector<std::uint32_t> lists;
  std::vector<std::uint32_t> slots;
  std::vector<std::uint64_t> asked;  ///< what a branch asks for that only asks for members
  std::vector<Property> properties;
  std::vector<PatternProperty> pattern_properties;
  std::vector<Object> objects;
  std::vector<Containment> containments;
  std::vector<Dependency> dependencies;
  std::vector<Limit> limits;
  std::vector<Value> values;          ///< of one enum with many: in the order of their hashes
  std::vector<std::uint64_t> hashes;  ///< of the values of large enums
  std::vector<Matcher> patterns;
  std::vector<std::string> names;
  std::vector<DynamicAnchor> dynamic_anchors;
  bool has_dynamic_references = false;
};

}  // namespace proclint
