#include "core/check/headings_written.h"

namespace proclint {

std::vector<WrittenHeading> headings_written(const Document& document) {
  std::vector<WrittenHeading> out;
  for (const Mark& mark : document.marks) {
    if (mark.kind == MarkKind::inline_value && !out.empty()) out.back().has_value = true;
    const bool is_title = mark.kind == MarkKind::name_heading;
    if (mark.kind != MarkKind::heading && !is_title) continue;
    const std::string_view written = document.source->slice(mark.span);
    const std::string_view words = without_final_mark(written);
    const auto size = static_cast<std::uint32_t>(words.size());
    WrittenHeading heading;
    heading.node = Value(document, mark.node);
    heading.words = {mark.span.begin, mark.span.begin + size};
    const std::size_t final = written.find_first_of(":.", size);
    const bool has_mark = final != std::string_view::npos;
    heading.mark.begin = mark.span.begin + (has_mark ? static_cast<std::uint32_t>(final) : size);
    heading.mark.end = heading.mark.begin + (has_mark ? 1 : 0);
    heading.is_title = is_title;
    out.push_back(heading);
  }
  return out;
}

std::optional<HeadingWithValue> heading_with_value(const WrittenHeading& heading,
                                                   const Headings& table) {
  const Document& document = heading.node.document();
  if (document.form != Form::markdown || entry_of(heading, table) != nullptr) return std::nullopt;
  const Span whole{heading.words.begin, heading.mark.end};
  const std::string_view written = document.source->slice(whole);
  const std::size_t colon = written.find(':');
  if (colon == std::string_view::npos || table.find(written.substr(0, colon)) == nullptr) {
    return std::nullopt;
  }
  const std::size_t value = written.find_first_not_of(" \t", colon + 1);
  if (value == std::string_view::npos) return std::nullopt;
  const std::uint32_t begin = whole.begin + static_cast<std::uint32_t>(colon);
  return HeadingWithValue{{begin, begin + 1},
                          {whole.begin + static_cast<std::uint32_t>(value), whole.end}};
}

const Headings::Entry* entry_of(const WrittenHeading& heading, const Headings& table) {
  return heading.is_title ? &table.title() : table.find_key(heading.node.text());
}

}  // namespace proclint
