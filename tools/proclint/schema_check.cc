#include "proclint/schema_check.h"

#include <iostream>
#include <map>
#include <set>

#include "core/check/identity.h"
#include "core/engine/engine.h"
#include "core/engine/schema_store.h"
#include "core/report/visible.h"
#include "proclint/reports.h"

namespace proclint {
namespace {

class SchemaCheck {
 public:
  SchemaCheck(const Options& options, Engine& engine, Reports& reports)
      : options_(options), engine_(engine), reports_(reports) {}

  void file(const std::string& path) {
    const std::string absolute = absolute_path(path);
    const Result<const Config*> config =
        engine_.configs().for_folder(absolute.substr(0, absolute.rfind('/')));
    if (!config) return reports_.failure(path, config.error().message);
    const Settings* const settings = settings_of(**config);
    if (settings == nullptr) {
      for (const OurFile* broken : engine_.broken_files()) {
        if (broken_.insert(broken).second) reports_.broken(*broken);
      }
      return;
    }
    std::vector<Diagnostic> findings;
    std::optional<Error> failure;
    const OurFile* const schema = store_of(**config).lint(path, findings, failure);
    if (schema == nullptr) return reports_.failure(path, failure->message);
    apply(engine_.rulebook(**config).ruleset, *settings, findings);
    identify(schema->document, path, findings);
    reports_.file(schema->source, findings);
  }

 private:
  SchemaStore& store_of(const Config& config) {
    std::unique_ptr<SchemaStore>& store = stores_[&config];
    if (store == nullptr) {
      store = std::make_unique<SchemaStore>(
          config, options_.engine.asserts_formats || config.asserts_formats);
    }
    return *store;
  }

  // How much findings weigh; null if the configuration has mistakes.
  const Settings* settings_of(const Config& config) {
    if (config.file != nullptr && !config.file->diagnostics.empty()) return nullptr;
    const Rulebook& book = engine_.rulebook(config);
    const auto [known, is_new] = settings_.emplace(&config, book.ruleset.defaults());
    if (is_new && config.rules) {
      book.ruleset.configure(config.rules, book.vocabulary, known->second,
                             config.file->diagnostics);
    }
    const bool is_good =
        !book.is_broken() && (config.file == nullptr || config.file->diagnostics.empty());
    return is_good ? &known->second : nullptr;
  }

  static void apply(const Ruleset& ruleset, const Settings& settings,
                    std::vector<Diagnostic>& findings) {
    std::erase_if(findings, [&](Diagnostic& finding) {
      const std::optional<std::size_t> rule = ruleset.find(finding.rule);
      if (!rule) return false;
      const std::optional<Severity> severity = settings.severities[*rule];
      if (severity) finding.severity = *severity;
      return !severity;
    });
  }

  const Options& options_;
  Engine& engine_;
  Reports& reports_;
  std::map<const Config*, std::unique_ptr<SchemaStore>> stores_;
  std::map<const Config*, Settings> settings_;
  std::set<const OurFile*> broken_;
};

int give_up(const Error& error) {
  std::cerr << "proclint: " << visible(error.message) << '\n';
  return 2;
}

}  // namespace

int schema_check(const Options& options) {
  const Result<std::unique_ptr<Engine>> created = Engine::create(engine_options(options));
  if (!created) return give_up(created.error());
  Engine& engine = **created;
  Reports reports;
  if (const Result<bool> opened = reports.open(options); !opened) return give_up(opened.error());
  reports.begin(options, engine.today(),
                reports.need_rules() ? engine.rules() : std::vector<RuleInfo>());
  if (engine.rules_are_broken()) {
    for (const OurFile* file : engine.broken_files()) reports.broken(*file);
  } else {
    SchemaCheck check(options, engine, reports);
    for (const std::string& path : options.arguments) check.file(path);
  }
  return reports.end();
}

}  // namespace proclint
