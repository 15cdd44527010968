#include "proclint/reports.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "core/engine/configs.h"
#include "core/report/visible.h"

namespace proclint {
namespace {

// Columns of the terminal; 0 when standard output is none.
std::size_t terminal_width() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace

EngineOptions engine_options(const Options& options) {
  EngineOptions out = options.engine;
  const bool is_printed = std::any_of(
      options.outputs.begin(), options.outputs.end(),
      [](const Destination& output) { return find_reporter(output.format)->needs_rules; });
  if (is_printed) out.documentation = Documentation::present;
  return out;
}

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

bool wants_color(Color color, bool is_standard_output) {
  if (color != Color::automatic) return color == Color::always;
  const char* const no_color = std::getenv("NO_COLOR");
  const char* const terminal = std::getenv("TERM");
  return is_standard_output && is_terminal(STDOUT_FILENO) &&
         (no_color == nullptr || *no_color == '\0') &&
         (terminal == nullptr || std::string_view(terminal) != "dumb");
}

Result<bool> Reports::open(const Options& options) {
  fail_on_ = options.fail_on;
  if (options.shows_diff) {  // only mistakes in files of ours are told
    std::unique_ptr<OutputFile> file = OutputFile::standard_error();
    std::unique_ptr<Reporter> reporter = find_reporter("compact")->make(file->stream());
    reports_.push_back({std::move(file), std::move(reporter), false, false});
    return true;
  }
  // The mended text has standard output.
  const bool is_filter =
      options.fixes &&
      std::find(options.arguments.begin(), options.arguments.end(), "-") != options.arguments.end();
  for (const Destination& output : options.outputs) {
    const bool is_error = is_filter && output.file.empty();
    Result<std::unique_ptr<OutputFile>> file =
        is_error ? OutputFile::standard_error() : OutputFile::open(output.file);
    if (!file) return file.error();
    const ReporterInfo* const info = find_reporter(output.format);
    std::unique_ptr<Reporter> reporter = info->make((*file)->stream());
    reports_.push_back({*std::move(file), std::move(reporter), info->needs_rules,
                        output.file.empty() && !is_error});
  }
  return true;
}

bool Reports::need_rules() const {
  return std::any_of(reports_.begin(), reports_.end(),
                     [](const Report& r) { return r.needs_rules; });
}

void Reports::begin(const Options& options, const std::string& today,
                    const std::vector<RuleInfo>& rules) {
  for (Report& report : reports_) {
    RunInfo run;
    run.version = PROCLINT_VERSION;
    if (report.needs_rules) run.rules = rules;
    run.columns = options.columns;
    run.color = wants_color(options.color, report.is_standard_output);
    run.width = report.is_standard_output ? terminal_width() : 0;
    run.folder = absolute_path(".");
    run.quiet = options.quiet;
    run.today = today;
    run.statistics = options.statistics;
    run.fix_level = options.fix_level;
    report.reporter->begin(run);
  }
}

void Reports::file(const Source& source, const std::vector<Diagnostic>& findings) {
  ++summary_.files;
  for (const Diagnostic& finding : findings) {
    ++(finding.severity == Severity::error     ? summary_.errors
       : finding.severity == Severity::warning ? summary_.warnings
                                               : summary_.infos);
    if (fail_on_ && finding.severity >= *fail_on_)
      summary_.exit_code = std::max(summary_.exit_code, 1);
  }
  for (Report& report : reports_) report.reporter->file(source, findings);
}

void Reports::failure(const std::string& path, const std::string& message) {
  summary_.exit_code = 2;
  std::cerr << "proclint: " << visible(message) << '\n';
  for (Report& report : reports_) report.reporter->failure(path, message);
}

void Reports::broken(const OurFile& our_file) {
  file(our_file.source, our_file.diagnostics);
  summary_.exit_code = 2;
}

int Reports::end() {
  for (Report& report : reports_) {
    report.reporter->end(summary_);
    const Result<bool> written = report.file->commit();
    if (written) continue;
    std::cerr << "proclint: " << visible(written.error().message) << '\n';
    summary_.exit_code = 2;
  }
  return summary_.exit_code;
}

}  // namespace proclint
