#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/table.h"
#include "core/source/source.h"
#include "core/source/span.h"

namespace proclint {

class Headings;

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0xFFFFFFFF;

enum class Kind : std::uint8_t { null, boolean, number, string, list, map, key };
std::string_view name(Kind kind);

/// The syntax that a document was read from.
enum class Form : std::uint8_t { json, yaml, markdown, page };
std::string_view name(Form form);

/// A node of the tree. Nodes stand in document order; a map is key, value, key, value.
struct Node {
  Span span;  ///< the bytes that decode to the value, quotes and brackets included
  NodeId parent =
      kNoNode;      ///< the list or map that holds it (for a key and for its value: the map)
  NodeId next = 0;  ///< one past the subtree, so a walk is a loop
  std::uint32_t text =
      0;  ///< string, key, number, boolean, null: where its text begins; see Document::text
  std::uint32_t size =
      0;  ///< size of that text in bytes; of a list or map: the number of elements or members
  Kind kind = Kind::null;
  bool is_decoded = false;  ///< the text stands in Document::decoded, not in the source
};
static_assert(sizeof(Node) <= 32);

/// What the tree drops and layout rules need. Page, Markdown and YAML give marks; JSON gives none.
enum class MarkKind : std::uint8_t {
  navigation,    ///< a block before the code line or the name heading that is no descriptor;
                 ///< node: the root
  descriptor,    ///< the descriptor line; node: its text
  code_label,    ///< "CPT4 code" as written, without colon; node: the code's map
  name_heading,  ///< "Name of the Procedure:" as written; node: the title
  heading,       ///< a section's heading as written; node: the section's key
  inline_value,  ///< the text behind "Duration: " on the heading's own line; node: the section's
                 ///< key
  bullet,        ///< a list marker; node: the item
  number,        ///< "3." or "3)" as written; node: the step
  blank_lines,   ///< a run of blank lines, line ends included; node: the root, or the list whose
                 ///< items it parts
  mixed_block,   ///< an unmarked line that follows a list item directly; node: the list
  unplaced,      ///< a block behind them, before the first section, that belongs to nothing; node:
                 ///< the root
  missing_blank_line,  ///< a line that begins a block right behind the one before; node: the root
  trailing_blanks,     ///< blanks at the end of a line; node: the root
  line_end,            ///< the first line end unlike that of line 1 (LF, CRLF); node: the root
  subheading,          ///< Markdown: a heading below a section's, as written; node: its text
  second_title,    ///< Markdown: a "#" heading that is no title, read as a section's; node: its key
  markup,          ///< Markdown: emphasis, a link, code or a hard line break, with its signs; node:
                   ///< the text
  foreign,         ///< Markdown: a block that no other form can hold (a table, code, quote, HTML or
                   ///< rule); node: its text, which is as written
  foreign_inline,  ///< Markdown: an image or an HTML tag in a text; node: the text
  link_definition,  ///< Markdown: "[label]: address", which is no text; node: the root
};
std::string_view name(MarkKind kind);

struct Mark {
  NodeId node = 0;
  MarkKind kind = MarkKind::blank_lines;
  Span span;
};

/// Bytes of Document::decoded and the source bytes that they were decoded from. They go on to the
/// next run, or to the end of the text. With equal sizes each byte stands for one, unless they are
/// a character reference.
struct TextRun {
  std::uint32_t text = 0;    ///< where they begin in Document::decoded
  std::uint32_t source = 0;  ///< where their source bytes begin
  std::uint32_t size = 0;    ///< number of those source bytes
};

/// A document as a table of nodes with their places. Node 0 is the root; a text that could not be
/// read has no nodes. Built by a Builder, then not changed.
class Document {
 public:
  const Source* source = nullptr;
  Form form = Form::json;
  Table<Node> nodes;
  std::string decoded;  ///< texts that differ from their source bytes
  std::vector<Span> comments;
  std::vector<Mark> marks;    ///< in source order
  std::vector<TextRun> runs;  ///< of decoded texts, in their order, for locate: of long ones, and
                              ///< in pages and Markdown of all
  const Headings* headings =
      nullptr;  ///< the table that gave page and Markdown sections their keys
  /// The reader's way from bytes of a decoded text to the source; null: texts are source bytes. See
  /// Value::locate.
  Span (*locate)(const Document& document, NodeId node, Span decoded) = nullptr;

  bool empty() const { return nodes.empty(); }
  const Node& node(NodeId id) const { return nodes[id]; }
  /// The decoded text of a key or scalar; of a number, true, false and null the bytes as written.
  std::string_view text(NodeId id) const {
    const Node& node = nodes[id];
    const std::string_view all = node.is_decoded ? std::string_view(decoded) : source->text();
    return {all.data() + node.text, node.size};
  }
  /// Forgets the content but keeps the memory for the next document, unless this one was very
  /// large.
  void clear();
};

}  // namespace proclint
