// Schemas and documents, both mutated: a schema, the byte 0x1E, a document. Whatever they are, the
// engine ends, both passes agree, nothing is refused without a diagnostic, every finding speaks and
// points into the document.
#include <cstdint>
#include <string>
#include <vector>

#include "core/check/schema.h"
#include "core/check/schema_lint.h"
#include "core/read/reader.h"
#include "fuzz/invariants.h"

namespace proclint::fuzz {
namespace {

void check(const Schema& schema, const Document& document, const Source& source) {
  std::vector<Diagnostic> found;
  schema.check(Value::root(document), {}, Wording::author, found);
  schema.check(Value::root(document), {}, Wording::engineer, found);
  expect(schema.accepts(Value::root(document)) == found.empty());
  expect_sound(found, source.text().size());
  for (const Diagnostic& diagnostic : found) expect(diagnostic.rule == "schema-violation");
}

// What the linter calls an error is what the compiler refuses.
void lint(const Document& schema, bool is_refused, std::size_t size) {
  std::vector<Diagnostic> found;
  lint_schema(Value::root(schema), {}, found);
  expect_sound(found, size);
  bool has_errors = false;
  for (const Diagnostic& diagnostic : found) has_errors |= diagnostic.rule == "schema-invalid";
  expect(has_errors == is_refused);
}

void run(std::string_view schema_text, std::string_view document_text) {
  const Source schema_source("schema.json", schema_text);
  const Source document_source("document.json", document_text);
  Document schema_document;
  Document document;
  std::vector<Diagnostic> problems;
  read_json(schema_source, {}, schema_document, problems);
  read_json(document_source, {}, document, problems);
  if (schema_document.empty()) return;
  for (const bool is_trusted : {false, true}) {
    SchemaOptions options;
    options.is_trusted = is_trusted;
    std::vector<Diagnostic> mistakes;
    const auto schema = Schema::compile(Value::root(schema_document), mistakes, options);
    expect((schema == nullptr) == !mistakes.empty());
    for (const Diagnostic& mistake : mistakes) {
      expect(!mistake.message.empty() && mistake.rule == "schema-invalid");
    }
    expect_sound(mistakes, schema_text.size());
    if (schema) check(*schema, document, document_source);
    if (!is_trusted) lint(schema_document, schema == nullptr, schema_text.size());
  }
}

}  // namespace
}  // namespace proclint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t at = all.find('\x1E');
  if (at == std::string_view::npos) return 0;
  proclint::fuzz::run(all.substr(0, at), all.substr(at + 1));
  return 0;
}
