#include "core/read/reader.h"
#include "core/read/text_runs.h"

namespace proclint {

Span locate_page(const Document& document, NodeId id, Span decoded) {
  const Node& node = document.node(id);
  if (!node.is_decoded) return {node.text + decoded.begin, node.text + decoded.end};
  // The names of sections and code systems are no texts of the page.
  if (!has_runs(document, node)) return node.span;
  if (decoded.begin >= node.size) return {node.span.end, node.span.end};
  return locate_in_runs(document, node, decoded);
}

}  // namespace proclint
