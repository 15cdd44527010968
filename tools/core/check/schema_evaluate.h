#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/check/schema_program.h"
#include "core/document/document.h"

namespace proclint {

/// Detail of a pattern's failure: it needed too long, so there is no answer.
inline constexpr std::uint32_t kPatternLimit = 1;

/// One way in which a document fails a schema.
struct Failure {
  std::uint32_t schema;       ///< node of the program that holds the keyword
  std::uint32_t instruction;  ///< in Program::code
  Keyword keyword;
  NodeId at;                     ///< the value that fails
  std::uint32_t detail = kNone;  ///< required: property; dependencies: needed name; items: element
  std::uint32_t detail_2 =
      kNone;  ///< one_of: the second branch that matches; unique_items: the earlier one
  /// any_of, one_of: what each branch has against the value; conditional, dependent_schema,
  /// property_names: what the schema inside has.
  std::vector<std::vector<Failure>> branches = {};
};

/// What evaluation came to. Where it gave up, because schemas are nested or repeated beyond any
/// sensible one, there is no answer, and the document counts as invalid.
struct Evaluation {
  bool is_valid = true;
  bool gave_up = false;
  bool has_loop = false;          ///< it gave up because the schema refers back to itself
  std::vector<Failure> failures;  ///< only if they were asked for
};

/// Evaluates `program` over the node `root` of `document`, which is not empty. `supplied` names
/// members of the root that count as present. Without `collects` it stops at the first failure and,
/// for schemas without `unevaluated...`, allocates nothing.
Evaluation evaluate(const Program& program, const Document& document,
                    std::span<const std::string_view> supplied, bool collects, NodeId root = 0);

}  // namespace proclint
