#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "core/pattern/codepoint_set.h"
#include "core/pattern/pattern.h"
#include "core/pattern/property.h"
#include "core/source/result.h"

namespace proclint {

/// `\p{...}` or, negated, `\P{...}` as a member of a class.
struct ClassProperty {
  Property property;
  bool negated = false;
};

/// What one character must be: a member of `set` or of a property; with `negated`, neither.
struct CharacterClass {
  CodepointSet set;  ///< normalised
  std::vector<ClassProperty> properties;
  bool negated = false;  ///< only with properties; without them `set` is the complement already
};

// A namespace of its own, since document/ has a Node too: two types of one name in a program are
// one to the linker.
inline namespace pattern_syntax {

/// A part of a pattern.
struct PatternNode {
  enum class Kind : std::uint8_t {
    empty,
    character,        ///< `codepoint`
    character_class,  ///< Syntax's `classes[number]`
    begin,            ///< ^
    end,              ///< $
    boundary,         ///< \b; negated: \B
    sequence,         ///< `children`
    either,           ///< one of `children`
    repeat,           ///< children[0], `min` to `max` times
    group,            ///< children[0], captured as group `number`
    back_reference,   ///< what `references[number]` is about
    look,             ///< children[0] ahead or `behind`
  };
  static constexpr std::uint32_t kUnbounded = std::numeric_limits<std::uint32_t>::max();

  Kind kind = Kind::empty;
  bool negated = false;
  bool behind = false;
  bool lazy = false;
  char32_t codepoint = 0;
  std::uint32_t number = 0;
  std::uint32_t min = 0;
  std::uint32_t max = 0;
  std::vector<PatternNode> children;
};

}  // namespace pattern_syntax

/// A pattern of ECMA-262 (with the u flag) as a tree; its depth is bounded.
struct Syntax {
  PatternNode root;
  std::vector<CharacterClass> classes;
  std::vector<std::uint32_t> references;  ///< the group of each back-reference, from 1
  std::uint32_t group_count = 0;
  bool has_look = false;
  bool is_unusual = false;  ///< has what PCRE2 may not be able to do either
  bool has_boundary = false;
};

/// Error: what is malformed and at which character, counted from 1.
Result<Syntax> parse_syntax(std::string_view pattern, Strictness strictness);

}  // namespace proclint
