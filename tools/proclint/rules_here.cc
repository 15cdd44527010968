#include "proclint/rules_here.h"

#include <iostream>
#include <optional>

#include "core/report/reporter.h"

namespace proclint {
namespace {

bool report_broken(const Engine& engine) {
  const std::vector<const OurFile*> broken = engine.broken_files();
  if (broken.empty()) return false;
  const std::unique_ptr<Reporter> reporter = find_reporter("compact")->make(std::cout);
  reporter->begin({});
  for (const OurFile* file : broken) reporter->file(file->source, file->diagnostics);
  reporter->end({});
  return true;
}

}  // namespace

Result<RulesHere> find_rules_here(const EngineOptions& options) {
  RulesHere out;
  EngineOptions documented = options;
  documented.documentation = Documentation::present;
  Result<std::unique_ptr<Engine>> engine = Engine::create(documented);
  if (!engine) return engine.error();
  out.engine = *std::move(engine);
  const Result<const Config*> config = out.engine->configs().for_folder(absolute_path("."));
  if (!config) return config.error();
  out.config = *config;
  const Rulebook& book = out.engine->rulebook(*out.config);
  out.settings = book.ruleset.defaults();
  // What the configuration says of its own rules means nothing for those of the command line.
  if (out.config->rules && options.rules.empty() && !book.is_broken()) {
    book.ruleset.configure(out.config->rules, book.vocabulary, out.settings,
                           out.config->file->diagnostics);
  }
  std::optional<Error> failure;
  const Schema* const schema = out.engine->schema_for({"example", out.config, false}, failure);
  if (failure) return *failure;
  if (report_broken(*out.engine)) out.engine = nullptr;
  out.plan = Plan{schema, nullptr, nullptr, &book};
  return out;
}

bool is_builtin(const OurFile& file) { return file.path.starts_with("builtin:"); }

bool is_ruleset(const OurFile& file) {
  const Value root = Value::root(file.document);
  return root && (root.find("rules") || root.find("extends"));
}

}  // namespace proclint
