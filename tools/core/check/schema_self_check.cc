#include "core/check/schema_self_check.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <mutex>
#include <optional>
#include <utility>

#include "core/check/schema_compile.h"
#include "core/check/schema_evaluate.h"
#include "core/check/schema_explain.h"
#include "core/check/schema_registry.h"

namespace proclint {
namespace {

// The compiled meta-schema of a draft; null if `given` has none. Its formats are not asserted:
// patterns and references are reported, better, by those who use them.
const CompiledSchema* meta_schema(Draft draft, const SchemaOptions& given) {
  static std::mutex mutex;
  static std::array<std::optional<CompiledSchema>, 5> all;
  const std::lock_guard lock(mutex);
  std::optional<CompiledSchema>& one = all[static_cast<std::size_t>(draft)];
  if (one) return &*one;
  const Document* const document = given.load ? given.load(uri_of(draft)) : nullptr;
  if (document == nullptr) return nullptr;
  std::vector<Diagnostic> problems;
  SchemaOptions options;
  options.base_uri = uri_of(draft);
  options.load = given.load;
  std::optional<NormalisedSchema> source = normalise(Value::root(*document), options, problems);
  assert(source);
  std::optional<Program> program = compile_program(*source, false, problems);
  assert(program);
  one.emplace(CompiledSchema{*std::move(source), *std::move(program)});
  return &*one;
}

// A part of the document that is checked for itself.
struct Part {
  Value root;
  Draft draft;
};

// The document, and the resources in it whose draft is not that of what surrounds them.
std::vector<Part> parts(const Document& document, const SchemaRegistry& registry) {
  std::vector<Part> all;
  for (const SchemaResource& resource : registry.resources()) {
    if (&resource.root.document() == &document)
      all.push_back({resource.root, resource.dialect.draft});
  }
  std::sort(all.begin(), all.end(),
            [](const Part& a, const Part& b) { return a.root.id() < b.root.id(); });
  std::vector<Part> out;
  std::vector<Part> around;
  for (const Part& part : all) {
    while (!around.empty() && around.back().root.node().next <= part.root.id()) around.pop_back();
    if (around.empty() || around.back().draft != part.draft) out.push_back(part);
    around.push_back(part);
  }
  return out;
}

}  // namespace

void check_against_meta_schema(Value root, const SchemaOptions& options,
                               std::vector<Diagnostic>& diagnostics) {
  if (!root) return;
  const Document& document = root.document();
  std::vector<Diagnostic> ignored;  // normalise() reports them
  const SchemaRegistry registry(root, options, ignored);
  const std::vector<Part> all = parts(document, registry);
  for (const Part& part : all) {
    const CompiledSchema* const schema = meta_schema(part.draft, options);
    if (schema == nullptr) continue;
    const NodeId id = part.root.id();
    if (evaluate(schema->program, document, {}, false, id).is_valid) continue;
    std::vector<Diagnostic> found;
    const Evaluation evaluation = evaluate(schema->program, document, {}, true, id);
    explain(*schema, part.root, evaluation, Wording::author, found);
    for (Diagnostic& diagnostic : found) {
      const bool is_of_inner = std::any_of(all.begin(), all.end(), [&](const Part& inner) {
        return inner.root.id() > id && inner.root.span().contains(diagnostic.span);
      });
      if (is_of_inner) continue;
      diagnostic.rule = "schema-invalid";
      diagnostics.push_back(std::move(diagnostic));
    }
  }
}

}  // namespace proclint
