#include "proclint/tree.h"

#include <iostream>

#include "core/document/dump.h"
#include "core/engine/engine.h"
#include "core/report/reporter.h"
#include "core/report/visible.h"

namespace proclint {

int tree(const Options& options) {
  const std::string& path = options.arguments.front();
  const Result<std::unique_ptr<Engine>> engine = Engine::create(options.engine);
  if (!engine) {
    std::cerr << "proclint: " << visible(engine.error().message) << '\n';
    return 2;
  }
  Workspace workspace;
  const bool is_standard_input = path == "-";
  const Checked read = (*engine)->read(
      {is_standard_input ? options.stdin_filename : path, nullptr, is_standard_input}, workspace);
  if (read.failure) {
    std::cerr << "proclint: " << visible(*read.failure) << '\n';
    return 2;
  }
  std::cout << dump(workspace.document, true) << '\n';
  if (read.findings.empty()) return 0;
  const std::unique_ptr<Reporter> reporter = find_reporter("compact")->make(std::cerr);
  reporter->begin({});
  reporter->file(Source(path, workspace.text), read.findings);
  reporter->end({});
  return 1;
}

}  // namespace proclint
