#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/document/headings.h"
#include "core/document/value.h"
#include "core/source/diagnostic.h"

namespace proclint {

/// What a writer is told beside the document.
struct WriteOptions {
  const Headings* headings = nullptr;  ///< canonical headings, for pages and Markdown
  /// A map whose members stand in for those of the document's root with the same keys, or are added
  /// to them; null as a member takes one away. What another form leaves out (a page's id and
  /// layout) comes this way. May be a part of another document.
  Value supplied;
  /// What the document's id must be for a form without one to say the same: the name of the file
  /// without its extension.
  std::string_view id;
  bool keeps_comments = true;  ///< where the form has them
};

/// A form that documents are written in. `write` appends `document`, which has nodes, in the
/// canonical layout of the form to `out`. What the form cannot hold is left out and reported in
/// `losses` with its place in the source (rule conversion-loss, a warning), never silently; what
/// the layout alone decides (quotes, indentation, the order of keys that have no order) is no loss.
///
/// A text that the form would read as something else (a paragraph of a page that spells a heading)
/// is written all the same: only reading it again can tell.
struct Writer {
  std::string_view name;
  std::string_view extension;  ///< with the dot
  Form form;
  void (*write)(const Document& document, const WriteOptions& options, std::string& out,
                std::vector<Diagnostic>& losses);
};

std::span<const Writer> writers();
/// Null if the form has no writer.
const Writer* writer_for(Form form);
/// By Writer::name; null if there is none.
const Writer* writer_named(std::string_view name);

void write_json_document(const Document&, const WriteOptions&, std::string&,
                         std::vector<Diagnostic>&);
void write_markdown(const Document&, const WriteOptions&, std::string&, std::vector<Diagnostic>&);
void write_page(const Document&, const WriteOptions&, std::string&, std::vector<Diagnostic>&);
void write_yaml_document(const Document&, const WriteOptions&, std::string&,
                         std::vector<Diagnostic>&);

}  // namespace proclint
