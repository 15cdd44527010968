#include "core/check/function_run.h"

#include <boost/test/unit_test.hpp>
#include <optional>

#include "core/check/functions.h"
#include "core/check/lint.h"
#include "core/document/pointer.h"
#include "core/source/file.h"

namespace proclint {
namespace {

// The document of a table in rules/; kept, because words may be views into it.
struct Table {
  explicit Table(const std::string& name) {
    const std::string path = std::string(PROCLINT_PROJECT_DIR) + "/rules/" + name;
    const auto outcome = read_file(path, 1U << 20U, text);
    BOOST_REQUIRE_MESSAGE(outcome.has_value(), path);
    file.emplace(text, path);
  }
  std::string text;
  std::optional<JsonFile> file;
};

Vocabulary read_words() {
  static const Table kHeadings("headings.json");
  static const Table kSystems("code-systems.json");
  static const Table kSpelling("spelling-variants.json");
  auto headings = Headings::from(kHeadings.file->root());
  BOOST_REQUIRE_MESSAGE(headings.has_value(), (headings ? "" : headings.error().message));
  auto systems = CodeSystems::from(kSystems.file->root());
  BOOST_REQUIRE_MESSAGE(systems.has_value(), (systems ? "" : systems.error().message));
  return {*std::move(headings), *std::move(systems), SpellingVariants(kSpelling.file->root())};
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
  const BoundCheck check = found->make(bound.root(), own_words());
  if (const auto* error = std::get_if<OptionError>(&check)) return error->message;
  Sink sink;
  std::get<Check>(check)(*resolve(Value::root(document), pointer), sink);
  std::string out;
  for (const Sink::Found& finding : sink.found()) {
    if (!out.empty()) out += '\n';
    out += print(finding, *document.source);
  }
  return out;
}

}  // namespace proclint
