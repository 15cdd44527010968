#include "core/engine/engine.h"

#include <algorithm>
#include <array>
#include <exception>
#include <map>
#include <mutex>
#include <new>
#include <unordered_map>

#include "core/check/check_document.h"
#include "core/check/identity.h"
#include "core/engine/echoes.h"
#include "core/engine/schema_store.h"
#include "core/engine/user_data.h"
#include "core/read/reader.h"
#include "core/read/yaml.h"
#include "core/source/file.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

// A page names neither; the engine knows them from the file's name and the form.
constexpr std::array<std::string_view, 2> kSupplied{"id", "schemaVersion"};

// The reader for a document: by its name, else (a pipe has none) by how its text begins.
Result<const Reader*> reader_of(std::string_view path, std::string_view text) {
  if (const Reader* const reader = reader_for(path)) return reader;
  const std::size_t slash = path.rfind('/');
  const std::string_view name = path.substr(slash == std::string_view::npos ? 0 : slash + 1);
  if (const std::size_t dot = name.rfind('.'); dot != std::string_view::npos && dot != 0) {
    std::string known;
    for (const Reader& reader : readers()) {
      for (const std::string_view extension : reader.extensions)
        known.append(known.empty() ? "" : ", ") += extension;
    }
    return Error{"cannot read " + std::string(path) + ": " + std::string(name.substr(dot)) +
                 " is not supported; what can be read: " + known};
  }
  return &reader_for(guessed_form(text));
}

// "100 MiB", as the user wrote it.
std::string size_in_words(std::size_t bytes) {
  constexpr std::array<std::string_view, 4> kUnits{" bytes", " KiB", " MiB", " GiB"};
  std::size_t unit = 0;
  while (unit + 1 < kUnits.size() && bytes % 1024 == 0) {
    bytes /= 1024;
    ++unit;
  }
  return std::to_string(bytes).append(kUnits[unit]);
}

// A text that has a node for fewer bytes than this is no document that somebody wrote, and its tree
// would need many times its memory. So --max-size bounds the tree, too: 100 MiB allow 21 million
// nodes.
constexpr std::size_t kBytesForNode = 5;
constexpr std::size_t kNodesForAll = 10'000'000;

// What names a document in identities: its id, when the file is named after it as it should be. The
// path is added otherwise, because nothing keeps another file from having the same id.
std::string identity_name(std::string_view path, const Document& document) {
  const std::string_view from_path = id_from(path);
  const Value root = Value::root(document);
  const Value id = root && root.is(Kind::map) ? root.find("id") : Value();
  if (!id || !id.is(Kind::string) || id.text() == from_path) return std::string(from_path);
  return std::string(id.text()).append(" ").append(path);
}

// What the reader and the schema found is theirs; how much it weighs is said by the rules.
void apply_severities(const Plan& plan, std::vector<Diagnostic>& findings) {
  const Ruleset& ruleset = plan.book->ruleset;
  std::erase_if(findings, [&](Diagnostic& finding) {
    const std::optional<std::size_t> rule = ruleset.find(finding.rule);
    if (!rule || ruleset.rules()[*rule].finder == Rule::Finder::functions) return false;
    const std::optional<Severity> severity = plan.rules->settings().severities[*rule];
    if (severity) finding.severity = *severity;
    return !severity;
  });
}

// Nobody knows what bytes that are no UTF-8 stand for, nor what belongs to the text around them: a
// text that has some is not mended, and what its fixes say stays as advice.
void withdraw_fixes_of_no_text(const Source& source, std::vector<Diagnostic>& findings) {
  const auto is_offered = [](const Diagnostic& finding) {
    return finding.fix && !finding.fix->edits.empty();
  };
  const bool has_some = std::any_of(findings.begin(), findings.end(), is_offered);
  if (!has_some || utf8::find_invalid(source.text()) == std::string_view::npos) return;
  for (Diagnostic& finding : findings) {
    if (finding.fix) finding.fix->edits.clear();
  }
}

}  // namespace

std::string_view id_from(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  std::string_view name = path.substr(slash == std::string_view::npos ? 0 : slash + 1);
  const std::size_t procedure = name.rfind(".procedure.");
  return name.substr(0, procedure != std::string_view::npos ? procedure : name.rfind('.'));
}

struct Engine::State {
  EngineOptions options;
  std::optional<Configs> configs;
  std::mutex mutex;
  std::vector<std::unique_ptr<Rulebook>> books;          // in the order in which they were met
  std::unordered_map<const Config*, Rulebook*> book_of;  // null: without a configuration
  std::optional<UserData> data;
  std::map<const Config*, std::unique_ptr<SchemaStore>> stores;
  std::map<std::string, std::unique_ptr<AppliedRules>>
      applied;  // by configuration and what of it applies
  std::map<std::tuple<const Schema*, const AppliedRules*, const Rulebook*>, std::unique_ptr<Plan>>
      plans;
  std::unordered_map<const Config*, const Plan*> whole_plans;  // see is_whole

