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

// What could not be read is not found fault with.
bool fits(const Program& program, Value root, std::span<const std::string_view> supplied) {
  return !root || evaluate(program, root.document(), supplied, false, root.id()).is_valid;
}

class Compiled final : public Schema {
 public:
  explicit Compiled(CompiledSchema schema) : schema_(std::move(schema)) {}

  bool accepts(Value root) const override { return fits(schema_.program, root, {}); }

  std::vector<Value> check(Value root, std::span<const std::string_view> supplied, Wording wording,
                           std::vector<Diagnostic>& diagnostics) const override {
    if (fits(schema_.program, root, supplied)) return {};
    return tell(root, supplied, wording, diagnostics);
  }

  // What an invalid value has against it.
  std::vector<Value> tell(Value root, std::span<const std::string_view> supplied, Wording wording,
                          std::vector<Diagnostic>& diagnostics) const {
    const Evaluation evaluation =
        evaluate(schema_.program, root.document(), supplied, true, root.id());
    return explain(schema_, root, evaluation, wording, diagnostics);
  }

 private:
  CompiledSchema schema_;
};

std::optional<CompiledSchema> compiled(Value root, const SchemaOptions& options,
                                       std::vector<Diagnostic>& diagnostics) {
  std::optional<NormalisedSchema> source = normalise(root, options, diagnostics);
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

  bool accepts(Value root) const override { return fits(program_, root, {}); }

  std::vector<Value> check(Value root, std::span<const std::string_view> supplied, Wording wording,
                           std::vector<Diagnostic>& diagnostics) const override {
    if (fits(program_, root, supplied)) return {};
    std::call_once(once_, [this] {
      std::vector<Diagnostic> none;  // the build has seen to that
      whole_.emplace(*compiled(Value::root(document_), {}, none));
    });
    return whole_->tell(root, supplied, wording, diagnostics);
  }

 private:
  const Document& document_;
  Program program_;
  mutable std::once_flag once_;
  mutable std::optional<Compiled> whole_;
};

}  // namespace

std::unique_ptr<const Schema> Schema::compile(Value root, std::vector<Diagnostic>& diagnostics,
                                              const SchemaOptions& options) {
  const std::size_t mistakes = diagnostics.size();
  if (!options.is_trusted) check_against_meta_schema(root, options, diagnostics);
  if (diagnostics.size() > mistakes) return nullptr;
  std::optional<CompiledSchema> schema = compiled(root, options, diagnostics);
  if (!schema) return nullptr;
  return std::make_unique<Compiled>(*std::move(schema));
}

std::unique_ptr<const Schema> Schema::carried(const Document& document, std::string_view program) {
  return std::make_unique<Carried>(document, program);
}

}  // namespace proclint
