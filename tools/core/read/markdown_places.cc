#include "core/read/markdown_places.h"

#include <algorithm>

#include "core/read/markdown_inlines.h"
#include "core/read/markdown_syntax.h"

namespace proclint {

std::size_t MarkdownPlaces::line_of(cmark_node* node) const {
  const auto line = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1)) - 1;
  return std::min(line, lines_.count() - 1);
}

std::uint32_t MarkdownPlaces::begin_of(cmark_node* node) const {
  const std::size_t line = line_of(node);
  const auto column = static_cast<std::uint32_t>(std::max(cmark_node_get_start_column(node), 1));
  return std::min(lines_.starts[line] + column - 1, lines_.starts[line + 1]);
}

Span MarkdownPlaces::trimmed(Span span) const {
  while (span.begin < span.end && is_markdown_space(text_[span.begin])) ++span.begin;
  while (span.begin < span.end && is_markdown_space(text_[span.end - 1])) --span.end;
  return span;
}

// cmark says of a code block only where it begins, and its text.
std::uint32_t MarkdownPlaces::end_of_code(cmark_node* node, std::size_t first) const {
  constexpr std::size_t kIndent = 4;
  const std::string_view literal = literal_of(node);
  const auto count = static_cast<std::size_t>(std::count(literal.begin(), literal.end(), '\n'));
  const std::uint32_t begin = begin_of(node);
  const std::string_view line = text_.substr(begin, line_end(first) - begin);
  const bool is_fence = line.starts_with("```") || line.starts_with("~~~");
  const std::string_view before = text_.substr(lines_.starts[first], begin - lines_.starts[first]);
  const bool is_indented = !before.empty() && (before.back() == '\t' || before.size() >= kIndent) &&
                           literal.starts_with(line);
  if (!is_fence || is_indented) {
    return line_end(std::min(first + std::max<std::size_t>(count, 1), lines_.count()) - 1);
  }
  std::size_t last = std::min(first + count, lines_.count() - 1);
  if (last + 1 < lines_.count()) {
    const std::string_view closing = slice(lines_.content(last + 1));
    const std::size_t ticks = line.find_first_not_of(line[0]);
    if (closing.size() >= std::min(ticks, line.size()) &&
        closing.find_first_not_of(line[0]) == std::string_view::npos) {
      ++last;
    }
  }
  return line_end(last);
}

std::uint32_t MarkdownPlaces::end_of_leaf(cmark_node* node) const {
  const std::size_t first = line_of(node);
  const auto last_line = [&] {
    const auto line = static_cast<std::size_t>(std::max(cmark_node_get_end_line(node), 1)) - 1;
    return std::min(std::max(line, first), lines_.count() - 1);
  };
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_BLOCK_QUOTE:
      return line_end(last_line());
    case CMARK_NODE_CODE_BLOCK:
      return end_of_code(node, first);
    case CMARK_NODE_HTML_BLOCK: {
      const std::string_view literal = literal_of(node);
      auto count = static_cast<std::size_t>(std::count(literal.begin(), literal.end(), '\n'));
      if (!literal.empty() && literal.back() == '\n') --count;
      return line_end(std::min(first + count, lines_.count() - 1));
    }
    case CMARK_NODE_HEADING: {
      const Span content = heading(node);
      const std::size_t line = lines_.index(content.end);
      const bool is_underlined = text_[begin_of(node)] != '#' || line > first;
      return line_end(is_underlined ? std::min(line + 1, lines_.count() - 1) : line);
    }
    case CMARK_NODE_ITEM:
      return marker(node).end;  // without content
    default:
      return line_end(first);
  }
}

Span MarkdownPlaces::extent_of(cmark_node* node) const {
  cmark_node* last = node;
  while (cmark_node_get_type(last) == CMARK_NODE_LIST ||
         (cmark_node_get_type(last) == CMARK_NODE_ITEM && cmark_node_last_child(last))) {
    last = cmark_node_last_child(last);
  }
  const std::uint32_t begin = begin_of(node);
  std::uint32_t end = std::max(begin, end_of_leaf(last));
  // Never into the block that follows.
  for (cmark_node* at = node; at; at = cmark_node_parent(at)) {
    if (cmark_node* next = cmark_node_next(at)) {
      end = std::max(begin, std::min(end, begin_of(next)));
      break;
    }
  }
  while (end > begin && is_markdown_space(text_[end - 1])) --end;
  return {begin, end};
}

Span MarkdownPlaces::paragraph(cmark_node* node) const {
  Span content = trimmed({begin_of(node), end_of_leaf(node)});
  const std::string_view until = text_.substr(0, content.end);
  while (content.begin < content.end && text_[content.begin] == '[') {
    const std::uint32_t next = link_definition_end(until, content.begin);
    if (next == 0 || next >= content.end) break;
    content.begin = skip_markdown_space(until, next);
  }
  return content;
}

Span MarkdownPlaces::heading(cmark_node* node) const {
  const std::size_t first = line_of(node);
  const std::uint32_t begin = begin_of(node);
  Span content = trimmed({begin, line_end(first)});
  // A paragraph that an underline made a heading may begin with "#" too: "#5 bolt".
  const std::string_view line = slice(content);
  const std::size_t signs = std::min(line.find_first_not_of('#'), line.size());
  const bool is_marked = signs == static_cast<std::size_t>(cmark_node_get_heading_level(node)) &&
                         (signs == line.size() || is_markdown_space(line[signs]));
  if (is_marked) {
    content = trimmed({begin + static_cast<std::uint32_t>(signs), content.end});
    std::uint32_t end = content.end;
    while (end > content.begin && text_[end - 1] == '#') --end;
    if (end == content.begin || is_markdown_blank(text_[end - 1])) content.end = end;
    const Span whole = trimmed(content);
    return whole.empty() ? Span{content.begin, content.begin} : whole;
  }
  const std::string_view rest = text_.substr(0, lines_.starts.back());
  std::uint32_t at = begin;
  while (at < rest.size() && rest[at] == '[') {
    const std::uint32_t next = link_definition_end(rest, at);
    if (next == 0 || next >= rest.size()) break;
    at = skip_markdown_space(rest, next);
  }
  const char sign = cmark_node_get_heading_level(node) == 1 ? '=' : '-';
  std::size_t last = lines_.index(at);
  while (last + 1 < lines_.count() &&
         slice(lines_.content(last + 1)).find_first_not_of(sign) != std::string_view::npos) {
    ++last;
  }
  return trimmed({at, line_end(last)});
}

Span MarkdownPlaces::marker(cmark_node* item) const {
  const std::uint32_t begin = begin_of(item);
  std::uint32_t end = begin;
  while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') ++end;
  return {begin, std::min(end + 1, static_cast<std::uint32_t>(text_.size()))};
}

}  // namespace proclint
