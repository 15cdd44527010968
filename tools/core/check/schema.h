#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/schema_dialect.h"
#include "core/document/value.h"
#include "core/source/diagnostic.h"

namespace proclint {

/// Message texts come in two wordings: the author's words, or with pointer and keyword for who
/// writes rules.
enum class Wording : std::uint8_t { author, engineer };

/// How a schema is read.
struct SchemaOptions {
  std::string base_uri;                 ///< what relative references and ids are relative to
  Draft default_draft = Draft::draft7;  ///< where `$schema` is absent
  bool assert_formats = true;           ///< false: only where the dialect says so
  bool is_trusted = false;              ///< do not check it against its meta-schema
  bool is_alone = false;  ///< it has to hold what it refers to: no file can be named to it
  /// The schema document of a URI (without fragment), which must outlive the Schema; null if there
  /// is none. Also asked for the standard meta-schemas: a schema whose meta-schema is not given is
  /// not checked against it. Nothing is ever fetched by the engine.
  std::function<const Document*(std::string_view uri)> load;
};

/// A compiled JSON Schema. Immutable after construction, shared by threads.
class Schema {
 public:
  /// Compiles the schema that `root` is: mostly the root of a document, which must outlive it.
  /// Mistakes in the schema are reported as diagnostics at their places in it (rule
  /// schema-invalid), and null is returned; also, without a diagnostic, for the null Value: a
  /// document that could not be read.
  static std::unique_ptr<const Schema> compile(Value root, std::vector<Diagnostic>& diagnostics,
                                               const SchemaOptions& options = {});
  /// The same of a schema of ours, whose program was compiled when the programs were built; see
  /// carried_program(). The schema itself is compiled when the first document fails it.
  static std::unique_ptr<const Schema> carried(const Document& document, std::string_view program);
  virtual ~Schema() = default;

  /// Appends one finding (rule schema-violation) for each mistake in `root`, mostly that of a
  /// document; no echoes of the same mistake. `supplied` names members of it that the engine
  /// supplies (a page has no id): they count as present. Returns what each finding is about.
  virtual std::vector<Value> check(Value root, std::span<const std::string_view> supplied,
                                   Wording wording, std::vector<Diagnostic>& diagnostics) const = 0;
  /// Whether check() would find nothing; quicker, as it stops at the first mistake.
  virtual bool accepts(Value root) const = 0;
};

}  // namespace proclint
