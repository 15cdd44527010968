#include "core/check/schema.h"

#include <utility>

#include "core/check/schema_compile.h"
#include "core/check/schema_evaluate.h"
#include "core/check/schema_explain.h"
#include "core/check/schema_normalise.h"
#include "core/check/schema_self_check.h"

namespace proclint {
namespace {

class Compiled final : public Schema {
 public:
  explicit Compiled(CompiledSchema schema) : schema_(std::move(schema)) {}

  bool accepts(const Document& document) const override {
    return document.empty() || evaluate(schema_.program, document, {}, false).is_valid;
  }

  void check(const Document& document, std::span<const std::string_view> supplied, Wording wording,
             std::vector<Diagnostic>& diagnostics) const override {
    if (document.empty()) return;
    if (evaluate(schema_.program, document, supplied, false).is_valid) return;
    const Evaluation evaluation = evaluate(schema_.program, document, supplied, true);
    explain(schema_, document, evaluation, wording, diagnostics);
  }

 private:
  CompiledSchema schema_;
};

}  // namespace

std::unique_ptr<const Schema> Schema::compile(const Document& document,
                                              std::vector<Diagnostic>& diagnostics,
                                              const SchemaOptions& options) {
  const std::size_t mistakes = diagnostics.size();
  if (!options.is_trusted) check_against_meta_schema(document, options, diagnostics);
  if (diagnostics.size() > mistakes) return nullptr;
  std::optional<NormalisedSchema> source = normalise(document, options, diagnostics);
  if (!source) return nullptr;
  std::optional<Program> program = compile_program(*source, options.assert_formats, diagnostics);
  if (!program) return nullptr;
  return std::make_unique<Compiled>(CompiledSchema{*std::move(source), *std::move(program)});
}

}  // namespace proclint
