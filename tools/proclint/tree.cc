#include "proclint/tree.h"

#include <algorithm>
#include <iostream>

#include "core/document/dump.h"
#include "core/engine/engine.h"
#include "core/print/json.h"
#include "core/report/reporter.h"
#include "core/report/visible.h"

namespace proclint {
namespace {

int give_up(const std::string& message) {
  std::cerr << "proclint: " << visible(message) << '\n';
  return 2;
}

// Whether the text is no document at all, so that there is no value to print.
bool is_refused(const std::vector<Diagnostic>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Diagnostic& finding) {
    return finding.rule == "syntax-error" || finding.rule == "too-large" ||
           finding.rule == "too-deep";
  });
}

}  // namespace

int tree(const Options& options) {
  const std::string& path = options.arguments.front();
  const Result<std::unique_ptr<Engine>> engine = Engine::create(options.engine);
  if (!engine) return give_up(engine.error().message);
  Workspace workspace;
  const bool is_standard_input = path == "-";
  const Input input{is_standard_input ? options.stdin_filename : path, nullptr, is_standard_input};
  const bool is_json = options.print_format == "json";
  std::string out;
  const Checked read = (*engine)->read_each(input, workspace, [&](const Document& document) {
    if (is_json) {
      write_json(Value(document, 0), out);
    } else {
      out += dump(document, true);
    }
    out += '\n';
  });
  if (read.failure) return give_up(*read.failure);
  if (!is_json || !is_refused(read.findings)) std::cout << out;
  if (read.findings.empty()) return 0;
  const std::unique_ptr<Reporter> reporter = find_reporter("compact")->make(std::cerr);
  reporter->begin({});
  reporter->file(Source(input.path, workspace.text), read.findings);
  reporter->end({});
  return 1;
}

}  // namespace proclint
