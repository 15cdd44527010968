#include "core/document/builder.h"

namespace proclint {

void Builder::members_of(const Document& other) {
  const NodeId shift = next_node() - 1;
  const auto moved = [&](NodeId id) { return id == 0 ? open_ : id + shift; };
  const auto text_shift = static_cast<std::uint32_t>(document_.decoded.size());
  document_.decoded += other.decoded;
  document_.nodes[open_].size += other.nodes[0].size;
  for (std::size_t id = 1; id < other.nodes.size(); ++id) {
    Node& node = document_.nodes.emplace_back();
    node = other.nodes[id];
    node.parent = moved(node.parent);
    node.next += shift;
    if (node.is_decoded) node.text += text_shift;
  }
  for (TextRun run : other.runs) {
    run.text += text_shift;
    document_.runs.push_back(run);
  }
  for (Mark mark : other.marks) {
    mark.node = moved(mark.node);
    document_.marks.push_back(mark);
  }
  document_.comments.insert(document_.comments.end(), other.comments.begin(), other.comments.end());
}

TextPiece Builder::decoded(std::string_view text) {
  const auto begin = static_cast<std::uint32_t>(document_.decoded.size());
  document_.decoded.append(text);
  return {begin, static_cast<std::uint32_t>(text.size()), true};
}

}  // namespace proclint
