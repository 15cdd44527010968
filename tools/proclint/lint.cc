#include "proclint/lint.h"

#include <algorithm>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "core/engine/engine.h"
#include "core/report/visible.h"
#include "proclint/fix.h"
#include "proclint/reports.h"

namespace proclint {
namespace {

// With 100 small documents a second thread gains nothing, with 200 a quarter of the time
// (measured).
constexpr std::size_t kDocumentsWorthThreads = 200;

struct Jobs {
  std::vector<Input> inputs;
  std::vector<const Plan*> plans;  ///< of each input
  std::vector<Unreadable> failures;
};

Jobs plan_all(const Options& options, Engine& engine) {
  Jobs jobs;
  if (engine.rules_are_broken()) return jobs;
  Inputs inputs = collect_inputs(options.arguments, options.stdin_filename, options.allow_empty,
                                 engine.configs());
  jobs.failures = std::move(inputs.failures);
  jobs.inputs = std::move(inputs.documents);
  jobs.plans.reserve(jobs.inputs.size());
  std::erase_if(jobs.inputs, [&](const Input& input) {
    std::optional<Error> failure;
    const Plan* const plan = engine.plan(input, failure);
    if (failure) jobs.failures.push_back({input.path, failure->message});
    if (plan != nullptr) jobs.plans.push_back(plan);
    return plan == nullptr;
  });
  return jobs;
}

unsigned thread_count(const Options& options, std::size_t documents) {
  if (options.jobs != 0) return options.jobs;
  return documents < kDocumentsWorthThreads ? 1 : std::max(1U, std::thread::hardware_concurrency());
}

// Files that are opened ahead, all threads together; each is an open file of the process.
constexpr std::size_t kAhead = 64;

// Opens document `i` and those that the worker will read after it. Standard input is open already.
void look_ahead(const std::vector<Input>& inputs, std::size_t i, std::size_t ahead,
                Workspace& workspace) {
  const std::size_t end = std::min(workspace.mine_end, i + ahead);
  for (std::size_t next = i + workspace.files.expected(); next < end; ++next) {
    if (inputs[next].is_standard_input) break;
    workspace.files.expect(inputs[next].path);
  }
}

void check_all(const Options& options, const Engine& engine, const Jobs& jobs, Mending& mending,
               Reports& reports) {
  const bool is_mending = options.fixes || options.shows_diff;
  const unsigned threads = thread_count(options, jobs.inputs.size());
  const std::size_t ahead = std::max<std::size_t>(1, kAhead / threads);
  run_in_order(
      jobs.inputs.size(), threads,
      [&](std::size_t i, Workspace& workspace) {
        if (is_mending) return mending.mend(i, jobs.inputs[i], *jobs.plans[i], workspace);
        look_ahead(jobs.inputs, i, ahead, workspace);
        return engine.check(jobs.inputs[i], *jobs.plans[i], workspace);
      },
      [&](std::size_t i, const Checked& checked) {
        const std::string& path = jobs.inputs[i].path;
        if (is_mending) reports.mended(mending.deliver(i, jobs.inputs[i]));
        if (checked.failure) reports.failure(path, *checked.failure);
        if (checked.failure && checked.findings.empty()) return;
        if (!options.shows_diff) reports.file(Source(path, checked.text), checked.findings);
      });
  if (options.shows_diff && mending.has_diff()) reports.not_clean();
}

int give_up(const Error& error) {
  std::cerr << "proclint: " << visible(error.message) << '\n';
  return 2;
}

}  // namespace

int lint(const Options& options) {
  const Result<std::unique_ptr<Engine>> created = Engine::create(engine_options(options));
  if (!created) return give_up(created.error());
  Engine& engine = **created;
  Reports reports;
  if (const Result<bool> opened = reports.open(options); !opened) return give_up(opened.error());
  const Jobs jobs = plan_all(options, engine);
  // Only now it is known which rules apply.
  reports.begin(options, engine.today(),
                reports.need_rules() ? engine.rules() : std::vector<RuleInfo>());
  for (const Unreadable& failure : jobs.failures) reports.failure(failure.path, failure.message);
  for (const OurFile* file : engine.broken_files()) reports.broken(*file);
  Mending mending(options, engine, jobs.inputs.size());
  check_all(options, engine, jobs, mending, reports);
  const int exit_code = reports.end();
  if (options.shows_diff && !options.quiet) {
    std::cerr << "proclint: " << mending.diff_summary() << '\n';
  }
  return exit_code;
}

}  // namespace proclint
