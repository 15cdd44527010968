#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/read/reader.h"
#include "core/read/yaml.h"
#include "core/read/yaml_simple.h"

namespace proclint {

// How the document of the simple reader differs from the one that comes by the library; empty if it
// does not.
inline std::string difference(const Document& simple, const Document& thorough) {
  if (simple.nodes.size() != thorough.nodes.size()) return "number of nodes";
  for (NodeId id = 0; id < simple.nodes.size(); ++id) {
    const Node& a = simple.node(id);
    const Node& b = thorough.node(id);
    const std::string where = " of node " + std::to_string(id);
    if (a.kind != b.kind) return "kind" + where;
    if (a.span != b.span) return "span" + where;
    if (a.parent != b.parent || a.next != b.next) return "place in the tree" + where;
    if (a.text != b.text || a.size != b.size || a.is_decoded != b.is_decoded) return "text" + where;
  }
  if (simple.decoded != thorough.decoded) return "decoded texts";
  if (simple.comments != thorough.comments) return "comments";
  if (simple.marks.size() != thorough.marks.size()) return "number of marks";
  for (std::size_t i = 0; i < simple.marks.size(); ++i) {
    const Mark& a = simple.marks[i];
    const Mark& b = thorough.marks[i];
    if (a.kind != b.kind || a.node != b.node || a.span != b.span) {
      return "mark " + std::to_string(i);
    }
  }
  return {};
}

struct YamlAgreement {
  bool is_simple = false;  // the simple reader took it
  std::string problem;     // empty: none
};

// Reads a text both ways.
inline YamlAgreement agreement(std::string_view text,
                               std::uint32_t max_depth = ReadOptions{}.max_depth) {
  const Source source("test.yaml", text);
  Document simple;
  simple.source = &source;
  simple.form = Form::yaml;
  if (!read_simple_yaml(source, max_depth, simple)) return {};
  Document thorough;
  std::vector<Diagnostic> findings;
  ReadOptions options;
  options.max_depth = max_depth;
  read_yaml_by_library(source, options, thorough, findings);
  if (!findings.empty()) return {true, "the library: " + findings.front().message};
  return {true, difference(simple, thorough)};
}

}  // namespace proclint