  Rulebook& book(const Config* config);
  SchemaStore& store(const Config& config);
  std::string schema_name(const Config& config, std::string_view relative_path) const;
  bool is_whole(const Config& config);
  const Plan* make_plan(const Input& input, std::optional<Error>& failure);
  const AppliedRules* rules_for(const Config& config, std::string_view relative_path,
                                const Surroundings& surroundings);
  Settings make_settings(const Config& config, std::string_view relative_path);
};

Rulebook& Engine::State::book(const Config* config) {
  const std::lock_guard lock(mutex);
  if (config != nullptr && !needs_own_rulebook(*config, options.rules)) config = nullptr;
  Rulebook*& book = book_of[config];
  // It cannot fail: create() has read what the command line names.
  if (book == nullptr) {
    book = books.emplace_back(*make_rulebook({config, options.rules, options.documentation})).get();
  }
  return *book;
}

SchemaStore& Engine::State::store(const Config& config) {
  // Where nothing is configured, all is the same.
  std::unique_ptr<SchemaStore>& store = stores[config.file == nullptr ? nullptr : &config];
  if (store == nullptr)
    store =
        std::make_unique<SchemaStore>(config, options.asserts_formats || config.asserts_formats);
  return *store;
}

std::string Engine::State::schema_name(const Config& config, std::string_view relative_path) const {
  if (!options.schema.empty()) return options.schema;
  for (const Config::SchemaChoice& choice : config.schemas) {
    const bool applies = std::any_of(choice.files.begin(), choice.files.end(),
                                     [&](const Glob& glob) { return glob.matches(relative_path); });
    if (applies) return choice.schema;
  }
  return std::string(kBuiltinSchema);
}

Settings Engine::State::make_settings(const Config& config, std::string_view relative_path) {
  const Rulebook& rules = book(&config);
  Settings made = rules.ruleset.defaults();
  if (config.file == nullptr) return made;
  const auto apply = [&](Value changes) {
    rules.ruleset.configure(changes, rules.vocabulary, made, config.file->diagnostics);
  };
  if (config.rules) apply(config.rules);
  for (const Config::Override& entry : config.overrides) {
    const bool applies = std::any_of(entry.files.begin(), entry.files.end(),
                                     [&](const Glob& glob) { return glob.matches(relative_path); });
    if (applies) apply(entry.rules);
  }
  return made;
}

const AppliedRules* Engine::State::rules_for(const Config& config, std::string_view relative_path,
                                             const Surroundings& surroundings) {
  std::string key = config.file == nullptr ? std::string() : config.folder;
  key += '\n';
  // Files that the same overrides and the same rules apply to share them.
  const auto add = [&](const std::vector<Glob>& files) {
    const bool applies = std::any_of(files.begin(), files.end(),
                                     [&](const Glob& glob) { return glob.matches(relative_path); });
    key += applies ? '1' : '0';
  };
  for (const Config::Override& entry : config.overrides) add(entry.files);
  const Rulebook& rules = book(&config);
  for (const std::size_t rule : rules.limited_rules) add(rules.ruleset.rules()[rule].files);
  std::unique_ptr<AppliedRules>& applied_of_key = applied[key];
  if (applied_of_key == nullptr) {
    Settings settings = make_settings(config, relative_path);
    rules.ruleset.limit_to(relative_path, settings);
    settings.surroundings = &surroundings;
    applied_of_key = std::make_unique<AppliedRules>(rules.ruleset, std::move(settings));
  }
  return applied_of_key.get();
}

// Whether the same holds for all files of a configuration, so that nobody need look at their paths.
bool Engine::State::is_whole(const Config& config) {
  return (config.schemas.empty() || !options.schema.empty()) &&
         (options.rules == "none" ||
          (config.overrides.empty() && book(&config).limited_rules.empty()));
}

const Plan* Engine::State::make_plan(const Input& input, std::optional<Error>& failure) {
  const Config& config = *input.config;
  if (config.file != nullptr && !config.file->diagnostics.empty()) return nullptr;
  const std::string absolute = absolute_path(input.path);
  const std::string_view relative_path = relative(config, absolute);
  const Rulebook& rules = book(&config);
  if (rules.is_broken()) return nullptr;
  SchemaStore& schemas = store(config);
  const Schema* const schema_of_input = schemas.get(schema_name(config, relative_path), failure);
  if (schema_of_input == nullptr) return nullptr;
  const Surroundings* const surroundings = data->of(config, rules.vocabulary.code_systems, failure);
  if (surroundings == nullptr) return nullptr;
  const AppliedRules* const rules_of_input =
      options.rules == "none" ? nullptr : rules_for(config, relative_path, *surroundings);
  if (config.file != nullptr && !config.file->diagnostics.empty()) return nullptr;
  std::unique_ptr<Plan>& plan = plans[{schema_of_input, rules_of_input, &rules}];
  if (plan == nullptr) {
    SchemaStore* const own = options.schema.empty() ? &schemas : nullptr;
    plan = std::make_unique<Plan>(Plan{schema_of_input, own, rules_of_input, &rules});
  }
  return plan.get();
}

