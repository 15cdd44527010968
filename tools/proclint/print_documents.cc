#include "proclint/print_documents.h"

#include <algorithm>
#include <iostream>

#include "core/engine/engine.h"
#include "core/report/reporter.h"
#include "core/report/visible.h"

namespace proclint {
namespace {

// Whether the text is no document at all, so that there is no value to print.
bool is_refused(const std::vector<Diagnostic>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Diagnostic& finding) {
    return finding.rule == "syntax-error" || finding.rule == "too-large" ||
           finding.rule == "too-deep";
  });
}

}  // namespace

int give_up(const std::string& message) {
  std::cerr << "proclint: " << visible(message) << '\n';
  return 2;
}

int print_documents(const Options& options, const std::string& path, bool is_whole,
                    const std::function<void(const Document&, std::string& out)>& print) {
  const Result<std::unique_ptr<Engine>> engine = Engine::create(options.engine);
  if (!engine) return give_up(engine.error().message);
  const std::string unnamed = "<stdin>";
  Workspace workspace;
  const bool is_standard_input = path == "-";
  const std::string& named = options.stdin_filename.empty() ? unnamed : options.stdin_filename;
  const Input input{is_standard_input ? named : path, nullptr, is_standard_input};
  std::string out;
  const Checked read = (*engine)->read_each(
      input, workspace, [&](const Document& document) { print(document, out); });
  if (read.failure) return give_up(*read.failure);
  if (!is_whole || !is_refused(read.findings)) std::cout << out;
  if (read.findings.empty()) return 0;
  const std::unique_ptr<Reporter> reporter = find_reporter("compact")->make(std::cerr);
  reporter->begin({});
  reporter->file(Source(input.path, workspace.text), read.findings);
  reporter->end({});
  const bool fails = options.fail_on && std::any_of(read.findings.begin(), read.findings.end(),
                                                    [&](const Diagnostic& finding) {
                                                      return finding.severity >= *options.fail_on;
                                                    });
  return fails ? 1 : 0;
}

}  // namespace proclint
