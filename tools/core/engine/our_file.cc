#include "core/engine/our_file.h"

#include "core/engine/embedded.h"
#include "core/read/reader.h"
#include "core/source/file.h"

namespace proclint {
namespace {

// Rules and schemas are written by hand; a larger file is a mistake or an attack.
constexpr std::size_t kMaxSize = std::size_t{64} << 20U;

}  // namespace

void OurFile::mistake(Span span, std::string rule, std::string message) {
  Diagnostic diagnostic;
  diagnostic.rule = std::move(rule);
  diagnostic.span = span;
  diagnostic.message = std::move(message);
  diagnostics.push_back(std::move(diagnostic));
}

Result<std::unique_ptr<OurFile>> read_our_file(const std::string& path) {
  std::string text;
  const Result<ReadOutcome> outcome = read_file(path, kMaxSize, text);
  if (!outcome) return outcome.error();
  if (*outcome == ReadOutcome::too_large)
    return Error{"cannot read " + path + ": it is larger than 64 MiB"};
  auto file = std::make_unique<OurFile>(path, std::move(text));
  // Whatever its name is, a file of ours is JSON, unless its name says YAML.
  const Reader* const reader = reader_for(path);
  const bool is_yaml = reader != nullptr && reader->form == Form::yaml;
  (is_yaml ? read_yaml : read_json)(file->source, {}, file->document, file->diagnostics);
  return file;
}

std::unique_ptr<OurFile> read_embedded(const std::string& name) {
  // Neither read nor copied: text and nodes are a part of the program.
  const Embedded& carried = embedded(name);
  auto file = std::make_unique<OurFile>("builtin:" + name, std::string());
  file->source = Source(file->path, carried.text);
  file->document.source = &file->source;
  file->document.nodes = Table<Node>::borrowed(carried.nodes);
  file->document.decoded = carried.decoded;
  file->document.locate = &locate_json;
  return file;
}

}  // namespace proclint