Engine::Engine(std::unique_ptr<State> state) : state_(std::move(state)) {}
Engine::~Engine() = default;

Result<std::unique_ptr<Engine>> Engine::create(const EngineOptions& options) {
  auto state = std::make_unique<State>();
  state->options = options;
  Result<Configs> configs = Configs::create(options.config);
  if (!configs) return configs.error();
  state->configs = *std::move(configs);
  state->data.emplace(options.today.empty() ? date_today() : options.today);
  if (!options.rules.empty()) {
    Result<std::unique_ptr<Rulebook>> book =
        make_rulebook({nullptr, options.rules, options.documentation});
    if (!book) return book.error();
    state->book_of[nullptr] = state->books.emplace_back(*std::move(book)).get();
  }
  return std::unique_ptr<Engine>(new Engine(std::move(state)));
}

Configs& Engine::configs() { return *state_->configs; }

const Plan* Engine::plan(const Input& input, std::optional<Error>& failure) {
  if (const auto known = state_->whole_plans.find(input.config);
      known != state_->whole_plans.end()) {
    return known->second;
  }
  const Plan* const plan = state_->make_plan(input, failure);
  // A failure is told for each file that it hits.
  if (!failure && state_->is_whole(*input.config)) state_->whole_plans[input.config] = plan;
  return plan;
}

const Schema* Engine::schema_for(const Input& input, std::optional<Error>& failure) {
  const std::string absolute = absolute_path(input.path);
  const Config& config = *input.config;
  return state_->store(config).get(state_->schema_name(config, relative(config, absolute)),
                                   failure);
}

const Reader* Engine::open(const Input& input, Workspace& workspace, Checked& checked) const {
  const std::size_t max_size = state_->options.max_size;
  const Result<ReadOutcome> outcome =
      input.is_standard_input ? read_standard_input(max_size, workspace.text)
                              : workspace.files.read(input.path, max_size, workspace.text);
  if (!outcome) {
    checked.failure = outcome.error().message;
    return nullptr;
  }
  workspace.document.clear();
  workspace.source = Source(input.path, workspace.text);
  if (*outcome == ReadOutcome::too_large) {
    Diagnostic diagnostic;
    diagnostic.rule = "too-large";
    diagnostic.message = "the document is larger than " + size_in_words(max_size) +
                         "; split it, or allow more with --max-size";
    checked.findings.push_back(std::move(diagnostic));
    return nullptr;
  }
  const Result<const Reader*> reader = reader_of(input.path, workspace.text);
  if (reader) return *reader;
  checked.failure = reader.error().message;
  return nullptr;
}

ReadOptions Engine::read_options(const Rulebook& book) const {
  return {state_->options.max_depth, &book.vocabulary.headings,
          std::max(kNodesForAll, state_->options.max_size / kBytesForNode)};
}

Checked Engine::read(const Input& input, Workspace& workspace) const {
  return read(input, state_->book(input.config), workspace);
}

Checked Engine::read(const Input& input, const Rulebook& book, Workspace& workspace) const {
  Checked checked;
  const Reader* const reader = open(input, workspace, checked);
  if (reader != nullptr)
    read(workspace.source, *reader, book, workspace.document, checked.findings);
  return checked;
}

Checked Engine::read_each(const Input& input, Workspace& workspace,
                          const std::function<void(const Document&)>& each) const {
  Checked checked;
  const Reader* const reader = open(input, workspace, checked);
  if (reader == nullptr) return checked;
  const Rulebook& book = state_->book(input.config);
  Document& document = workspace.document;
  if (reader->form == Form::yaml) {
    read_yaml_stream(workspace.source, read_options(book), document, checked.findings, each);
    return checked;
  }
  read(workspace.source, *reader, book, document, checked.findings);
  if (!document.empty()) each(document);
  return checked;
}

void Engine::read(const Source& source, const Reader& reader, const Rulebook& book,
                  Document& document, std::vector<Diagnostic>& findings) const {
  document.clear();
  reader.read(source, read_options(book), document, findings);
}

Checked Engine::check(const Input& input, const Plan& plan, Workspace& workspace) const {
  // One document that is too much for the machine must not take the results of the others with it.
  std::string reason;
  try {
    return check_unguarded(input, plan, workspace);
  } catch (const std::bad_alloc&) {
    reason = "there is not enough memory for it";
  } catch (const std::exception& error) {
    reason = error.what();
  }
  workspace = Workspace();
  Checked checked;
  checked.failure = "internal error: cannot check " + input.path + ": " + reason;
  return checked;
}

