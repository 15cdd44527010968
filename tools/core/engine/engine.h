#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/check/applied_rules.h"
#include "core/check/schema.h"
#include "core/engine/configs.h"
#include "core/engine/inputs.h"
#include "core/engine/our_file.h"
#include "core/engine/rulebook.h"
#include "core/engine/run.h"
#include "core/source/diagnostic.h"
#include "core/source/rule_info.h"

namespace proclint {

class SchemaStore;
struct ReadOptions;
struct Reader;

/// What the command line says about checking; empty texts leave it to the configuration.
struct EngineOptions {
  std::string schema;
  std::string rules;  ///< a ruleset: a path, "builtin:NAME" or "none"
  std::string config;
  Wording wording = Wording::author;
  std::uint32_t max_depth = 512;
  std::size_t max_size = std::size_t{100} << 20U;
  std::string today;             ///< YYYY-MM-DD; empty: the UTC date
  bool asserts_formats = false;  ///< `format` in schemas that are not ours is checked
  /// Why, help, sources and examples of builtin rules: absent, a run starts faster.
  Documentation documentation = Documentation::absent;
};

/// The id of a document that does not say one: its file's name without what follows ".procedure",
/// or its extension.
std::string_view id_from(std::string_view path);

/// What applies to one document.
struct Plan {
  const Schema* schema = nullptr;       ///< null: none
  SchemaStore* schemas = nullptr;       ///< for documents that name their own; null: they may not
  const AppliedRules* rules = nullptr;  ///< null: none
  const Rulebook* book = nullptr;       ///< what `rules` are of, and the words to read by
};

/// Joins the stages. Prepared by one thread (plan), then checks documents from many.
class Engine {
 public:
  /// Error: a file that the options name cannot be read, or there are two configurations in one
  /// folder.
  static Result<std::unique_ptr<Engine>> create(const EngineOptions& options);
  ~Engine();

  Configs& configs();
  /// What applies to `input`; null when the configuration or schema that applies has mistakes,
  /// which our_files() then holds, or a schema that the configuration names cannot be read: then
  /// `failure` says why.
  const Plan* plan(const Input& input, std::optional<Error>& failure);

  /// The schema that `input` is checked against where its configuration or the command line says;
  /// null with `failure` set if it cannot be read, null alone if it has mistakes.
  const Schema* schema_for(const Input& input, std::optional<Error>& failure);

  /// Reads one document into the workspace; findings are those of the reader. Thread-safe.
  Checked read(const Input& input, Workspace& workspace) const;
  /// The same for a text that may be a stream of several documents, as YAML's is: hands them over
  /// one by one, before what comes behind them was read. Thread-safe.
  Checked read_each(const Input& input, Workspace& workspace,
                    const std::function<void(const Document&)>& each) const;
  /// Reads and checks one document; what goes wrong inside (memory runs out) is a failure of this
  /// document. Thread-safe.
  Checked check(const Input& input, const Plan& plan, Workspace& workspace) const;
  /// The same for a text of a known form; findings sorted by place, then rule. Thread-safe.
  std::vector<Diagnostic> check(const Source& source, Form form, const Plan& plan,
                                Document& document) const;

  /// Our files with mistakes in them: configuration, rules, schemas. Nothing can be checked when
  /// the rules have some.
  std::vector<const OurFile*> broken_files() const;
  bool rules_are_broken() const;

  /// The rules and words for the documents of a configuration; it may have mistakes (is_broken).
  /// Thread-safe.
  const Rulebook& rulebook(const Config& config) const;
  /// Every rule of the configurations that were met, sorted by id.
  std::vector<RuleInfo> rules() const;
  /// Those that hold without a configuration.
  /// The date that rules compare with, as YYYY-MM-DD.
  const std::string& today() const;
  const Ruleset& ruleset() const;
  const Vocabulary& vocabulary() const;

 private:
  struct State;
  /// Fills the workspace with the text and gives its reader; null: `checked` says why not.
  const Reader* open(const Input& input, Workspace& workspace, Checked& checked) const;
  ReadOptions read_options(const Rulebook& book) const;
  Checked check_unguarded(const Input& input, const Plan& plan, Workspace& workspace) const;
  Checked read(const Input& input, const Rulebook& book, Workspace& workspace) const;
  void read(const Source& source, const Reader& reader, const Rulebook& book, Document& document,
            std::vector<Diagnostic>& findings) const;
  std::optional<std::string> check_content(const Document& document, const Plan& plan,
                                           CheckMemory& memory,
                                           std::vector<Diagnostic>& findings) const;
  std::optional<std::string> check_schema(const Document& document, const Plan& plan,
                                          std::vector<Diagnostic>& findings) const;
  void finish(const Source& source, const Document& document, const Plan& plan,
              std::vector<Diagnostic>& findings) const;
  explicit Engine(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace proclint
