#include "core/read/text_runs.h"

#include <algorithm>

namespace proclint {
namespace {

// The piece of a text's source that the byte `at` (in Document::decoded) was decoded from.
Span source_of(const Document& document, const Node& node, std::uint32_t at) {
  const auto next =
      std::upper_bound(document.runs.begin(), document.runs.end(), at,
                       [](std::uint32_t byte, const TextRun& run) { return byte < run.text; });
  const TextRun& run = *(next - 1);
  const std::uint32_t text_end = node.text + node.size;
  const std::uint32_t end = next == document.runs.end() ? text_end : std::min(next->text, text_end);
  // "&ngE;" stands for as many bytes as it has; the line end that a last line lacks, for none.
  const bool is_reference = run.size != 0 && document.source->text()[run.source] == '&' &&
                            document.decoded[run.text] != '&';
  if (end - run.text != run.size || is_reference) return {run.source, run.source + run.size};
  const std::uint32_t source = run.source + (at - run.text);
  return {source, source + 1};
}

}  // namespace

void TextRuns::add(Span source, std::uint32_t size) {
  if (size == 0) return;
  const bool is_verbatim = source.size() == size;
  const bool goes_on =
      is_verbatim && is_verbatim_ && runs_.back().source + runs_.back().size == source.begin;
  if (goes_on) {
    runs_.back().size += size;
  } else {
    runs_.push_back({text_, source.begin, source.size()});
  }
  is_verbatim_ = is_verbatim;
  text_ += size;
}

bool has_runs(const Document& document, const Node& node) {
  const auto first =
      std::lower_bound(document.runs.begin(), document.runs.end(), node.text,
                       [](const TextRun& run, std::uint32_t at) { return run.text < at; });
  return first != document.runs.end() && first->text == node.text;
}

Span locate_in_runs(const Document& document, const Node& node, Span decoded) {
  const std::uint32_t begin = source_of(document, node, node.text + decoded.begin).begin;
  if (decoded.empty()) return {begin, begin};
  const std::uint32_t last = std::min(decoded.end, node.size) - 1;
  return {begin, source_of(document, node, node.text + last).end};
}

}  // namespace proclint
