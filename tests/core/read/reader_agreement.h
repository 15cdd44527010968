#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/read/json.h"
#include "core/read/json_simple.h"
#include "core/read/markdown.h"
#include "core/read/markdown_front_matter.h"
#include "core/read/markdown_simple.h"
#include "core/read/reader.h"
#include "core/read/yaml.h"
#include "core/read/yaml_simple.h"

namespace proclint {

// Of three formats a simple reader takes what it knows, and a library the rest. How the document of
// the one differs from that of the other; empty if it does not. A decoded text may stand elsewhere.
inline std::string difference(const Document& simple, const Document& thorough) {
  if (simple.nodes.size() != thorough.nodes.size()) return "number of nodes";
  for (NodeId id = 0; id < simple.nodes.size(); ++id) {
    const Node& a = simple.node(id);
    const Node& b = thorough.node(id);
    const std::string where = " of node " + std::to_string(id);
    if (a.kind != b.kind) return "kind" + where;
    if (a.span != b.span) return "span" + where;
    if (a.parent != b.parent || a.next != b.next) return "place in the tree" + where;
    if (a.is_decoded != b.is_decoded) return "sort of text" + where;
    if (!a.is_decoded && (a.text != b.text || a.size != b.size)) return "text" + where;
    if (a.is_decoded && simple.text(id) != thorough.text(id)) return "decoded text" + where;
  }
  if (simple.comments != thorough.comments) return "comments";
  if (simple.runs.size() != thorough.runs.size()) return "runs";
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

struct Agreement {
  bool is_simple = false;  // the simple reader took it
  std::string problem;     // empty: none
};

// Reads a text both ways.
inline Agreement json_agreement(std::string_view text, const ReadOptions& options = {}) {
  const Source source("test.json", text);
  Document simple;
  simple.source = &source;
  if (!read_simple_json(source, options, simple)) return {};
  Document thorough;
  std::vector<Diagnostic> findings;
  read_json_by_library(source, options, thorough, findings);
  if (!findings.empty()) return {true, "the library: " + findings.front().message};
  return {true, difference(simple, thorough)};
}

inline Agreement yaml_agreement(std::string_view text,
                                std::uint32_t max_depth = ReadOptions{}.max_depth) {
  const Source source("test.yaml", text);
  Document tried;
  tried.source = &source;
  tried.form = Form::yaml;
  if (!read_simple_yaml(source, max_depth, tried)) return {};
  Document simple;
  Document thorough;
  std::vector<Diagnostic> findings;
  ReadOptions options;
  options.max_depth = max_depth;
  read_yaml(source, options, simple, findings);
  read_yaml_by_library(source, options, thorough, findings);
  if (!findings.empty()) return {true, "the library: " + findings.front().message};
  return {true, difference(simple, thorough)};
}

inline Agreement markdown_agreement(std::string_view text, const Headings& headings) {
  const auto front_matter = find_front_matter(text);
  const MarkdownLines lines = split_markdown(text, front_matter ? front_matter->body : 0);
  if (!SimpleMarkdown(text, lines).find()) return {};
  const Source source("test.md", text);
  ReadOptions options;
  options.headings = &headings;
  Document simple;
  Document thorough;
  std::vector<Diagnostic> findings;
  std::vector<Diagnostic> of_library;
  read_markdown(source, options, simple, findings);
  read_markdown_by_library(source, options, thorough, of_library);
  if (findings.size() != of_library.size()) return {true, "number of findings"};
  return {true, difference(simple, thorough)};
}

}  // namespace proclint
