#include "core/engine/guards.h"

#include "core/print/json.h"
#include "core/read/reader.h"

namespace proclint {
namespace {

// More than any document of a few pages gives; bounds the time.
constexpr std::size_t kMaxChanges = 2000;

// How often each finding is there, by rule and message: places move when the text changes.
using Counts = std::map<std::pair<std::string, std::string>, std::size_t>;

Counts count(const Engine& engine, const Plan& plan, std::string_view path, std::string_view text) {
  const Source source(path, text);
  Document document;
  Counts out;
  for (Diagnostic& finding : engine.check(source, Form::json, plan, document)) {
    ++out[{std::move(finding.rule), std::move(finding.message)}];
  }
  return out;
}

}  // namespace

void Guards::add(const Engine& engine, const Plan& plan, const Document& document) {
  std::string text;
  write_json(Value::root(document), text);
  const std::string path(document.source->path());
  const Source source(path, text);
  Document json;
  std::vector<Diagnostic> diagnostics;
  read_json(source, {}, json, diagnostics);
  if (json.empty()) return;
  ++documents_;
  const Counts before = count(engine, plan, path, text);
  for (const Mutation& mutation : mutations(json, kMaxChanges)) {
    ++changes_;
    std::set<std::string>& rules = noticed_[{mutation.field, mutation.damage}];
    for (const auto& [finding, times] : count(engine, plan, path, damaged(text, mutation))) {
      const auto known = before.find(finding);
      if (known == before.end() || known->second < times) rules.insert(finding.first);
    }
  }
}

}  // namespace proclint
