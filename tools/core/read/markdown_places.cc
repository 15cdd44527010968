#include "core/read/markdown_places.h"

#include <algorithm>

#include "core/read/markdown_inlines.h"
#include "core/read/markdown_syntax.h"

namespace proclint {
namespace {

// Behind the link definitions that `text` has from `at` on.
std::uint32_t behind_link_definitions(std::string_view text, std::uint32_t at) {
  while (at < text.size() && text[at] == '[') {
    const std::uint32_t next = link_definition_end(text, at);
    if (next == 0) break;
    at = skip_markdown_space(text, next);
  }
  return at;
}

}  // namespace

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
  // A block may begin behind the end of its line's text: with a form feed, which is no blank there.
  span.end = std::max(span.begin, span.end);
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
  const std::uint32_t at = behind_link_definitions(text_.substr(0, content.end), content.begin);
  if (at < content.end) content.begin = at;
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
  return underlined(begin, cmark_node_get_heading_level(node) == 1 ? '=' : '-');
}

Span MarkdownPlaces::underlined(std::uint32_t begin, char sign) const {
  // Link definitions at the beginning are no text, and a line below nothing else no underline.
  std::uint32_t at = begin;
  for (std::size_t line = lines_.index(begin) + 1; line < lines_.count(); ++line) {
    const std::string_view text = slice(lines_.content(line));
    if (text.find_first_not_of(sign) != std::string_view::npos) continue;
    const std::string_view above = text_.substr(0, lines_.starts[line]);
    const std::uint32_t text_begin = behind_link_definitions(above, at);
    const Span content = trimmed({text_begin, lines_.starts[line]});
    // Blanks that are none to a paragraph, such as a form feed, make an empty heading.
    if (!content.empty() || text_begin == at) return content;
    at = text_begin;
  }
  return {at, at};
}

Span MarkdownPlaces::marker(cmark_node* item) const {
  const std::uint32_t begin = begin_of(item);
  std::uint32_t end = begin;
  while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') ++end;
  return {begin, std::min(end + 1, static_cast<std::uint32_t>(text_.size()))};
}

}  // namespace proclint
