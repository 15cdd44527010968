// Measures the readers of YAML and Markdown against the libraries below them, which only parse, and
// beside the reader of JSON; and the formatter on files that are in its layout and on others.
// usage: formats; the repetitions are interleaved, so that a machine that is slow for a while is
// slow for all of them.
#include <cmark.h>
#include <libfyaml.h>

#include <algorithm>
#include <array>
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
#include "core/engine/our_file.h"
#include "core/print/format.h"
#include "core/read/json.h"
#include "core/read/reader.h"
#include "core/read/yaml.h"

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

// The part of a reader that most documents do not need.
void read_all_by_library(decltype(Reader::read) read, const TextList& texts) {
  Document document;
  for (const std::string& text : texts) {
    const Source source("document", text);
    std::vector<Diagnostic> findings;
    document.clear();
    read(source, {}, document, findings);
    if (document.empty() || !findings.empty()) std::abort();
  }
}

const KeyOrder& key_order() {
  static const std::unique_ptr<OurFile> kSchema = read_embedded("schemas/procedure.schema.json");
  static const KeyOrder kOrder =
      KeyOrder::from(Value::root(kSchema->document), vocabulary().headings);
  return kOrder;
}

// What procfmt does with a text.
std::string formatted(Form form, const std::string& text, Document& document) {
  ReadOptions read_options;
  read_options.headings = &vocabulary().headings;
  const FormatOptions options{&key_order(), [&](const Source& source, Document& again) {
                                ReadOptions again_options = read_options;
                                again_options.before = &document;
                                std::vector<Diagnostic> findings;
                                reader_for(form).read(source, again_options, again, findings);
                                return findings.empty();
                              }};
  const Source source("document", text);
  std::vector<Diagnostic> findings;
  document.clear();
  reader_for(form).read(source, read_options, document, findings);
  Formatted result = format(document, options);
  if (!findings.empty() || !result.kept.empty() || result.is_failed) std::abort();
  return std::move(result.text);
}

void format_all(Form form, const TextList& texts) {
  Document document;
  for (const std::string& text : texts) {
    if (formatted(form, text, document).empty()) std::abort();
  }
}

TextList in_layout(Form form, const TextList& texts) {
  TextList result;
  Document document;
  for (const std::string& text : texts) result.push_back(formatted(form, text, document));
  return result;
}

// The same documents in another layout: the first two keys swapped, or blank lines doubled.
TextList out_of_layout(Form form, const TextList& texts) {
  TextList result;
  for (const std::string& text : texts) {
    std::string other;
    if (form == Form::json || form == Form::yaml) {
      const std::size_t first = form == Form::json ? text.find('\n') + 1 : 0;
      const std::size_t second = text.find('\n', first) + 1;
      const std::size_t third = text.find('\n', second) + 1;
      other = text.substr(0, first) + text.substr(second, third - second) +
              text.substr(first, second - first) + text.substr(third);
    } else {
      for (std::size_t i = 0; i < text.size(); ++i) {
        other += text[i];
        if (text[i] == '\n' && i > 0 && text[i - 1] == '\n') other += '\n';
      }
    }
    result.push_back(std::move(other));
  }
  return result;
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
  double bytes_per_second() const {
    std::size_t bytes = 0;
    for (const std::string& text : texts) bytes += text.size();
    return static_cast<double>(bytes) / median();
  }
};

}  // namespace

int main() {
  constexpr std::array<Form, 4> kForms{Form::json, Form::yaml, Form::markdown, Form::page};
  std::array<TextList, kForms.size()> canonical;
  std::array<TextList, kForms.size()> other;
  for (std::size_t i = 0; i < kForms.size(); ++i) {
    canonical[i] = in_layout(kForms[i], documents_in(kForms[i]));
    other[i] = out_of_layout(kForms[i], canonical[i]);
  }
  const TextList& json = canonical[0];
  const TextList& yaml = canonical[1];
  const TextList& markdown = canonical[2];
  std::vector<Step> steps{
      {"JSON, tree with places", json, [&] { read_all(Form::json, json); }, {}},
      {"JSON, the same by way of RapidJSON",
       json,
       [&] { read_all_by_library(read_json_by_library, json); },
       {}},
      {"YAML, tree with places", yaml, [&] { read_all(Form::yaml, yaml); }, {}},
      {"YAML, the same by way of libfyaml",
       yaml,
       [&] { read_all_by_library(read_yaml_by_library, yaml); },
       {}},
      {"YAML, libfyaml alone", yaml, [&] { libfyaml_alone(yaml); }, {}},
      {"Markdown, tree with places", markdown, [&] { read_all(Form::markdown, markdown); }, {}},
      {"Markdown, cmark alone", markdown, [&] { cmark_alone(markdown); }, {}},
  };
  constexpr std::array<const char*, kForms.size()> kInLayout{
      "JSON, formatted already", "YAML, formatted already", "Markdown, formatted already",
      "page, formatted already"};
  constexpr std::array<const char*, kForms.size()> kOutOfLayout{
      "JSON, formatted anew", "YAML, formatted anew", "Markdown, formatted anew",
      "page, formatted anew"};
  for (std::size_t i = 0; i < kForms.size(); ++i) {
    const Form form = kForms[i];
    const TextList& same = canonical[i];
    const TextList& changed = other[i];
    steps.push_back({kInLayout[i], same, [form, &same] { format_all(form, same); }, {}});
    steps.push_back(
        {kOutOfLayout[i], changed, [form, &changed] { format_all(form, changed); }, {}});
  }
  for (int round = 0; round <= kRounds; ++round) {
    for (Step& step : steps) {
      const Clock::time_point start = Clock::now();
      step.run();
      const std::chrono::duration<double> took = Clock::now() - start;
      if (round > 0) step.seconds.push_back(took.count());
    }
  }
  // A byte of JSON is the measure, because MB/s do not hold from machine to machine.
  std::printf("%-58s %8s %8s %8s\n", "", "MB/s", "us each", "/ JSON");
  const double json_rate = steps[0].bytes_per_second();
  for (const Step& step : steps) {
    const double rate = step.bytes_per_second();
    std::printf("%-58s %8.1f %8.1f %8.2f\n", step.name, rate / 1e6,
                step.median() * 1e6 / kDocuments, json_rate / rate);
  }
  const auto ratio = [&](const char* name, std::size_t of, std::size_t to) {
    std::printf("%-58s %8.2f   (at most 2)\n", name, steps[of].median() / steps[to].median());
  };
  std::printf("\n");
  ratio("YAML / libfyaml", 2, 4);
  ratio("YAML by way of libfyaml / libfyaml", 3, 4);
  ratio("Markdown / cmark", 5, 6);
}
