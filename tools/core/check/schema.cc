#include "core/check/schema.h"

#include <mutex>
#include <utility>

#include "core/check/schema_carried.h"
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
    tell(document, supplied, wording, diagnostics);
  }

  // What an invalid document has against it.
  void tell(const Document& document, std::span<const std::string_view> supplied, Wording wording,
            std::vector<Diagnostic>& diagnostics) const {
    const Evaluation evaluation = evaluate(schema_.program, document, supplied, true);
    explain(schema_, document, evaluation, wording, diagnostics);
  }

 private:
  CompiledSchema schema_;
};

std::optional<CompiledSchema> compiled(const Document& document, const SchemaOptions& options,
                                       std::vector<Diagnostic>& diagnostics) {
  std::optional<NormalisedSchema> source = normalise(document, options, diagnostics);
  if (!source) return std::nullopt;
  std::optional<Program> program = compile_program(*source, options.assert_formats, diagnostics);
  if (!program) return std::nullopt;
  return CompiledSchema{*std::move(source), *std::move(program)};
}

// Has the program from the start, and the rest when messages need it.
class Carried final : public Schema {
 public:
  Carried(const Document& document, std::string_view program)
      : document_(document), program_(read_carried_program(program, document)) {}

  bool accepts(const Document& document) const override {
    return document.empty() || evaluate(program_, document, {}, false).is_valid;
  }

  void check(const Document& document, std::span<const std::string_view> supplied, Wording wording,
             std::vector<Diagnostic>& diagnostics) const override {
    if (document.empty()) return;
    if (evaluate(program_, document, supplied, false).is_valid) return;
    std::call_once(once_, [this] {
      std::vector<Diagnostic> none;  // the build has seen to that
      whole_.emplace(*compiled(document_, {}, none));
    });
    whole_->tell(document, supplied, wording, diagnostics);
  }

 private:
  const Document& document_;
  Program program_;
  mutable std::once_flag once_;
  mutable std::optional<Compiled> whole_;
};

}  // namespace

std::unique_ptr<const Schema> Schema::compile(const Document& document,
                                              std::vector<Diagnostic>& diagnostics,
                                              const SchemaOptions& options) {
  const std::size_t mistakes = diagnostics.size();
  if (!options.is_trusted) check_against_meta_schema(document, options, diagnostics);
  if (diagnostics.size() > mistakes) return nullptr;
  std::optional<CompiledSchema> schema = compiled(document, options, diagnostics);
  if (!schema) return nullptr;
  return std::make_unique<Compiled>(*std::move(schema));
}

std::unique_ptr<const Schema> Schema::carried(const Document& document, std::string_view program) {
  return std::make_unique<Carried>(document, program);
}

}  // namespace proclint
