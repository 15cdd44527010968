#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/document/document.h"
#include "core/print/key_order.h"
#include "core/source/diagnostic.h"
#include "core/source/source.h"

namespace proclint {

struct FormatOptions {
  const KeyOrder* order = nullptr;  ///< null: keys and sections stay where they are
  /// Reads a text in the form of the document; true if nothing is wrong with it. Given by the
  /// caller, because a formatter knows no reader.
  std::function<bool(const Source&, Document&)> read;
};

struct Formatted {
  std::string text;
  /// What stays as it is, because the canonical layout cannot hold it, with its place in the source
  /// (rule not-formatted, a warning). One of a whole file has the source as its text.
  std::vector<Diagnostic> kept;
  /// A mistake of ours: the text would have said something else. It is the source then.
  bool is_failed = false;
};

/// The canonical layout of a document that has nodes, in its own form. No value and no comment is
/// another one afterwards; keys and sections may stand in another order.
///
/// - JSON, YAML and front matter: one member a line, two blanks a level, in the order of the
/// schema.
/// - Pages and Markdown: one blank line between blocks, one line a paragraph, one sort of bullet,
///   steps numbered from 1, headings without a final mark, sections in their order.
/// - All: no byte order mark, line ends of the sort that most lines have, the last line too.
///
/// A text that differs from the source is read again and compared before it is given out.
Formatted format(const Document& document, const FormatOptions& options);

/// Whether two documents of one form say the same: the same tree but for the order of different
/// keys, the same comments, and the same of what the tree leaves out and no layout may change.
bool say_the_same(const Document& one, const Document& other);

}  // namespace proclint
