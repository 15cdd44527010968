#include "core/engine/shape.h"

#include <algorithm>
#include <utility>

#include "core/check/schema.h"
#include "core/engine/embedded.h"

namespace proclint {

void check_shape(OurFile& file, const char* schema_name, std::string_view rule) {
  const std::unique_ptr<OurFile> schema_file = read_embedded(schema_name);
  const auto schema = Schema::carried(schema_file->document, embedded(schema_name).program);
  std::vector<Diagnostic> found;
  schema->check(Value::root(file.document), {}, Wording::author, found);
  const std::vector<Diagnostic> told = file.diagnostics;
  for (Diagnostic& each : found) {
    const bool is_told = std::any_of(told.begin(), told.end(), [&](const Diagnostic& other) {
      return other.pointer == each.pointer || other.span.begin == each.span.begin;
    });
    if (is_told) continue;
    each.rule = rule;
    file.diagnostics.push_back(std::move(each));
  }
  std::stable_sort(
      file.diagnostics.begin(), file.diagnostics.end(),
      [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
}

}  // namespace proclint
