// Measures the readers of YAML and Markdown against the libraries below them, which only parse, and
// beside the reader of JSON.
// usage: formats; the repetitions are interleaved, so that a machine that is slow for a while is
// slow for all of them.
#include <cmark.h>
#include <libfyaml.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "bench/corpus/compose.h"
#include "core/engine/convert.h"
#include "core/engine/engine.h"
#include "core/read/reader.h"

namespace {

using namespace proclint;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kDocuments = 500;
constexpr int kRounds = 11;

const Vocabulary& vocabulary() {
  static const std::unique_ptr<Engine> kEngine = *Engine::create({});
  return kEngine->vocabulary();
}

void read(Form form, const std::string& text, Document& document) {
  const Source source("document", text);
  ReadOptions options;
  options.headings = &vocabulary().headings;
  std::vector<Diagnostic> findings;
  document.clear();
  reader_for(form).read(source, options, document, findings);
  if (document.empty() || !findings.empty()) std::abort();
}

using TextList = std::vector<std::string>;

TextList documents_in(Form form) {
  TextList texts;
  for (std::size_t i = 0; i < kDocuments; ++i) {
    const std::string json = corpus::to_json(corpus::compose(1, i, kDocuments));
    const Source source("document.json", json);
    Document document;
    std::vector<Diagnostic> findings;
    read_json(source, {}, document, findings);
    texts.push_back(form == Form::json
                        ? json
                        : convert(document, "document", *writer_for(form), vocabulary()).text);
  }
  return texts;
}

void read_all(Form form, const TextList& texts) {
  Document document;
  for (const std::string& text : texts) read(form, text, document);
}

void libfyaml_alone(const TextList& texts) {
  for (const std::string& text : texts) {
    const fy_parse_cfg config{};
    fy_parser* const parser = fy_parser_create(&config);
    if (parser == nullptr || fy_parser_set_string(parser, text.data(), text.size()) != 0) {
      std::abort();
    }
    while (fy_event* const event = fy_parser_parse(parser)) fy_parser_event_free(parser, event);
    fy_parser_destroy(parser);
  }
}

void cmark_alone(const TextList& texts) {
  for (const std::string& text : texts) {
    cmark_node_free(cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
  }
}

struct Step {
  const char* name;
  const TextList& texts;
  std::function<void()> run;
  std::vector<double> seconds;

  double median() const {
    std::vector<double> sorted = seconds;
    std::sort(sorted.begin(), sorted.end());
    return sorted[sorted.size() / 2];
  }
};

}  // namespace

int main() {
  const TextList json = documents_in(Form::json);
  const TextList yaml = documents_in(Form::yaml);
  const TextList markdown = documents_in(Form::markdown);
  std::vector<Step> steps{
      {"JSON, tree with places", json, [&] { read_all(Form::json, json); }, {}},
      {"YAML, tree with places", yaml, [&] { read_all(Form::yaml, yaml); }, {}},
      {"YAML, libfyaml alone", yaml, [&] { libfyaml_alone(yaml); }, {}},
      {"Markdown, tree with places", markdown, [&] { read_all(Form::markdown, markdown); }, {}},
      {"Markdown, cmark alone", markdown, [&] { cmark_alone(markdown); }, {}},
  };
  for (int round = 0; round <= kRounds; ++round) {
    for (Step& step : steps) {
      const Clock::time_point start = Clock::now();
      step.run();
      const std::chrono::duration<double> took = Clock::now() - start;
      if (round > 0) step.seconds.push_back(took.count());
    }
  }
  std::printf("%-58s %8s %8s\n", "", "MB/s", "us each");
  for (const Step& step : steps) {
    std::size_t bytes = 0;
    for (const std::string& text : step.texts) bytes += text.size();
    std::printf("%-58s %8.1f %8.1f\n", step.name, static_cast<double>(bytes) / step.median() / 1e6,
                step.median() * 1e6 / kDocuments);
  }
  std::printf("\n%-58s %8.2f   (at most 2)\n", "YAML / libfyaml",
              steps[1].median() / steps[2].median());
  std::printf("%-58s %8.2f   (at most 2)\n", "Markdown / cmark",
              steps[3].median() / steps[4].median());
}
