// Measures the engine on a corpus, each step as a ratio to reading alone and to the yardstick P_A.
// usage: bench CORPUS CORPUS-WITH-MISTAKES PROCLINT; the repetitions of all steps are interleaved,
// so that a machine that is slow for a while is slow for all of them.
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/corpus_files.h"
#include "bench/p_a.h"
#include "bench/valijson_validator.h"
#include "core/engine/embedded.h"
#include "core/engine/engine.h"

namespace {

using namespace proclint;
using Clock = std::chrono::steady_clock;

constexpr int kRounds = 11;
// A slow build must not make the bench endless: then there are fewer rounds.
constexpr double kLongest = 120'000;

struct Step {
  std::string name;
  std::function<std::size_t()> run;  ///< a number that depends on the work
  std::vector<double> milliseconds;
  std::size_t answer = 0;
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

[[noreturn]] void give_up(const std::string& message) {
  std::fprintf(stderr, "bench: %s\n", message.c_str());
  std::exit(2);
}

// An engine with all that one thread needs to check a corpus again and again.
class Checker {
 public:
  Checker(const std::string& folder, const std::string& rules) {
    EngineOptions options;
    options.rules = rules;
    Result<std::unique_ptr<Engine>> made = Engine::create(options);
    if (!made) give_up(made.error().message);
    engine_ = *std::move(made);
    inputs_ = collect_inputs(std::vector<std::string>{folder}, "", false, engine_->configs());
    if (inputs_.documents.empty()) give_up("no documents in " + folder);
    for (const Input& input : inputs_.documents) {
      std::optional<Error> failure;
      plans_.push_back(engine_->plan(input, failure));
      if (plans_.back() == nullptr)
        give_up("nothing can be checked: schema or rules have mistakes");
    }
  }

  /// Reads all documents; the number of nodes.
  std::size_t read() {
    std::size_t nodes = 0;
    for (const Input& input : inputs_.documents) {
      engine_->read(input, workspace_);
      nodes += workspace_.document.nodes.size();
    }
    return nodes;
  }

  /// Reads and checks all documents; the number of findings.
  std::size_t check() {
    std::size_t findings = 0;
    for (std::size_t i = 0; i < inputs_.documents.size(); ++i) {
      findings += engine_->check(inputs_.documents[i], *plans_[i], workspace_).findings.size();
    }
    return findings;
  }

