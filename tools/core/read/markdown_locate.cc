#include <algorithm>
#include <cstdint>

#include "core/read/markdown_front_matter.h"
#include "core/read/reader.h"

namespace proclint {
namespace {

// Whether the text was followed through Markdown; those of the front matter have no runs.
bool has_runs(const Document& document, const Node& node) {
  const auto first =
      std::lower_bound(document.runs.begin(), document.runs.end(), node.text,
                       [](const TextRun& run, std::uint32_t at) { return run.text < at; });
  return first != document.runs.end() && first->text == node.text;
}

// The piece of a text's source that the byte `at` (in Document::decoded) was decoded from.
Span source_of(const Document& document, const Node& node, std::uint32_t at) {
  const auto next =
      std::upper_bound(document.runs.begin(), document.runs.end(), at,
                       [](std::uint32_t byte, const TextRun& run) { return byte < run.text; });
  const TextRun& run = *(next - 1);
  const std::uint32_t text_end = node.text + node.size;
  const std::uint32_t end = next == document.runs.end() ? text_end : std::min(next->text, text_end);
  // "&ngE;" stands for as many bytes as it has.
  const bool is_reference =
      document.source->text()[run.source] == '&' && document.decoded[run.text] != '&';
  if (end - run.text != run.size || is_reference) return {run.source, run.source + run.size};
  const std::uint32_t source = run.source + (at - run.text);
  return {source, source + 1};
}

}  // namespace

Span locate_markdown(const Document& document, NodeId id, Span decoded) {
  const Node& node = document.node(id);
  if (node.kind == Kind::list || node.kind == Kind::map) return node.span;
  if (!node.is_decoded) return {node.text + decoded.begin, node.text + decoded.end};
  // A section's key is the name of its heading, not a text of the file.
  if (node.kind == Kind::key || node.size == 0) return node.span;
  if (!has_runs(document, node)) return locate_in_front_matter(document, id, decoded);
  if (decoded.begin >= node.size) {
    const std::uint32_t end = source_of(document, node, node.text + node.size - 1).end;
    return {end, end};
  }
  const std::uint32_t begin = source_of(document, node, node.text + decoded.begin).begin;
  if (decoded.empty()) return {begin, begin};
  const std::uint32_t last = std::min(decoded.end, node.size) - 1;
  return {begin, source_of(document, node, node.text + last).end};
}

}  // namespace proclint
