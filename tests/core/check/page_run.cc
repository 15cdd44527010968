#include "core/check/page_run.h"

#include <boost/test/unit_test.hpp>

#include "core/check/functions.h"
#include "core/check/lint.h"
#include "core/read/page_sample.h"

namespace proclint {
namespace {

std::string edited(std::string_view text, const Fix& fix) {
  std::string out;
  std::size_t done = 0;
  for (const Edit& edit : fix.edits) {
    BOOST_REQUIRE(edit.span.begin >= done);
    out.append(text, done, edit.span.begin - done).append(edit.text);
    done = edit.span.end;
  }
  return out.append(text, done);
}

// The project's headings; layout rules need no code systems.
const Vocabulary& page_words() {
  static const Vocabulary kWords{sample::headings(), {}};
  return kWords;
}

// Runs the function on the page; null and a message if its options are wrong.
std::string run_on(std::string_view function, std::string_view options, const sample::Page& page,
                   Sink& sink) {
  const JsonFile bound(options);
  const Function* found = find_function(function);
  BOOST_REQUIRE(found != nullptr);
  const BoundCheck check = found->make(bound.root(), page_words());
  if (const auto* error = std::get_if<OptionError>(&check)) return error->message;
  if (!page.document.empty()) std::get<Check>(check)(Value::root(page.document), sink);
  return {};
}

}  // namespace

std::string on_page(std::string_view function, std::string_view text, std::string_view options) {
  const sample::Page page{std::string(text)};
  Sink sink;
  std::string out = run_on(function, options, page, sink);
  for (const Sink::Found& found : sink.found()) {
    BOOST_REQUIRE(found.span.end <= text.size());
    const Place place = page.source.place(found.span.begin, Columns::codepoint);
    if (!out.empty()) out += '\n';
    out += std::to_string(place.line) + ':' + std::to_string(place.column) + " [";
    for (const char c : page.source.slice(found.span)) {
      out += c == '\n' ? std::string("\\n") : c == '\r' ? std::string("\\r") : std::string(1, c);
    }
    out += "] " + found.message;
  }
  return out;
}

std::string mended(std::string_view function, std::string_view text) {
  std::string now(text);
  for (int round = 0; round < 100; ++round) {
    const sample::Page page(now);
    Sink sink;
    run_on(function, "{}", page, sink);
    const Fix* fix = nullptr;
    for (const Sink::Found& found : sink.found()) {
      if (found.fix && fix == nullptr) fix = &*found.fix;
    }
    if (fix == nullptr) return now;
    now = edited(now, *fix);
  }
  return "never done: " + now;
}

}  // namespace proclint
