// Mending a document, in the form that its first byte names ("j", "y", "m", else a page) and up to
// wording: fixes fit, the text gets no worse, and mending it again changes nothing.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/engine/fix.h"
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

Form form_of(char name) {
  if (name == 'j') return Form::json;
  if (name == 'y') return Form::yaml;
  return name == 'm' ? Form::markdown : Form::page;
}

std::size_t count_errors(const std::vector<Diagnostic>& findings) {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [](const Diagnostic& finding) { return finding.severity == Severity::error; }));
}

bool can_be_read(const std::vector<Diagnostic>& findings) {
  return std::none_of(findings.begin(), findings.end(), [](const Diagnostic& finding) {
    return finding.rule == "syntax-error" || finding.rule == "too-deep";
  });
}

void run(Form form, std::string_view text) {
  const Source source("document", text);
  Document document;
  const std::vector<Diagnostic> before = engine().check(source, form, plan(), document);
  expect_sound(before, text.size());
  for (const Diagnostic& finding : before) {
    if (finding.fix) expect(are_apart(finding.fix->edits, text.size()));
  }
  const Fixed once = fix(engine(), source, form, plan(), Safety::wording);
  if (!once.is_changed()) return;
  expect(once.before == text && once.after != text);
  expect(can_be_read(once.checked.findings) || !can_be_read(before));
  expect(count_errors(once.checked.findings) <= count_errors(before));
  expect_sound(once.checked.findings, once.after.size());
  if (!once.problems.empty()) return;  // what was left out may be tried again
  const Source mended("document", once.after);
  expect(!fix(engine(), mended, form, plan(), Safety::wording).is_changed());
}

}  // namespace
}  // namespace proclint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  proclint::fuzz::run(proclint::fuzz::form_of(text.front()), text.substr(1));
  return 0;
}
