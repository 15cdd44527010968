#include <algorithm>
#include <array>

#include "core/print/writer.h"

namespace proclint {
namespace {

constexpr std::array<Writer, 4> kWriters{{
    {"json", ".json", Form::json, write_json_document},
    {"markdown", ".md", Form::markdown, write_markdown},
    {"page", ".txt", Form::page, write_page},
    {"yaml", ".yaml", Form::yaml, write_yaml_document},
}};

template <class Predicate>
const Writer* find(Predicate predicate) {
  const auto* const found = std::find_if(kWriters.begin(), kWriters.end(), predicate);
  return found == kWriters.end() ? nullptr : found;
}

}  // namespace

std::span<const Writer> writers() { return kWriters; }

const Writer* writer_for(Form form) {
  return find([form](const Writer& writer) { return writer.form == form; });
}

const Writer* writer_named(std::string_view name) {
  return find([name](const Writer& writer) { return writer.name == name; });
}

}  // namespace proclint