 private:
  std::unique_ptr<Engine> engine_;
  Inputs inputs_;
  std::vector<const Plan*> plans_;
  Workspace workspace_;
};

// Runs a program with its output thrown away; its exit code.
std::size_t run_program(std::vector<std::string> command) {
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  for (std::string& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  if (posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ) != 0) {
    give_up("cannot run " + command[0]);
  }
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  waitpid(child, &status, 0);
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 2;
  if (code > 1) give_up(command[0] + " could not do its work");
  return static_cast<std::size_t>(code);
}

// Before each step `warm` is called: whatever the step before it did, it finds the files as the
// others do.
void run_rounds(std::vector<Step>& steps, const std::function<void()>& warm) {
  const Clock::time_point begin = Clock::now();
  // The first round warms files and memory and is not counted.
  for (int round = 0; round <= kRounds; ++round) {
    for (Step& step : steps) {
      warm();
      const Clock::time_point start = Clock::now();
      step.answer = step.run();
      const std::chrono::duration<double, std::milli> took = Clock::now() - start;
      if (round > 0) step.milliseconds.push_back(took.count());
    }
    const std::chrono::duration<double, std::milli> spent = Clock::now() - begin;
    if (round > 0 && spent.count() > kLongest) break;
  }
}

constexpr std::string_view kTree = "read, tree with places";
constexpr std::string_view kSchema = "read, tree, schema";
constexpr std::string_view kRules = "read, tree, schema, rules";
constexpr std::string_view kValijson = "P_A, valijson's own Validator";
constexpr std::string_view kOneThread = "proclint --jobs 1";
constexpr std::string_view kTwoThreads = "proclint --jobs 2";

void goal(const char* name, double value, const char* bound, double wanted) {
  std::printf("%-58s %8.2f   (%s %.2f)\n", name, value, bound, wanted);
}

void print(const std::vector<Step>& steps, std::size_t files) {
  const double read = median(steps[0].milliseconds);
  const double p_a = median(steps[1].milliseconds);
  std::printf("%zu documents, one thread, medians of %zu rounds\n\n", files,
              steps[0].milliseconds.size());
  std::printf("%-58s %8s %8s %8s %8s\n", "", "ms", "us each", "x read", "x P_A");
  for (const Step& step : steps) {
    const double time = median(step.milliseconds);
    std::printf("%-58s %8.1f %8.2f %8.2f %8.2f\n", step.name.c_str(), time,
                time * 1000 / static_cast<double>(files), time / read, time / p_a);
  }
  const auto named = [&steps](std::string_view name) {
    const auto step = std::find_if(steps.begin(), steps.end(),
                                   [name](const Step& each) { return each.name == name; });
    return median(step->milliseconds);
  };
  const double schema = named(kSchema);
  std::printf("\n");
  goal("schema alone, us a document", (schema - named(kTree)) * 1000 / static_cast<double>(files),
       "at most", 5);
  goal("read, tree, schema / P_A", schema / p_a, "at most", 1.6);
  goal("with valijson's Validator / read, tree, schema", named(kValijson) / schema, "at least", 8);
  goal("read, tree, schema, rules / P_A", named(kRules) / p_a, "at most", 1.9);
  goal("one thread / two threads", named(kOneThread) / named(kTwoThreads), "at least", 1.75);
  const double ratio = p_a / read;
  std::printf("\nP_A / read is %.2f", ratio);
  if (ratio < 2.2 || ratio > 2.8) {
    std::printf(
        ", but should lie between 2.2 and 2.8: the machine is busy, or the yardstick wrong");
  }
  std::printf("\n");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) give_up("usage: bench CORPUS CORPUS-WITH-MISTAKES PROCLINT");
  const std::string clean = argv[1];
  const std::string broken = argv[2];
  const std::string program = argv[3];
  Checker schema_only(clean, "none");
  Checker all(clean, "");
  Checker all_broken(broken, "");
  std::size_t files = 0;
  std::size_t unreadable = 0;
  std::vector<Step> steps;
  const auto add = [&steps](std::string_view name, std::function<std::size_t()> run) {
    steps.push_back({std::string(name), std::move(run), {}, 0});
  };
  add("read: walk, open, read, close", [&] {
    std::size_t bytes = 0;
    files = bench::for_each_file(clean, [&](char*, std::size_t size) { bytes += size; });
    return bytes;
  });
  add("P_A: read, UTF-8, RapidJSON in-situ DOM", [&] {
    std::size_t members = 0;
    bench::for_each_file(clean, [&](char* bytes, std::size_t size) {
      const int answer = bench::p_a(bytes, size);
      answer < 0 ? ++unreadable : members += static_cast<std::size_t>(answer);
    });
    return members;
  });
  bench::ValijsonValidator validator(embedded("schemas/procedure.schema.json").text);
  add(kValijson, [&] {
    std::size_t valid = 0;
    bench::for_each_file(clean, [&](char* bytes, std::size_t size) {
      if (validator.accepts(bytes, size)) ++valid;
    });
    if (valid != files) give_up("valijson refuses documents of the clean corpus");
    return valid;
  });
  add(kTree, [&] { return schema_only.read(); });
  add(kSchema, [&] { return schema_only.check(); });
  add(kRules, [&] { return all.check(); });
  add("the same, 5 % with a mistake", [&] { return all_broken.check(); });
  const auto whole = [&](const std::string& folder, std::vector<std::string> options) {
    options.insert(options.begin(), program);
    options.push_back(folder);
    return run_program(std::move(options));
  };
  add("proclint --rules none --jobs 1", [&] {
    return whole(clean, {"--rules", "none", "--jobs", "1"});
  });
  add(kOneThread, [&] { return whole(clean, {"--jobs", "1"}); });
  add("proclint --jobs 1, 5 % with a mistake", [&] { return whole(broken, {"--jobs", "1"}); });
  add("proclint --jobs 1 --format sarif, 5 % with a mistake", [&] {
    return whole(broken, {"--jobs", "1", "--format", "sarif"});
  });
  add(kTwoThreads, [&] { return whole(clean, {"--jobs", "2"}); });
  run_rounds(steps, steps.front().run);
  if (unreadable > 0) give_up("P_A could not read all of the corpus");
  print(steps, files);
  std::printf("findings: %zu in the clean corpus, %zu in the one with mistakes\n", all.check(),
              all_broken.check());
  return 0;
}
