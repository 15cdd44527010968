#include "core/check/function_run.h"

#include <boost/test/unit_test.hpp>

#include "core/check/functions.h"
#include "core/check/lint.h"
#include "core/document/pointer.h"
#include "core/engine/meta_schemas.h"
#include "core/read/page_sample.h"

namespace proclint {
namespace {

// A table in rules/; kept, because words may be views into it.
Value table(const YamlReading& file) {
  BOOST_REQUIRE(file.findings.empty() && !file.document.empty());
  return Value::root(file.document);
}

Vocabulary read_words() {
  const std::string rules = PROCLINT_PROJECT_DIR "/rules/";
  static const YamlReading kHeadings(sample::file_text(rules + "headings.yaml"));
  static const YamlReading kSystems(sample::file_text(rules + "code-systems.yaml"));
  static const YamlReading kSpelling(sample::file_text(rules + "spelling-variants.yaml"));
  auto headings = Headings::from(table(kHeadings));
  BOOST_REQUIRE_MESSAGE(headings.has_value(), (headings ? "" : headings.error().message));
  auto systems = CodeSystems::from(table(kSystems));
  BOOST_REQUIRE_MESSAGE(systems.has_value(), (systems ? "" : systems.error().message));
  return {*std::move(headings), *std::move(systems), SpellingVariants(table(kSpelling))};
}

std::string print(const Sink::Found& found, const Source& source) {
  std::string out = found.target.pointer();
  if (!found.absent.empty()) append_pointer_token(out, found.absent);
  out.append(" [").append(source.slice(found.span)).append("] ").append(found.message);
  if (found.severity) out.append(" (").append(name(*found.severity)).append(")");
  for (const Note& note : found.notes) {
    out.append("; [").append(source.slice(note.span)).append("] ").append(note.message);
  }
  if (found.fix) out.append(" => ").append(apply_edits(source.text(), found.fix->edits));
  return out;
}

}  // namespace

const Vocabulary& own_words() {
  static const Vocabulary kOwn = read_words();
  return kOwn;
}

Vocabulary own_words_unbound() {
  Vocabulary out{own_words().headings, own_words().code_systems, own_words().spelling};
  out.meta_schema = standard_meta_schema;
  return out;
}

std::string run(std::string_view function, std::string_view options, std::string_view document,
                std::string_view pointer) {
  JsonFile file(document);
  BOOST_REQUIRE_MESSAGE(!file.document.empty(), "no JSON: " << document);
  return run(function, options, file.document, pointer);
}

std::string run(std::string_view function, std::string_view options, const Document& document,
                std::string_view pointer) {
  const JsonFile bound(options);
  const Function* found = find_function(function);
  BOOST_REQUIRE(found != nullptr);
  const Vocabulary words = own_words_unbound();
  const BoundCheck check = found->make(bound.root(), words);
  if (const auto* error = std::get_if<OptionError>(&check)) return error->message;
  Sink sink(*words.sought);
  std::get<Check>(check)(*resolve(Value::root(document), pointer), sink);
  std::string out;
  for (const Sink::Found& finding : sink.found()) {
    if (!out.empty()) out += '\n';
    out += print(finding, *document.source);
  }
  return out;
}

}  // namespace proclint
