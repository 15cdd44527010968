#include <algorithm>
#include <cstdint>
#include <string_view>

#include "core/read/reader.h"

namespace proclint {

Span locate_page(const Document& document, NodeId id, Span decoded) {
  const Node& node = document.node(id);
  if (!node.is_decoded) return {node.text + decoded.begin, node.text + decoded.end};
  // A section's key is the name of its heading, not a text of the page.
  if (node.kind == Kind::key) return node.span;
  const std::string_view source = document.source->text();
  const std::string_view text = document.text(id);
  // Both advance together; a blank that joins two lines stands for the line end and the blanks
  // around it.
  std::uint32_t at = node.span.begin;
  std::size_t solid = at;  // the first byte from `at` on that is no blank
  Span out = node.span;
  for (std::uint32_t i = 0; i <= text.size() && at <= node.span.end; ++i) {
    if (i == decoded.begin) out.begin = at;
    if (i == decoded.end) {
      out.end = at;
      break;
    }
    if (i == text.size()) break;
    if (solid <= at) solid = std::min(source.find_first_not_of(" \t\r\xC2\xA0", at), source.size());
    const bool is_join = text[i] == ' ' && solid < source.size() && source[solid] == '\n';
    at = is_join ? static_cast<std::uint32_t>(source.find_first_not_of(" \t\r\n\xC2\xA0", solid))
                 : at + 1;
  }
  return out;
}

}  // namespace proclint
