// The whole check of a document, JSON if it begins like that and a page otherwise, by the schema
// and rules that the program carries, and every report of it.
#include <cstdint>
#include <memory>
#include <sstream>
#include <string_view>
#include <vector>

#include "core/engine/engine.h"
#include "core/report/reporter.h"
#include "fuzz/invariants.h"

namespace proclint::fuzz {
namespace {

Engine& engine() {
  static const std::unique_ptr<Engine> kEngine = *Engine::create({});
  return *kEngine;
}

const Plan& plan() {
  static const Plan kPlan = [] {
    const Config& config = **engine().configs().for_folder("/");
    std::optional<Error> failure;
    Plan plan = *engine().plan({"document.json", &config, false}, failure);
    plan.schemas = nullptr;  // a document must not make the fuzzer read files
    return plan;
  }();
  return kPlan;
}

void run(std::string_view text) {
  const bool is_json = text.starts_with('{') || text.starts_with('[');
  const Source source(is_json ? "a.procedure.json" : "a.procedure.txt", text);
  Document document;
  const std::vector<Diagnostic> findings =
      engine().check(source, is_json ? Form::json : Form::page, plan(), document);
  expect_sound(findings, text.size());
  for (std::size_t i = 1; i < findings.size(); ++i) {
    expect(findings[i - 1].span.begin <= findings[i].span.begin);
  }
  for (const ReporterInfo& info : reporters()) {
    std::ostringstream out;
    const std::unique_ptr<Reporter> reporter = info.make(out);
    RunInfo run;
    run.width = 80;
    reporter->begin(run);
    reporter->file(source, findings);
    reporter->end({});
    expect(out.str().find('\x1B') == std::string::npos);
  }
}

}  // namespace
}  // namespace proclint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  proclint::fuzz::run({reinterpret_cast<const char*>(data), size});
  return 0;
}
