#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/document/value.h"
#include "core/read/page_sample.h"
#include "core/read/reader.h"
#include "core/source/edit.h"

// What tests of edits share.
namespace proclint {

/// A text with the document that was read from it; stays where it is, because both refer to it.
struct FormReading {
  FormReading(Form form, std::string given) : text(std::move(given)), source("test", text) {
    ReadOptions options;
    options.headings = &sample::headings();
    reader_for(form).read(source, options, document, findings);
  }
  FormReading(const FormReading&) = delete;
  FormReading& operator=(const FormReading&) = delete;
  Value root() const { return Value::root(document); }

  std::string text;
  Source source;
  Document document;
  std::vector<Diagnostic> findings;
};

/// The kind of each node with what it holds.
inline std::vector<std::string> contents(const Document& document) {
  std::vector<std::string> out;
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    const Node& node = document.node(id);
    const bool has_text = node.kind != Kind::list && node.kind != Kind::map;
    out.push_back(std::string(name(node.kind)) + ' ' +
                  (has_text ? std::string(document.text(id)) : std::to_string(node.size)));
  }
  return out;
}

}  // namespace proclint