Checked Engine::check_unguarded(const Input& input, const Plan& plan, Workspace& workspace) const {
  Checked checked = read(input, *plan.book, workspace);
  if (!checked.failure) {
    checked.failure = check_content(workspace.document, plan, workspace.check, checked.findings);
  }
  if (checked.findings.empty()) return checked;
  finish(workspace.source, workspace.document, plan, checked.findings);
  checked.text = std::move(workspace.text);
  return checked;
}

std::vector<Diagnostic> Engine::check(const Source& source, Form form, const Plan& plan,
                                      Document& document) const {
  std::vector<Diagnostic> findings;
  read(source, reader_for(form), *plan.book, document, findings);
  CheckMemory memory;
  (void)check_content(document, plan, memory, findings);
  if (!findings.empty()) finish(source, document, plan, findings);
  return findings;
}

std::optional<std::string> Engine::check_content(const Document& document, const Plan& plan,
                                                 CheckMemory& memory,
                                                 std::vector<Diagnostic>& findings) const {
  if (document.empty()) return std::nullopt;
  std::optional<std::string> failure = check_schema(document, plan, findings);
  if (plan.rules != nullptr) {
    check_document(document, *plan.rules, state_->options.wording, memory, findings);
  }
  return failure;
}

// By the schema that the document names itself, else by that of the plan. A schema that cannot be
// used is a failure: nobody may take the document for checked.
std::optional<std::string> Engine::check_schema(const Document& document, const Plan& plan,
                                                std::vector<Diagnostic>& findings) const {
  const Schema* schema = plan.schema;
  if (plan.schemas != nullptr) {
    std::optional<Error> failure;
    const std::optional<const Schema*> own = plan.schemas->named_by(document, failure);
    if (failure)
      return failure->message + ", which \"$schema\" of " + std::string(document.source->path()) +
             " names";
    if (own && *own == nullptr) {
      return "the schema that \"$schema\" of " + std::string(document.source->path()) +
             " names has mistakes; proclint schema check shows them";
    }
    if (own) schema = *own;
  }
  if (schema == nullptr) return std::nullopt;
  const bool is_supplied = document.form == Form::page || document.form == Form::markdown;
  std::span<const std::string_view> supplied;
  if (is_supplied) supplied = kSupplied;
  schema->check(Value::root(document), supplied, state_->options.wording, findings);
  return std::nullopt;
}

// Brings findings into the form that reports want.
void Engine::finish(const Source& source, const Document& document, const Plan& plan,
                    std::vector<Diagnostic>& findings) const {
  if (plan.rules != nullptr) apply_severities(plan, findings);
  drop_echoes(findings);
  withdraw_fixes_of_no_text(source, findings);
  std::stable_sort(findings.begin(), findings.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.span.begin, a.span.end, a.rule) < std::tie(b.span.begin, b.span.end, b.rule);
  });
  identify(document, identity_name(source.path(), document), findings);
}

std::vector<const OurFile*> Engine::broken_files() const {
  std::vector<const OurFile*> out;
  const auto add = [&out](const OurFile& file) {
    if (!file.diagnostics.empty()) out.push_back(&file);
  };
  for (const auto& book : state_->books) {
    for (const auto& file : book->files) add(*file);
  }
  for (const auto& file : state_->configs->files()) add(*file);
  for (const auto& [config, store] : state_->stores) {
    for (const OurFile* file : store->broken_files()) add(*file);
  }
  for (const OurFile* file : state_->data->broken_files()) add(*file);
  return out;
}

bool Engine::rules_are_broken() const {
  return std::any_of(state_->books.begin(), state_->books.end(),
                     [](const auto& book) { return book->is_broken(); });
}

const Rulebook& Engine::rulebook(const Config& config) const { return state_->book(&config); }

std::vector<RuleInfo> Engine::rules() const {
  std::map<std::string_view, RuleInfo> by_id;
  if (state_->books.empty()) (void)state_->book(nullptr);
  for (const auto& book : state_->books) {
    const Ruleset& ruleset = book->ruleset;
    for (std::size_t i = 0; i < ruleset.rules().size(); ++i) {
      by_id.emplace(ruleset.rules()[i].id, ruleset.info(i, ruleset.defaults()));
    }
  }
  std::vector<RuleInfo> out;
  out.reserve(by_id.size());
  for (auto& [id, info] : by_id) out.push_back(std::move(info));
  return out;
}

const std::string& Engine::today() const { return state_->data->today(); }

const Ruleset& Engine::ruleset() const { return state_->book(nullptr).ruleset; }

const Vocabulary& Engine::vocabulary() const { return state_->book(nullptr).vocabulary; }

}  // namespace proclint
