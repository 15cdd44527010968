#include "core/engine/headings_file.h"

#include <string>
#include <utility>

#include "core/engine/boundary.h"
#include "core/engine/configs.h"
#include "core/engine/shape.h"

namespace proclint {
namespace {

constexpr std::string_view kRule = "config-invalid";

// The text in `table` that the message of a mistake begins with, in quotes; the later one of two,
// which is the one too many.
Span place_of(const std::string& message, const Document& table) {
  Span out = Value::root(table).place();
  for (NodeId id = 0; id < table.nodes.size(); ++id) {
    const Value node(table, id);
    if (!node.is(Kind::string)) continue;
    if (message.starts_with('"' + std::string(node.text()) + '"')) out = node.span();
  }
  return out;
}

}  // namespace

HeadingsFile read_headings(const Config& config, bool is_free) {
  const auto mistake = [&config](std::string message) {
    config.file->mistake(config.headings.place(), std::string(kRule), std::move(message));
    return HeadingsFile();
  };
  const std::string name(config.headings.text());
  const std::string path = absolute_path(name.starts_with('/') ? name : config.folder + "/" + name);
  if (auto reason = refused(path, config.folder, is_free)) return mistake(*std::move(reason));
  Result<std::unique_ptr<OurFile>> read = read_our_file(shown_path(path));
  if (!read) return mistake(read.error().message);
  HeadingsFile out{*std::move(read), std::nullopt};
  if (out.file->diagnostics.empty()) check_shape(*out.file, "schemas/headings.schema.json", kRule);
  if (!out.file->diagnostics.empty()) return out;
  Result<Headings> headings = Headings::from(Value::root(out.file->document));
  if (headings) {
    out.headings = *std::move(headings);
  } else {
    const std::string& message = headings.error().message;
    out.file->mistake(place_of(message, out.file->document), std::string(kRule), message);
  }
  return out;
}

}  // namespace proclint
