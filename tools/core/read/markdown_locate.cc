#include <cstdint>

#include "core/read/markdown_front_matter.h"
#include "core/read/reader.h"
#include "core/read/text_runs.h"

namespace proclint {

Span locate_markdown(const Document& document, NodeId id, Span decoded) {
  const Node& node = document.node(id);
  if (node.kind == Kind::list || node.kind == Kind::map) return node.span;
  if (!node.is_decoded) return {node.text + decoded.begin, node.text + decoded.end};
  // A section's key is the name of its heading, not a text of the file.
  if (node.kind == Kind::key || node.size == 0) return node.span;
  // Short texts of the front matter have none.
  if (!has_runs(document, node)) return locate_in_front_matter(document, id, decoded);
  if (decoded.begin < node.size) return locate_in_runs(document, node, decoded);
  const std::uint32_t end = locate_in_runs(document, node, {node.size - 1, node.size}).end;
  return {end, end};
}

}  // namespace proclint
