#include "core/check/schema.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/check/options.h"
#include "core/check/schema_lint.h"
#include "core/document/pointer.h"
#include "core/source/uri.h"

namespace proclint {
namespace {

// The mistakes of a schema that stands in `options`, at least one.
OptionError option_error(Value options, const std::vector<Diagnostic>& mistakes) {
  OptionError out;
  for (const Diagnostic& mistake : mistakes) {
    const Result<Value> at = resolve(Value::root(options.document()), mistake.pointer);
    OptionError one{at ? *at : options, mistake.message, mistake.span};
    if (&mistake == &mistakes.front()) {
      out = std::move(one);
    } else {
      out.others.push_back(std::move(one));
    }
  }
  return out;
}

// What the location of a keyword in `schema` begins with, which has no URI of its own: the file and
// the pointer of the schema in it. Empty for options that were put together from several files, in
// none of which their pointers lead anywhere.
std::string location_of(Value schema) {
  const Document& file = schema.document();
  if (schema.parent() == Value::root(file)) return {};
  return artifact_uri(file.source->path(), {}) + '#' + schema.pointer();
}

}  // namespace

/// A value fits a JSON Schema. Option `schema`: the schema itself, which holds all that it refers
/// to and names its dialect in `$schema`; by default draft-07. Formats count. What is suspect in a
/// schema is a mistake here: a misspelt keyword would make a rule that never finds anything.
BoundCheck schema(Value options, const Vocabulary& vocabulary) {
  Value given;
  if (options) {
    for (const Value option : options.children()) {
      if (option.key().text() != "schema") return unknown_option(option, "schema");
      if (!option.is(Kind::map)) return OptionError{option, "\"schema\" is a map, a JSON Schema"};
      given = option;
    }
  }
  if (!given) return OptionError{options, "write the JSON Schema that must fit: \"schema\""};
  SchemaOptions reading;
  reading.is_alone = true;
  reading.load = vocabulary.meta_schema;
  std::vector<Diagnostic> mistakes;
  lint_schema(given, reading, mistakes);
  if (!mistakes.empty()) return option_error(options, mistakes);
  reading.is_trusted = true;
  std::shared_ptr<const Schema> compiled = Schema::compile(given, mistakes, reading);
  return [compiled = std::move(compiled), own = location_of(given)](Value target, Sink& sink) {
    std::vector<Diagnostic> violations;
    const std::vector<Value> about = compiled->check(target, {}, Wording::author, violations);
    for (std::size_t i = 0; i < violations.size(); ++i) {
      Diagnostic& violation = violations[i];
      Sink::Found& found = sink.at(about[i], violation.span, violation.message);
      found.notes = std::move(violation.notes);
      found.keyword = std::move(violation.keyword);
      found.schema_location = std::move(violation.schema_location);
      if (found.schema_location.starts_with('#')) {
        found.schema_location = own.empty() ? own : own + found.schema_location.substr(1);
      }
      found.meant = std::move(violation.meant);
      found.offer("error", std::move(violation.message));
    }
  };
}

}  // namespace proclint
