#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/schema.h"
#include "core/check/schema_evaluate.h"
#include "core/check/schema_explain.h"
#include "core/check/schema_words.h"
#include "core/document/positions.h"

namespace proclint {

/// What is said of one failure.
class SchemaMessages {
 public:
  SchemaMessages(const CompiledSchema& schema, const Document& document, Wording wording,
                 Positions& positions)
      : schema_(schema), document_(document), wording_(wording), positions_(positions) {}

  std::string message(const Failure& failure) const { return led(failure, body(failure)); }
  /// A text about a failure with what the wording puts before it.
  std::string led(const Failure& failure, const std::string& text) const;
  /// "because ..." for a schema that applies under a condition; empty for others.
  std::string reason(const Failure& failure) const;
  /// The name that an unknown member most likely means; empty if there is none.
  std::string_view meant(const Failure& failure) const;
  /// The name that a `required` failure misses.
  std::string_view missing(const Failure& failure) const;
  /// The values that a failure of enum or const asks for, in the order of the schema.
  std::vector<Value> allowed(const Failure& failure) const;
  /// What the failure underlines.
  Span place(const Failure& failure) const;

  /// Texts that speak of several alternatives, for led().
  std::string wrong_types(const Failure& failure, std::uint32_t types) const;
  std::string wrong_value(const Failure& failure, std::span<const Value> values) const;
  std::string none_of(const Failure& failure, std::span<const std::string> names) const;

 private:
  Value value(const Failure& failure) const { return Value(document_, failure.at); }
  const Instruction& instruction(const Failure& failure) const {
    return schema_.program.code[failure.instruction];
  }
  std::string name_of(Value value) const { return proclint::name_of(value, positions_); }
  std::string_view near_name(std::string_view word,
                             std::span<const std::string_view> candidates) const;
  std::string body(const Failure& failure) const;
  std::string limit(const Failure& failure) const;
  std::string size(const Failure& failure) const;
  std::string unknown_member(const Failure& failure) const;
  std::string missing_member(const Failure& failure) const;
  std::string pattern(const Failure& failure) const;
  std::string too_many(const Failure& failure) const;
  std::string expected(const Failure& failure) const;

  const CompiledSchema& schema_;
  const Document& document_;
  Wording wording_;
  Positions& positions_;
  // Letters that may still be compared to find near names: beyond it, there is no "did you mean".
  mutable std::size_t near_budget_ = 20'000'000;
};

}  // namespace proclint
