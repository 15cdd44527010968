#include "proclint/rules_test.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <optional>
#include <set>

#include "core/engine/embedded.h"
#include "core/engine/guards.h"
#include "core/engine/rule_examples.h"
#include "core/read/reader.h"
#include "core/report/json_text.h"
#include "core/report/reporter.h"
#include "core/report/visible.h"
#include "proclint/rules_here.h"

namespace proclint {
namespace {

// Documents that say all that a procedure can say, for who names none.
constexpr std::array<std::string_view, 2> kSamples{
    "sample-data/cataract-lens-replacement.procedure.json",
    "sample-data/knee-replacement.procedure.json"};

// Each one is checked some hundred times.
constexpr std::size_t kMaxDocuments = 50;

int give_up(const std::string& message) {
  std::cerr << "proclint: " << visible(message) << '\n';
  return 2;
}

std::string counted(std::size_t count, std::string_view what) {
  std::string out = std::to_string(count) + " " + std::string(what);
  return count == 1 ? out : out + "s";
}

// A rules file and what came of its examples.
struct Tested {
  const OurFile* file = nullptr;
  ExamplesRun run;
};

class RulesTest {
 public:
  explicit RulesTest(const Options& options) : options_(options) {}

  int run() {
    EngineOptions wanted = options_.engine;
    if (!options_.arguments.empty()) wanted.rules = options_.arguments.front();
    Result<RulesHere> here = find_rules_here(wanted);
    if (!here) return give_up(here.error().message);
    if (here->engine == nullptr) return 2;
    here_ = *std::move(here);
    rules_.emplace(here_.book().ruleset, here_.settings);
    here_.plan.rules = &*rules_;
    for (const auto& file : here_.book().files) {
      if (!is_wanted(*file)) continue;
      tested_.push_back({file.get(), run_file_examples(*here_.engine, here_.plan, file->document)});
    }
    if (const auto error = damage_documents()) return give_up(error->message);
    if (options_.print_format == "json") {
      print_json();
    } else {
      print_text();
    }
    return std::any_of(tested_.begin(), tested_.end(),
                       [](const Tested& each) { return !each.run.mistakes.empty(); })
               ? 1
               : 0;
  }

 private:
  // The file that the command line names; or the user's own, or else all that are built in.
  bool is_wanted(const OurFile& file) const {
    if (!is_ruleset(file)) return false;
    if (!options_.engine.rules.empty()) return true;
    if (!options_.arguments.empty()) return file.path == options_.arguments.front();
    const auto& files = here_.book().files;
    const bool has_own = std::any_of(files.begin(), files.end(),
                                     [](const auto& each) { return !is_builtin(*each); });
    return !has_own || !is_builtin(file);
  }

  std::optional<Error> damage_documents() {
    Workspace workspace;
    if (options_.documents.empty()) {
      for (const std::string_view name : kSamples) {
        workspace.source = Source(name, embedded(name).text);
        workspace.document.clear();
        std::vector<Diagnostic> diagnostics;
        read_json(workspace.source, {}, workspace.document, diagnostics);
        guards_.add(*here_.engine, here_.plan, workspace.document);
      }
      return std::nullopt;
    }
    const Inputs inputs = collect_inputs(std::vector<std::string>{options_.documents}, "", false,
                                         here_.engine->configs());
    if (!inputs.failures.empty()) return Error{inputs.failures.front().message};
    for (const Input& input : inputs.documents) {
      if (guards_.documents() == kMaxDocuments) break;
      const Checked read = here_.engine->read(input, workspace);
      if (read.failure) return Error{*read.failure};
      if (workspace.document.empty()) continue;
      std::optional<Error> failure;
      Plan plan = here_.plan;
      plan.schema = here_.engine->schema_for(input, failure);
      if (failure) return failure;
      guards_.add(*here_.engine, plan, workspace.document);
    }
    return std::nullopt;
  }

  void print_text() {
    const std::unique_ptr<Reporter> reporter = find_reporter("text")->make(std::cout);
    RunInfo info;
    info.quiet = true;
    reporter->begin(info);
    for (const Tested& each : tested_) reporter->file(each.file->source, each.run.mistakes);
    reporter->end({});
    for (const Tested& each : tested_) {
      std::cout << visible(each.file->path) << ": " << counted(each.run.rules, "rule") << ", "
                << counted(each.run.examples, "example") << ", "
                << counted(each.run.mistakes.size(), "mistake") << '\n';
    }
    std::cout << '\n'
              << counted(guards_.documents(), "document") << " damaged in "
              << counted(guards_.changes(), "way") << "; no rule notices when this is\n";
    Damage last = Damage::dropped;
    bool is_first = true;
    for (const auto& [damage, field] : unguarded()) {
      if (is_first || damage != last) std::cout << "  " << name(damage) << '\n';
      is_first = false;
      last = damage;
      std::cout << "    " << visible(field) << '\n';
    }
  }

  void print_json() {
    std::string out = R"({"files":[)";
    for (const Tested& each : tested_) {
      out += out.ends_with('[') ? R"({"path":)" : R"(,{"path":)";
      append_json_text(out, each.file->path);
      out += R"(,"rules":)" + std::to_string(each.run.rules) + R"(,"examples":)" +
             std::to_string(each.run.examples) + R"(,"mistakes":[)";
      for (const Diagnostic& mistake : each.run.mistakes) {
        const Place place = each.file->source.place(mistake.span.begin, options_.columns);
        if (!out.ends_with('[')) out += ',';
        out += R"({"line":)" + std::to_string(place.line) + R"(,"column":)" +
               std::to_string(place.column) + R"(,"pointer":)";
        append_json_text(out, mistake.pointer);
        out += R"(,"message":)";
        append_json_text(out, mistake.message);
        out += '}';
      }
      out += "]}";
    }
    out += R"(],"documents":)" + std::to_string(guards_.documents()) + R"(,"changes":)" +
           std::to_string(guards_.changes()) + R"(,"unguarded":[)";
    for (const auto& [damage, field] : unguarded()) {
      out += out.ends_with('[') ? R"({"damage":)" : R"(,{"damage":)";
      append_json_text(out, name(damage));
      out += R"(,"field":)";
      append_json_text(out, field);
      out += '}';
    }
    out += R"(],"guarded":[)";
    for (const auto& [part, rules] : guards_.noticed()) {
      if (rules.empty()) continue;
      out += out.ends_with('[') ? R"({"damage":)" : R"(,{"damage":)";
      append_json_text(out, name(part.second));
      out += R"(,"field":)";
      append_json_text(out, part.first);
      out += R"(,"rules":[)";
      for (const std::string& rule : rules) {
        if (!out.ends_with('[')) out += ',';
        append_json_text(out, rule);
      }
      out += "]}";
    }
    std::cout << out << "]}\n";
  }

  std::set<std::pair<Damage, std::string>> unguarded() const {
    std::set<std::pair<Damage, std::string>> out;
    for (const auto& [part, rules] : guards_.noticed()) {
      if (rules.empty()) out.emplace(part.second, part.first);
    }
    return out;
  }

  const Options& options_;
  RulesHere here_;
  std::optional<AppliedRules> rules_;  // of the plan
  std::vector<Tested> tested_;
  Guards guards_;
};

}  // namespace

int rules_test(const Options& options) {
  if (options.arguments.size() <= 1) return RulesTest(options).run();
  int exit_code = 0;
  for (const std::string& file : options.arguments) {
    Options one = options;
    one.arguments = {file};
    exit_code = std::max(exit_code, RulesTest(one).run());
  }
  return exit_code;
}

}  // namespace proclint
