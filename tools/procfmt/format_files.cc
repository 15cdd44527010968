#include "procfmt/format_files.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <memory>
#include <new>

#include "core/engine/engine.h"
#include "core/print/format.h"
#include "core/read/reader.h"
#include "core/report/reporter.h"
#include "core/report/unified_diff.h"
#include "core/report/visible.h"
#include "core/source/output_file.h"
#include "procfmt/key_orders.h"

namespace proclint {
namespace {

constexpr int kChanges = 1;
constexpr int kFailure = 2;

bool wants_color(FormatterOptions::Color color) {
  if (color != FormatterOptions::Color::automatic) return color == FormatterOptions::Color::always;
  const char* const no_color = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) != 0 && (no_color == nullptr || *no_color == '\0');
}

class FileFormatter {
 public:
  FileFormatter(const FormatterOptions& options, const EngineOptions& engine_options,
                Engine& engine)
      : options_(options),
        engine_(engine),
        has_color_(wants_color(options.color)),
        is_terminal_(::isatty(STDOUT_FILENO) != 0) {
    read_options_.max_depth = engine_options.max_depth;
  }

  int run() {
    const Inputs inputs = collect_inputs(options_.paths, options_.stdin_filename,
                                         options_.allow_empty, engine_.configs());
    for (const Unreadable& failure : inputs.failures) fail(failure.message);
    for (const Input& input : inputs.documents) {
      if (input.config->file != nullptr && !input.config->file->diagnostics.empty()) continue;
      const Rulebook& book = engine_.rulebook(*input.config);
      if (book.is_broken()) continue;
      read_options_.headings = &book.vocabulary.headings;
      file(input);
    }
    report_broken_files();
    std::cout.flush();
    if (!std::cout) fail("cannot write to standard output");
    return exit_code_;
  }

 private:
  void file(const Input& input) {
    Checked read;
    try {
      read = engine_.read(input, workspace_);
      if (read.failure) {
        fail(*read.failure);
      } else if (is_broken(read.findings)) {
        report(input.path, read.findings);
        exit_code_ = kFailure;
      } else {
        layout(input, std::move(read.findings));
      }
    } catch (const std::bad_alloc&) {
      workspace_ = Workspace();
      fail("cannot format " + input.path + ": there is not enough memory for it");
    } catch (const std::exception& error) {
      workspace_ = Workspace();
      fail("internal error: cannot format " + input.path + ": " + error.what());
    }
  }

  static bool is_broken(const std::vector<Diagnostic>& findings) {
    return std::any_of(findings.begin(), findings.end(), [](const Diagnostic& finding) {
      return finding.severity == Severity::error;
    });
  }

  void layout(const Input& input, std::vector<Diagnostic> findings) {
    const Result<const KeyOrder*> order = orders_.of(input, *read_options_.headings);
    if (!order) return fail(order.error().message);
    FormatOptions options{
        *order, [&](const Source& source, Document& document) {
          ReadOptions read_options = read_options_;
          read_options.before = &workspace_.document;
          std::vector<Diagnostic> wrong;
          reader_for(workspace_.document.form).read(source, read_options, document, wrong);
          return wrong.empty();
        }};
    Formatted formatted;
    // What a reader warns of has no place in its tree and would be lost.
    if (findings.empty()) {
      formatted = format(workspace_.document, options);
    } else {
      formatted.text = workspace_.text;
      formatted.kept = std::move(findings);
    }
    if (!formatted.kept.empty()) report(input.path, formatted.kept);
    if (formatted.is_failed) {
      fail("internal error: " + input.path +
           " would say something else when formatted, so it is left as it is; please report this");
      return;
    }
    deliver(input, formatted.text);
  }

  void deliver(const Input& input, const std::string& text) {
    const bool is_changed = text != workspace_.text;
    if (!options_.changes_files()) {
      if (!is_changed) return;
      exit_code_ = std::max(exit_code_, kChanges);
      if (options_.is_diff) {
        print_diff(input.path, text);
      } else {
        std::cout << visible(input.path) << '\n';
      }
    } else if (input.is_standard_input) {
      std::cout.write(text.data(), static_cast<std::streamsize>(text.size()));
    } else if (is_changed) {
      replace(input.path, text);
    }
  }

  void print_diff(const std::string& path, const std::string& text) {
    const std::string diff = unified_diff(path, workspace_.text, text);
    // Through a pipe it is for patch(1); a terminal must not obey what the content holds.
    std::cout << (is_terminal_ || has_color_ ? visible_diff(diff, has_color_) : diff);
  }

  void replace(const std::string& path, const std::string& text) {
    const Result<std::unique_ptr<OutputFile>> output = OutputFile::open(path);
    if (!output) return fail(output.error().message);
    (*output)->stream().write(text.data(), static_cast<std::streamsize>(text.size()));
    const Result<bool> done = (*output)->commit();
    if (!done) return fail(done.error().message);
    std::cout << "formatted " << visible(path) << '\n';
  }

  void report(const std::string& path, const std::vector<Diagnostic>& findings) {
    report(Source(path, workspace_.text), findings);
  }

  static void report(const Source& source, const std::vector<Diagnostic>& findings) {
    const std::unique_ptr<Reporter> reporter = find_reporter("compact")->make(std::cerr);
    reporter->begin({});
    reporter->file(source, findings);
    reporter->end({});
  }

  void report_broken_files() {
    for (const OurFile* const file : engine_.broken_files()) {
      report(file->source, file->diagnostics);
      exit_code_ = kFailure;
    }
  }

  void fail(const std::string& message) {
    std::cerr << "procfmt: " << visible(message) << '\n';
    exit_code_ = kFailure;
  }

  const FormatterOptions& options_;
  Engine& engine_;
  KeyOrders orders_;
  ReadOptions read_options_;
  Workspace workspace_;
  bool has_color_;
  bool is_terminal_;
  int exit_code_ = 0;
};

}  // namespace

int format_files(const FormatterOptions& options) {
  EngineOptions engine_options;
  engine_options.config = options.config;
  engine_options.rules = "none";
  const Result<std::unique_ptr<Engine>> engine = Engine::create(engine_options);
  if (!engine) {
    std::cerr << "procfmt: " << visible(engine.error().message) << '\n';
    return kFailure;
  }
  return FileFormatter(options, engine_options, **engine).run();
}

}  // namespace proclint
