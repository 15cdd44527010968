#include "core/check/page_run.h"

#include <boost/test/unit_test.hpp>

#include "core/check/function_run.h"
#include "core/check/functions.h"
#include "core/check/lint.h"
#include "core/document/pointer.h"
#include "core/read/page_sample.h"

namespace proclint {
namespace {

// Runs the function on the node; a message if its options are wrong.
std::string run_on(std::string_view function, std::string_view options, const Document& document,
                   std::string_view pointer, const Vocabulary& words, Sink& sink) {
  const JsonFile bound(options);
  const Function* found = find_function(function);
  BOOST_REQUIRE(found != nullptr);
  const BoundCheck check = found->make(bound.root(), words);
  if (const auto* error = std::get_if<OptionError>(&check)) return error->message;
  const auto target = resolve(Value::root(document), pointer);
  if (!document.empty() && target && *target) std::get<Check>(check)(*target, sink);
  return {};
}

// A text of any form, read with the project's headings.
struct Text {
  Text(Form form, std::string_view given) : text(given), source("test", text) {
    ReadOptions options;
    options.headings = &sample::headings();
    reader_for(form).read(source, options, document, findings);
  }
  Text(const Text&) = delete;
  Text& operator=(const Text&) = delete;

  std::string text;
  Source source;
  Document document;
  std::vector<Diagnostic> findings;
};

}  // namespace

std::string found_in(Form form, std::string_view function, std::string_view text,
                     std::string_view options, std::string_view pointer) {
  const Text read(form, text);
  const Vocabulary words = own_words_unbound();
  Sink sink(*words.sought);
  std::string out = run_on(function, options, read.document, pointer, words, sink);
  for (const Sink::Found& found : sink.found()) {
    BOOST_REQUIRE(found.span.end <= text.size());
    const Place place = read.source.place(found.span.begin, Columns::codepoint);
    if (!out.empty()) out += '\n';
    out += std::to_string(place.line) + ':' + std::to_string(place.column) + " [";
    for (const char c : read.source.slice(found.span)) {
      out += c == '\n' ? std::string("\\n") : c == '\r' ? std::string("\\r") : std::string(1, c);
    }
    out += "] " + found.message;
  }
  return out;
}

std::string mended_in(Form form, std::string_view function, std::string_view text,
                      std::string_view pointer) {
  std::string now(text);
  for (int round = 0; round < 100; ++round) {
    const Text read(form, now);
    const Vocabulary words = own_words_unbound();
    Sink sink(*words.sought);
    run_on(function, "{}", read.document, pointer, words, sink);
    const Fix* fix = nullptr;
    for (const Sink::Found& found : sink.found()) {
      if (found.fix && fix == nullptr) fix = &*found.fix;
    }
    if (fix == nullptr) return now;
    BOOST_REQUIRE(are_apart(fix->edits, now.size()));
    now = apply_edits(now, fix->edits);
  }
  return "never done: " + now;
}

std::string on_page(std::string_view function, std::string_view text, std::string_view options) {
  return found_in(Form::page, function, text, options);
}

std::string mended(std::string_view function, std::string_view text) {
  return mended_in(Form::page, function, text);
}

}  // namespace proclint
