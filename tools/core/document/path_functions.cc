#include "core/document/path_functions.h"

#include <algorithm>

#include "core/document/path_evaluation.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::uint64_t kBytesAStep = 16;

// RFC 9535, 2.4.4: characters of a string, elements, members; Nothing for all else.
PathValue length(PathEvaluation& evaluation, const FilterNode& call, Value current) {
  const PathValue of = evaluation.value_of(call.children[0], current);
  if (of.is(Kind::string)) {
    evaluation.spend(of.text().size() / kBytesAStep);
    return PathValue::count(utf8::count_codepoints(of.text()));
  }
  if (of.is(Kind::list) || of.is(Kind::map)) return PathValue::count(of.node().size());
  return {};
}

// RFC 9535, 2.4.5.
PathValue count(PathEvaluation& evaluation, const FilterNode& call, Value current) {
  std::uint64_t nodes = 0;
  evaluation.select(call.children[0].query, current, [&nodes](Value) {
    ++nodes;
    return true;
  });
  return PathValue::count(nodes);
}

// RFC 9535, 2.4.8: the value of the one node; Nothing if there are none or several.
PathValue value(PathEvaluation& evaluation, const FilterNode& call, Value current) {
  std::uint64_t nodes = 0;
  Value found;
  evaluation.select(call.children[0].query, current, [&](Value match) {
    found = match;
    return ++nodes < 2;
  });
  return nodes == 1 ? PathValue(found) : PathValue();
}

bool occurs(PathEvaluation& evaluation, const FilterNode& call, Value current, Extent extent) {
  const PathValue text = evaluation.value_of(call.children[0], current);
  if (!text.is(Kind::string)) return false;
  const Pattern* const pattern = evaluation.pattern_of(call, current, extent);
  if (pattern == nullptr || !evaluation.spend(1 + text.text().size() / kBytesAStep)) return false;
  return pattern->search(text.text()) == Pattern::Match::yes;
}

// RFC 9535, 2.4.6.
bool match(PathEvaluation& evaluation, const FilterNode& call, Value current) {
  return occurs(evaluation, call, current, Extent::whole);
}

// RFC 9535, 2.4.7.
bool search(PathEvaluation& evaluation, const FilterNode& call, Value current) {
  return occurs(evaluation, call, current, Extent::part);
}

constexpr PathFunction kFunctions[] = {
    {"length", PathType::value, 1, {PathType::value, PathType::value}, length, nullptr},
    {"count", PathType::value, 1, {PathType::nodes, PathType::value}, count, nullptr},
    {"match", PathType::logical, 2, {PathType::value, PathType::value}, nullptr, match},
    {"search", PathType::logical, 2, {PathType::value, PathType::value}, nullptr, search},
    {"value", PathType::value, 1, {PathType::nodes, PathType::value}, value, nullptr},
};

}  // namespace

std::span<const PathFunction> path_functions() { return kFunctions; }

const PathFunction* find_path_function(std::string_view name) {
  const auto* const found =
      std::find_if(std::begin(kFunctions), std::end(kFunctions),
                   [name](const PathFunction& each) { return each.name == name; });
  return found == std::end(kFunctions) ? nullptr : found;
}

std::optional<Extent> pattern_extent(const PathFunction& function) {
  if (function.test == match) return Extent::whole;
  if (function.test == search) return Extent::part;
  return std::nullopt;
}

}  // namespace proclint
