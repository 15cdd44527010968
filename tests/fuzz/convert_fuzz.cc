// Converting a document, from the form that the first byte names ("j", "y", "m", else a page) to
// that of the second, and to the vocabularies of others: losses have a place, and where none is
// told the new text reads as the same tree.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/engine/convert.h"
#include "core/engine/engine.h"
#include "core/read/reader.h"
#include "fuzz/invariants.h"

namespace proclint::fuzz {
namespace {

Engine& engine() {
  static const std::unique_ptr<Engine> kEngine = *Engine::create({});
  return *kEngine;
}

Form form_of(char name) {
  if (name == 'j') return Form::json;
  if (name == 'y') return Form::yaml;
  return name == 'm' ? Form::markdown : Form::page;
}

std::vector<Diagnostic> read(const Source& source, Form form, Document& document) {
  ReadOptions options;
  options.headings = &engine().vocabulary().headings;
  std::vector<Diagnostic> findings;
  reader_for(form).read(source, options, document, findings);
  return findings;
}

void run(Form from, Form to, std::string_view text) {
  const Source source("knee.procedure", text);
  Document document;
  read(source, from, document);
  if (document.empty()) return;
  const Vocabulary& vocabulary = engine().vocabulary();
  const Conversion converted = convert(document, "knee", *writer_for(to), vocabulary);
  expect_sound(converted.losses, text.size());
  for (const Exchange& exchange : exchanges()) {
    expect_sound(convert(document, "knee", exchange, vocabulary).losses, text.size());
  }
  if (!converted.losses.empty()) return;
  const Source written("knee.procedure", converted.text);
  Document again;
  const std::vector<Diagnostic> findings = read(written, to, again);
  expect(findings.empty() && !again.empty());
}

}  // namespace
}  // namespace proclint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  proclint::fuzz::run(proclint::fuzz::form_of(text[0]), proclint::fuzz::form_of(text[1]),
                      text.substr(2));
  return 0;
}
