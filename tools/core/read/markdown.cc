#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cmark.h>

#include "core/read/json_bytes.h"
#include "core/read/markdown_arena.h"
#include "core/read/markdown_front_matter.h"
#include "core/read/markdown_inlines.h"
#include "core/read/markdown_lines.h"
#include "core/read/markdown_syntax.h"
#include "core/read/page_tree.h"
#include "core/read/reader.h"
#include "core/read/section_key.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

// cmark counts bytes in 32 bits with a sign, and its buffers grow by half.
constexpr std::size_t kMaxSize = 0x40000000;

constexpr std::string_view kCommentBegin = "<!--";
constexpr std::string_view kCommentEnd = "-->";

/// Reads the blocks of one file in order.
///
/// - "# Title" is the title when no section has begun; any other "#" begins a section like "##",
/// and
///   second_title marks it.
/// - What stands before the first section is `unplaced`.
/// - An item is its text; with one list below it {text, items|steps}; anything else makes it a list
///   of blocks, which the schema refuses.
/// - What only Markdown can say (tables, code, quotes, HTML, rules) is a text with the bytes as
///   written, marked `foreign`.
class MarkdownReader {
 public:
  MarkdownReader(const Source& source, std::string_view text, const Headings& table,
                 const MarkdownLines& lines, Document& document, PageTree& tree)
      : source_(source),
        text_(text),
        table_(table),
        lines_(lines),
        document_(document),
        tree_(tree),
        inlines_(document, tree, text) {}

  void read(cmark_node* root) {
    for (cmark_node* node = cmark_node_first_child(root); node && !tree_.is_too_deep();
         node = cmark_node_next(node)) {
      const Span extent = extent_of(node);
      gap(covered_, extent.begin);
      covered_ = std::max(covered_, extent.end);
      const bool is_comment = comments(node, extent);
      if (!is_comment) mark_missing_blank(extent.begin);
      is_behind_comment_ = is_comment;
      if (is_comment) continue;
      const int level = heading_level(node);
      if (level == 1 && !has_title_ && !is_open_) {
        title(node);
      } else if (level == 1 || level == 2) {
        section(node, level);
      } else if (is_open_) {
        block(node);
      } else {
        tree_.mark(MarkKind::unplaced, 0, extent);
      }
    }
    if (is_open_) {
      tree_.close(end_);  // the last section
      tree_.close(end_);  // the map of sections
    }
    gap(covered_, static_cast<std::uint32_t>(text_.size()));
  }

 private:
  // Places.
  std::uint32_t begin_of(cmark_node* node) const;
  Span extent_of(cmark_node* node) const;
  std::uint32_t end_of_leaf(cmark_node* node) const;
  std::uint32_t end_of_code(cmark_node* node, std::size_t first) const;
  Span paragraph(cmark_node* node) const;
  Span heading(cmark_node* node) const;
  Span trimmed(Span span) const;
  Span marker(cmark_node* item) const;
  std::size_t line_of(cmark_node* node) const;
  std::uint32_t line_end(std::size_t line) const { return lines_.content(line).end; }

  // Sections.
  static int heading_level(cmark_node* node) {
    return cmark_node_get_type(node) == CMARK_NODE_HEADING ? cmark_node_get_heading_level(node) : 0;
  }
  void title(cmark_node* node);
  void section(cmark_node* node, int level);

  // Blocks.
  void block(cmark_node* node);
  void text_block(cmark_node* node, Span content);
  void foreign_block(cmark_node* node);
  void list_block(cmark_node* node);
  void list(cmark_node* node, NodeId blanks_of);
  void item(cmark_node* item, NodeId list);
  void nested(cmark_node* text, cmark_node* list, NodeId outer);
  void string(cmark_node* node, Span content);
  static bool is_comment(cmark_node* node);
  bool comments(cmark_node* node, Span extent);
  bool is_table(Span content) const;
  void mark_mixed(cmark_node* item, Span content, NodeId list);
  void mark_missing_blank(std::uint32_t begin);
  void definitions(cmark_node* node, Span content);
  void gap(std::uint32_t begin, std::uint32_t end);

  std::string_view slice(Span span) const { return text_.substr(span.begin, span.size()); }

