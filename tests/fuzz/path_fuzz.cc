// Selectors and documents, both mutated: a JSONPath, the byte 0x1E, a document. Whatever they are,
// there is a path or a mistake inside the text, the walk ends, every match has a normalized path
// that selects it alone, and paths select the same alone and in a set.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/document/normalized_path.h"
#include "core/document/path_set.h"
#include "core/read/reader.h"
#include "fuzz/invariants.h"

namespace proclint::fuzz {
namespace {

// Matches by number of path, as the walk comes by.
struct Matches {
  bool wants(std::uint32_t) const { return true; }
  void match(std::uint32_t path, Value value) { ids[path].push_back(value.id()); }
  std::vector<NodeId> ids[3];
};

void expect_selects_alone(const std::string& path, Value value) {
  const auto parsed = Path::parse(path);
  expect(std::holds_alternative<Path>(parsed));
  bool is_found = false;
  // Several only where a map has equal keys, which a path cannot tell apart.
  std::get<Path>(parsed).select(Value::root(value.document()),
                                [&](Value match) { is_found |= match == value; });
  expect(is_found);
}

void select(const Path& path, const Document& document) {
  const Value root = Value::root(document);
  std::vector<NodeId> alone;
  const bool is_complete = path.select(root, [&](Value match) {
    expect(match.id() < document.nodes.size() && !match.is(Kind::key));
    alone.push_back(match.id());
  });
  if (!is_complete) return;
  Positions positions;
  for (std::size_t i = 0; i < alone.size() && i < 8; ++i) {
    const Value match(document, alone[i]);
    expect_selects_alone(normalized_path(match, positions), match);
  }
  PathSet set;
  set.add(std::get<Path>(Path::parse("$..*")));
  set.add(path);
  set.add(std::get<Path>(Path::parse("$[0].a")));
  Matches matches;
  if (set.walk(root, matches)) return;
  std::sort(alone.begin(), alone.end());
  std::sort(matches.ids[1].begin(), matches.ids[1].end());
  expect(matches.ids[1] == alone);
}

void run(std::string_view query, std::string_view text) {
  const auto parsed = Path::parse(query);
  if (const auto* error = std::get_if<PathError>(&parsed)) {
    expect(!error->reason.empty());
    expect_inside(error->span, query.size());
    return;
  }
  const Path& path = std::get<Path>(parsed);
  for (const PathError& doubt : path.doubts()) expect_inside(doubt.span, query.size());
  const Source source("document.json", text);
  Document document;
  std::vector<Diagnostic> findings;
  read_json(source, {}, document, findings);
  if (!document.empty()) select(path, document);
}

}  // namespace
}  // namespace proclint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t at = all.find('\x1E');
  if (at == std::string_view::npos) return 0;
  proclint::fuzz::run(all.substr(0, at), all.substr(at + 1));
  return 0;
}
