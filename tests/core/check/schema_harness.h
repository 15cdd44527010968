#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/schema.h"
#include "core/engine/meta_schemas.h"
#include "core/read/reader.h"

namespace proclint::test {

/// A JSON text that was read, with what it needs.
struct Read {
  explicit Read(std::string content, std::string file = "test.json")
      : text(std::move(content)), path(std::move(file)), source(path, text) {
    read_json(source, {}, document, problems);
  }
  Read(const Read&) = delete;
  Read& operator=(const Read&) = delete;

  Value root() const { return Value::root(document); }

  std::string text;
  std::string path;
  Source source;
  Document document;
  std::vector<Diagnostic> problems;
};

/// Schema::compile with the standard meta-schemas at hand.
inline std::unique_ptr<const Schema> compile(const Document& document,
                                             std::vector<Diagnostic>& diagnostics,
                                             SchemaOptions options = {}) {
  const auto others = options.load;
  options.load = [others](std::string_view uri) {
    const Document* const standard = standard_meta_schema(uri);
    return standard == nullptr && others ? others(uri) : standard;
  };
  return Schema::compile(Value::root(document), diagnostics, options);
}

/// "what is underlined: message" of each finding, a line each; "" for none.
inline std::string lines(const Source& source, const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (!out.empty()) out += '\n';
    out += std::string(source.slice(diagnostic.span)) + ": " + diagnostic.message;
    for (const Note& note : diagnostic.notes) out += "\n  " + note.message;
  }
  return out;
}

/// What a schema finds in a document, as lines().
inline std::string findings(const std::string& schema_text, const std::string& document_text,
                            Wording wording = Wording::author) {
  const Read schema(schema_text);
  const Read document(document_text);
  std::vector<Diagnostic> diagnostics;
  const auto compiled = compile(schema.document, diagnostics);
  if (!compiled) return "schema: " + lines(schema.source, diagnostics);
  compiled->check(document.root(), {}, wording, diagnostics);
  const bool is_valid = compiled->accepts(document.root());
  if (is_valid != diagnostics.empty()) return "the two passes disagree";
  return lines(document.source, diagnostics);
}

/// What is wrong with a schema.
inline std::string mistakes(const std::string& schema_text, const SchemaOptions& options = {}) {
  const Read schema(schema_text);
  std::vector<Diagnostic> diagnostics;
  compile(schema.document, diagnostics, options);
  return lines(schema.source, diagnostics);
}

}  // namespace proclint::test
