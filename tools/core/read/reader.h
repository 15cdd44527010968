#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/document/headings.h"
#include "core/source/diagnostic.h"

namespace proclint {

/// What a reader is told beside the source.
struct ReadOptions {
  std::uint32_t max_depth =
      512;  ///< lists and maps; deeper than any hand-written file, keeps recursion safe
  const Headings* headings = nullptr;  ///< for pages and Markdown
  /// Of a JSON document: nodes can take many times the memory of the text.
  std::size_t max_nodes = kNoNode;
  /// An earlier state of the text, read with the same options and without findings, or null. Of a
  /// part that has the same bytes in both, the nodes may be copied.
  const Document* before = nullptr;
};

/// A format. `read` fills `document` (cleared by the caller, its memory used again) and reports
/// what is wrong with the text: rules syntax-error, invalid-utf8, too-deep, too-large,
/// yaml-unsupported. After a syntax error the document is empty. `locate` gives the place of the
/// bytes `decoded` of a string's or key's text inside the source, through escapes and folded lines;
/// for findings only.
struct Reader {
  std::string_view name;
  std::span<const std::string_view> extensions;  ///< lower case, with the dot: ".json"
  Form form;
  void (*read)(const Source& source, const ReadOptions& options, Document& document,
               std::vector<Diagnostic>& diagnostics);
  Span (*locate)(const Document& document, NodeId node, Span decoded);
};

std::span<const Reader> readers();
/// The reader for a file's name; null if its extension is not known.
const Reader* reader_for(std::string_view path);
const Reader& reader_for(Form form);
/// What a text without a name most likely is: JSON and YAML show it in their first sign or name,
/// Markdown in its front matter or its first heading; anything else is a page.
Form guessed_form(std::string_view text);

void read_json(const Source&, const ReadOptions&, Document&, std::vector<Diagnostic>&);
Span locate_json(const Document&, NodeId, Span decoded);
void read_markdown(const Source&, const ReadOptions&, Document&, std::vector<Diagnostic>&);
Span locate_markdown(const Document&, NodeId, Span decoded);
void read_page(const Source&, const ReadOptions&, Document&, std::vector<Diagnostic>&);
Span locate_page(const Document&, NodeId, Span decoded);
void read_yaml(const Source&, const ReadOptions&, Document&, std::vector<Diagnostic>&);
Span locate_yaml(const Document&, NodeId, Span decoded);

}  // namespace proclint