  const Source& source_;
  std::string_view text_;
  const Headings& table_;
  const MarkdownLines& lines_;
  Document& document_;
  PageTree& tree_;
  MarkdownInlines inlines_;
  bool has_title_ = false;
  bool is_open_ = false;  // a section is
  bool is_behind_comment_ = false;
  std::uint32_t end_ = 0;                          // of the content so far
  std::uint32_t covered_ = lines_.starts.front();  // of the blocks so far, comments too
};

// ---- Places ----

std::size_t MarkdownReader::line_of(cmark_node* node) const {
  const auto line = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1)) - 1;
  return std::min(line, lines_.count() - 1);
}

std::uint32_t MarkdownReader::begin_of(cmark_node* node) const {
  const std::size_t line = line_of(node);
  const auto column = static_cast<std::uint32_t>(std::max(cmark_node_get_start_column(node), 1));
  return std::min(lines_.starts[line] + column - 1, lines_.starts[line + 1]);
}

Span MarkdownReader::trimmed(Span span) const {
  while (span.begin < span.end && is_markdown_space(text_[span.begin])) ++span.begin;
  while (span.begin < span.end && is_markdown_space(text_[span.end - 1])) --span.end;
  return span;
}

// cmark says of a code block only where it begins, and its text.
std::uint32_t MarkdownReader::end_of_code(cmark_node* node, std::size_t first) const {
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

std::uint32_t MarkdownReader::end_of_leaf(cmark_node* node) const {
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

// From the first byte of a block to its last one that is no blank.
Span MarkdownReader::extent_of(cmark_node* node) const {
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

// The content of a paragraph, without the link definitions before it.
Span MarkdownReader::paragraph(cmark_node* node) const {
  Span content = trimmed({begin_of(node), end_of_leaf(node)});
  const std::string_view until = text_.substr(0, content.end);
  while (content.begin < content.end && text_[content.begin] == '[') {
    const std::uint32_t next = link_definition_end(until, content.begin);
    if (next == 0 || next >= content.end) break;
    content.begin = skip_markdown_space(until, next);
  }
  return content;
}

// The content of a heading: behind "##" and before a closing "##", or above the underline.
Span MarkdownReader::heading(cmark_node* node) const {
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

Span MarkdownReader::marker(cmark_node* item) const {
  const std::uint32_t begin = begin_of(item);
  std::uint32_t end = begin;
  while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') ++end;
  return {begin, std::min(end + 1, static_cast<std::uint32_t>(text_.size()))};
}

// ---- Sections ----

void MarkdownReader::title(cmark_node* node) {
  const Span content = heading(node);
  definitions(node, content);
  tree_.implied_key("title", content.begin);
  string(node, content);
  has_title_ = true;
}

void MarkdownReader::section(cmark_node* node, int level) {
  const Span content = heading(node);
  definitions(node, content);
  if (is_open_) {
    tree_.close(end_);
  } else {
    tree_.implied_key("sections", content.begin);
    tree_.open(Kind::map, content.begin);
  }
  is_open_ = true;
  const NodeId key = tree_.next();
  tree_.mark(MarkKind::heading, key, content);
  if (level == 1) tree_.mark(MarkKind::second_title, key, content);
  const TextPiece piece = inlines_.read(node, content, key);
  const std::string written(
      piece.is_decoded ? std::string_view(document_.decoded).substr(piece.begin, piece.size)
                       : source_.text().substr(piece.begin, piece.size));
  const Headings::Entry* entry = table_.find(written);
  if (entry == nullptr) entry = table_.find_near(written);
  tree_.heading_key(content, entry ? entry->key : unknown_section_key(written));
  end_ = content.end;
  tree_.open(Kind::list, end_);
}

// ---- Blocks ----

void MarkdownReader::string(cmark_node* node, Span content) {
  const TextPiece piece = inlines_.read(node, content, tree_.next());
  tree_.string(content, piece);
  end_ = content.end;
}

void MarkdownReader::block(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH: {
      const Span content = paragraph(node);
      if (is_table(content)) {
        foreign_block(node);
      } else {
        text_block(node, content);
      }
      break;
    }
    case CMARK_NODE_HEADING:
      text_block(node, heading(node));
      break;
    case CMARK_NODE_LIST:
      list_block(node);
      break;
    default:
      foreign_block(node);
  }
}

void MarkdownReader::text_block(cmark_node* node, Span content) {
  definitions(node, content);
  tree_.open(Kind::map, content.begin);
  tree_.implied_key("text", content.begin);
  if (heading_level(node) > 0) tree_.mark(MarkKind::subheading, tree_.next(), content);
  string(node, content);
  tree_.close(end_);
}

void MarkdownReader::foreign_block(cmark_node* node) {
  const Span extent = extent_of(node);
  tree_.open(Kind::map, extent.begin);
  tree_.implied_key("text", extent.begin);
  tree_.mark(MarkKind::foreign, tree_.next(), extent);
  tree_.skip_layout(extent.end);
  TextPiece piece{extent.begin, extent.size(), false};
  if (source_.slice(extent) != slice(extent)) {
    piece = tree_.builder().decoded(slice(extent));
    document_.runs.push_back({piece.begin, extent.begin, extent.size()});
  }
  tree_.string(extent, piece);
  end_ = extent.end;
  tree_.close(end_);
}

void MarkdownReader::list_block(cmark_node* node) {
  const std::uint32_t begin = begin_of(node);
  const bool is_numbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  tree_.open(Kind::map, begin);
  tree_.implied_key(is_numbered ? "steps" : "items", begin);
  list(node, 0);
  tree_.close(end_);
}

// Blank lines before the first item belong to `blanks_of`.
void MarkdownReader::list(cmark_node* node, NodeId blanks_of) {
  const bool is_numbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  const NodeId list = tree_.next();
  tree_.open(Kind::list, begin_of(node));
  for (cmark_node* child = cmark_node_first_child(node); child && !tree_.is_too_deep();
       child = cmark_node_next(child)) {
    tree_.mark(is_numbered ? MarkKind::number : MarkKind::bullet, tree_.next(), marker(child),
               blanks_of);
    item(child, list);
    blanks_of = list;
  }
  tree_.close(end_);
}

void MarkdownReader::item(cmark_node* item, NodeId list) {
  std::array<cmark_node*, 2> first{};
  std::size_t count = 0;
  for (cmark_node* child = cmark_node_first_child(item); child; child = cmark_node_next(child)) {
    if (comments(child, extent_of(child))) continue;
    if (count < first.size()) first[count] = child;
    ++count;
  }
  const Span sign = marker(item);
  if (count == 0) {
    tree_.string({sign.end, sign.end});
    end_ = sign.end;
    return;
  }
  const bool has_text =
      cmark_node_get_type(first[0]) == CMARK_NODE_PARAGRAPH && !is_table(paragraph(first[0]));
  if (has_text) {
    definitions(first[0], paragraph(first[0]));
    const bool is_text = count == 1;
    const bool is_nested = count == 2 && cmark_node_get_type(first[1]) == CMARK_NODE_LIST;
    if (is_text) string(first[0], paragraph(first[0]));
    if (is_nested) nested(first[0], first[1], list);
    if (is_text || is_nested) {
      mark_mixed(item, paragraph(first[0]), list);
      return;
    }
  }
  tree_.open(Kind::list, begin_of(first[0]));
  for (cmark_node* child = first[0]; child && !tree_.is_too_deep();
       child = cmark_node_next(child)) {
    if (!is_comment(child)) block(child);
  }
  tree_.close(end_);
}

void MarkdownReader::nested(cmark_node* text, cmark_node* node, NodeId outer) {
  const Span content = paragraph(text);
  const bool is_numbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  tree_.open(Kind::map, content.begin);
  tree_.implied_key("text", content.begin);
  string(text, content);
  tree_.implied_key(is_numbered ? "steps" : "items", begin_of(node));
  list(node, outer);
  tree_.close(end_);
}
// ---- What is no block ----

// Whether an HTML block holds nothing but comments.
bool MarkdownReader::is_comment(cmark_node* node) {
  if (cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK) return false;
  std::string_view rest = literal_of(node);
  for (;;) {
    rest.remove_prefix(
        std::min(skip_markdown_space(rest, 0), static_cast<std::uint32_t>(rest.size())));
    if (rest.empty()) return true;
    if (!rest.starts_with(kCommentBegin)) return false;
    const std::size_t end = rest.find(kCommentEnd, kCommentBegin.size());
    if (end == std::string_view::npos) return false;
    rest.remove_prefix(end + kCommentEnd.size());
  }
}

// Adds the comments of a block that holds nothing else; whether it is one.
bool MarkdownReader::comments(cmark_node* node, Span extent) {
  if (!is_comment(node)) return false;
  const std::string_view text = text_.substr(0, extent.end);
  for (std::size_t at = extent.begin; (at = text.find(kCommentBegin, at)) != text.npos;) {
    const std::size_t close = text.find(kCommentEnd, at + kCommentBegin.size());
    const std::size_t end = std::min(close, text.size() - kCommentEnd.size()) + kCommentEnd.size();
    document_.comments.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end;
  }
  return true;
}

// Whether the second line is a table's: "| --- | :-: |". CommonMark has no tables, so such lines
// are a paragraph.
bool MarkdownReader::is_table(Span content) const {
  const std::string_view text = slice(content);
  const std::size_t first = text.find_first_of("\r\n");
  if (first == std::string_view::npos) return false;
  const std::uint32_t begin = next_line_text(text, static_cast<std::uint32_t>(first));
  if (begin >= text.size() || std::string_view("|:-").find(text[begin]) == text.npos) return false;
  if (text.substr(0, first).find('|') == std::string_view::npos) return false;
  const std::string_view second = text.substr(begin, text.find_first_of("\r\n", begin) - begin);
  return second.find_first_not_of("|:- \t") == std::string_view::npos &&
         second.find('|') != std::string_view::npos && second.find('-') != std::string_view::npos;
}

// A line that is no further in than the item's marker and looks like a paragraph of its own, as in
// a page; CommonMark makes it a part of the item.
void MarkdownReader::mark_mixed(cmark_node* item, Span content, NodeId list) {
  std::size_t i = lines_.index(content.begin);
  if (content.end <= lines_.starts[i + 1]) return;
  const std::uint32_t column = begin_of(item) - lines_.starts[lines_.index(begin_of(item))];
  for (++i; i < lines_.count() && lines_.starts[i] < content.end; ++i) {
    const Span line = lines_.content(i);
    if (line.empty() || line.begin - lines_.starts[i] > column) continue;
    const char first = text_[line.begin];
    const char last = text_[lines_.content(i - 1).end - 1];
    const bool goes_on = first >= 'a' && first <= 'z' && last != '.' && last != '!' && last != '?';
    if (!goes_on) tree_.mark(MarkKind::mixed_block, list, line);
  }
}

void MarkdownReader::mark_missing_blank(std::uint32_t begin) {
  const std::size_t line = lines_.index(begin);
  const bool is_first = line == 0 && lines_.starts.front() <= kByteOrderMark.size();
  if (is_first || is_behind_comment_) return;
  if (line > 0 && lines_.is_blank(line - 1)) return;
  tree_.mark(MarkKind::missing_blank_line, 0, lines_.content(line));
}

// Link definitions at the begin of a paragraph, or of one that an underline made a heading.
void MarkdownReader::definitions(cmark_node* node, Span content) {
  if (text_[begin_of(node)] == '[') gap(begin_of(node), content.begin);
}

// What stands between two blocks is nothing or a link definition.
void MarkdownReader::gap(std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return;
  const Span between = trimmed({begin, end});
  if (!between.empty()) tree_.mark(MarkKind::link_definition, 0, between);
}

// ---- The whole file ----

Diagnostic finding_of(std::string_view rule, Span span, std::string message) {
  Diagnostic finding;
  finding.rule = rule;
  finding.span = span;
  finding.message = std::move(message);
  return finding;
}

// Why cmark shall not see the text.
std::optional<Diagnostic> refusal(std::string_view text, const MarkdownLines& lines,
                                  std::uint32_t body) {
  if (lines.too_deep) {
    return finding_of("too-deep", *lines.too_deep,
                      "lists and quotes are nested too deep here for a text of this size; write "
                      "the document flatter");
  }
  if (auto at = find_costly_brackets(text.substr(body))) {
    const Span span{at->begin + body, at->end + body};
    return finding_of("too-deep", span,
                      "this paragraph begins so many images \"![\" that it cannot be read in "
                      "reasonable time; divide it with blank lines");
  }
  return std::nullopt;
}

template <class T>
void sort_by_place(std::vector<T>& all, std::uint32_t (*begin)(const T&)) {
  const auto is_before = [begin](const T& a, const T& b) { return begin(a) < begin(b); };
  if (!std::is_sorted(all.begin(), all.end(), is_before)) {
    std::stable_sort(all.begin(), all.end(), is_before);
  }
}

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

// The source, or a copy of the same size that is well-formed UTF-8 and has no NUL, which cmark
// would make longer.
std::string_view readable_text(std::string_view text, std::string& copy) {
  const bool has_nul = text.find('\0') != std::string_view::npos;
  if (!has_nul && utf8::find_invalid(text) == std::string_view::npos) return text;
  copy = text;
  replace_undecodable(copy);
  std::replace(copy.begin(), copy.end(), '\0', '?');
  return copy;
}

// Reads `text` into `document`; false, with a finding, if it cannot be read.
bool read_text(const Source& source, std::string_view text, const ReadOptions& options,
               Document& document, std::vector<Diagnostic>& diagnostics) {
  static const Headings kNoHeadings;
  const auto begin =
      static_cast<std::uint32_t>(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  const auto front_matter = find_front_matter(text);
  const std::uint32_t body = front_matter ? front_matter->body : begin;
  const MarkdownLines lines = split_markdown(text, body);
  if (auto refused = refusal(text, lines, body)) {
    diagnostics.push_back(*std::move(refused));
    return false;
  }
  PageTree tree(document, options.max_depth, lines.page);
  tree.open(Kind::map, begin);
  if (front_matter && !tree.is_too_deep() &&
      !read_front_matter(source, front_matter->yaml, options, tree.builder(), diagnostics)) {
    return false;
  }
  MarkdownArena arena;
  cmark_node* const root = arena.parse(text.substr(body));
  if (root == nullptr) {
    diagnostics.push_back(finding_of("too-large", {},
                                     "the document has so many small parts (items, signs) that it "
                                     "would need more than 4 GB of memory; divide it"));
    return false;
  }
  const Headings& table = options.headings ? *options.headings : kNoHeadings;
  MarkdownReader(source, text, table, lines, document, tree).read(root);
  tree.close(static_cast<std::uint32_t>(text.size()));
  if (tree.is_too_deep()) {
    diagnostics.push_back(finding_of("too-deep", {},
                                     "the lists of this document are nested deeper than the " +
                                         std::to_string(options.max_depth) +
                                         " levels that are allowed"));
    return false;
  }
  tree.finish();
  sort_by_place<Mark>(document.marks, [](const Mark& mark) { return mark.span.begin; });
  sort_by_place<Span>(document.comments, [](const Span& span) { return span.begin; });
  return true;
}

}  // namespace

void read_markdown(const Source& source, const ReadOptions& options, Document& document,
                   std::vector<Diagnostic>& diagnostics) {
  document.source = &source;
  document.form = Form::markdown;
  document.headings = options.headings;
  document.locate = locate_markdown;
  if (source.text().size() > kMaxSize) {
    diagnostics.push_back(
        finding_of("syntax-error", {}, "the file is larger than 1 GB; divide it"));
    return;
  }
  report_undecodable(source, diagnostics);
  const std::size_t begin = source.text().starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  if (skip_markdown_space(source.text(), static_cast<std::uint32_t>(begin)) ==
      source.text().size()) {
    diagnostics.push_back(
        finding_of("syntax-error", {},
                   "the file is empty; write the document, beginning with \"# \" and its title"));
    return;
  }
  std::string copy;
  const std::string_view text = readable_text(source.text(), copy);
  if (read_text(source, text, options, document, diagnostics)) return;
  document.nodes.clear();
  document.decoded.clear();
  document.comments.clear();
  document.marks.clear();
  document.runs.clear();
}

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
