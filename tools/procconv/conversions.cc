#include "procconv/conversions.h"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "core/engine/convert.h"
#include "core/engine/engine.h"
#include "core/report/reporter.h"
#include "core/report/visible.h"
#include "core/source/file.h"
#include "core/source/output_file.h"
#include "procconv/targets.h"

namespace proclint {
namespace {

constexpr std::size_t kMaxSize = std::size_t{100} << 20U;  // as proclint has it

// Memory that is used again from one document to the next.
struct Memory {
  std::string text;
  Document document;
};

class Run {
 public:
  Run(const ConvertOptions& options, Engine& engine)
      : options_(options), engine_(engine), reporter_(find_reporter("compact")->make(std::cerr)) {
    reporter_->begin({});
  }

  int all() {
    const Targets targets = find_targets(options_, engine_.configs());
    for (const OurFile* file : engine_.broken_files()) {
      exit_code_ = 2;
      reporter_->file(file->source, file->diagnostics);
    }
    for (const Unreadable& failure : targets.failures) fail(failure.message, failure.path);
    // Nothing is written by halves: what was asked for is not clear.
    if (exit_code_ == 2) return finish();
    Memory memory;
    for (const Target& target : targets.documents) one(target, memory);
    return finish();
  }

 private:
  int finish() {
    reporter_->end({});
    return exit_code_;
  }

  void fail(const std::string& message, const std::string& path) {
    exit_code_ = 2;
    const bool is_named = path.empty() || message.find(path) != std::string::npos;
    std::cerr << "procconv: " << visible(is_named ? message : path + ": " + message) << '\n';
  }

  // The form of a document; null, with a failure told, if nothing says it.
  const Reader* reader_of(const std::string& path) {
    const Reader* const reader = options_.from ? options_.from : reader_for(path);
    if (reader == nullptr) {
      fail("its name does not say its form; --from json, markdown, page or yaml does", path);
    }
    return reader;
  }

  void one(const Target& target, Memory& memory) {
    const std::string& path = target.input.path;
    const Reader* const reader = reader_of(path);
    if (reader == nullptr) return;
    const Result<ReadOutcome> outcome = target.input.is_standard_input
                                            ? read_standard_input(kMaxSize, memory.text)
                                            : read_file(path, kMaxSize, memory.text);
    if (!outcome) return fail(outcome.error().message, path);
    if (*outcome == ReadOutcome::too_large)
      return fail("the document is larger than 100 MiB", path);
    const Source source(path, memory.text);
    std::vector<Diagnostic> findings;
    ReadOptions read_options;
    const Config* const config = target.input.config;
    const Vocabulary& vocabulary =
        config != nullptr ? engine_.rulebook(*config).vocabulary : engine_.vocabulary();
    read_options.headings = &vocabulary.headings;
    memory.document.clear();
    reader->read(source, read_options, memory.document, findings);
    if (memory.document.empty()) return report(source, findings);
    Conversion conversion = convert(memory.document, target_id(target), vocabulary);
    std::move(conversion.losses.begin(), conversion.losses.end(), std::back_inserter(findings));
    std::stable_sort(
        findings.begin(), findings.end(),
        [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
    report(source, findings);
    if (!options_.is_check) write(target.path, conversion.text);
  }

  // What the name of the file that is written will say; else that of the one that is read.
  std::string target_id(const Target& target) const {
    const bool has_own_name = !target.path.empty() && options_.exchange == nullptr;
    return std::string(id_from(has_own_name ? target.path : target.input.path));
  }

  Conversion convert(const Document& document, const std::string& id,
                     const Vocabulary& vocabulary) const {
    if (options_.exchange) return proclint::convert(document, id, *options_.exchange, vocabulary);
    Conversion conversion = proclint::convert(document, id, *options_.to, vocabulary);
    if (options_.is_check) check_way_back(document, id, *options_.to, vocabulary, conversion);
    return conversion;
  }

  void report(const Source& source, const std::vector<Diagnostic>& findings) {
    if (findings.empty()) return;
    exit_code_ = std::max(exit_code_, 1);
    reporter_->file(source, findings);
  }

  void write(const std::string& path, const std::string& text) {
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    if (!options_.out_dir.empty()) std::filesystem::create_directories(folder, error);
    if (error) return fail("cannot create " + folder.string() + ": " + error.message(), "");
    Result<std::unique_ptr<OutputFile>> file = OutputFile::open(path);
    if (!file) return fail(file.error().message, path);
    (*file)->stream() << text;
    if (const Result<bool> committed = (*file)->commit(); !committed) {
      fail(committed.error().message, path);
    }
  }

  const ConvertOptions& options_;
  Engine& engine_;
  std::unique_ptr<Reporter> reporter_;
  int exit_code_ = 0;
};

}  // namespace

int run_conversions(const ConvertOptions& options) {
  EngineOptions engine_options;
  engine_options.rules = "none";
  const Result<std::unique_ptr<Engine>> engine = Engine::create(engine_options);
  if (!engine) {
    std::cerr << "procconv: " << visible(engine.error().message) << '\n';
    return 2;
  }
  return Run(options, **engine).all();
}

}  // namespace proclint
