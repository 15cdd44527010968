#include "core/read/markdown.h"

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
#include "core/read/markdown_places.h"
#include "core/read/markdown_simple.h"
#include "core/read/markdown_syntax.h"
#include "core/read/no_text.h"
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
        places_(text, lines),
        inlines_(document, tree, text) {}

  void read(cmark_node* root) {
    for (cmark_node* node = cmark_node_first_child(root); node && !tree_.is_too_deep();
         node = cmark_node_next(node)) {
      const Span extent = places_.extent_of(node);
      gap(covered_, extent.begin);
      covered_ = std::max(covered_, extent.end);
      const bool is_comment = comments(node);
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
  void nested(cmark_node* text, Span content, cmark_node* list, NodeId outer);
  void string(cmark_node* node, Span content);
  static bool is_comment(cmark_node* node);
  bool comments(cmark_node* node);
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
  MarkdownPlaces places_;
  MarkdownInlines inlines_;
  bool has_title_ = false;
  bool is_open_ = false;  // a section is
  bool is_behind_comment_ = false;
  std::uint32_t end_ = 0;                          // of the content so far
  std::uint32_t covered_ = lines_.starts.front();  // of the blocks so far, comments too
};

// ---- Sections ----

void MarkdownReader::title(cmark_node* node) {
  const Span content = places_.heading(node);
  definitions(node, content);
  tree_.implied_key("title", content.begin);
  string(node, content);
  has_title_ = true;
}

void MarkdownReader::section(cmark_node* node, int level) {
  const Span content = places_.heading(node);
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
      const Span content = places_.paragraph(node);
      if (is_table(content)) {
        foreign_block(node);
      } else {
        text_block(node, content);
      }
      break;
    }
    case CMARK_NODE_HEADING:
      text_block(node, places_.heading(node));
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
  const Span extent = places_.extent_of(node);
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
  const std::uint32_t begin = places_.begin_of(node);
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
  tree_.open(Kind::list, places_.begin_of(node));
  for (cmark_node* child = cmark_node_first_child(node); child && !tree_.is_too_deep();
       child = cmark_node_next(child)) {
    tree_.mark(is_numbered ? MarkKind::number : MarkKind::bullet, tree_.next(),
               places_.marker(child), blanks_of);
    item(child, list);
    blanks_of = list;
  }
  tree_.close(end_);
}

void MarkdownReader::item(cmark_node* item, NodeId list) {
  std::array<cmark_node*, 2> first{};
  std::size_t count = 0;
  for (cmark_node* child = cmark_node_first_child(item); child; child = cmark_node_next(child)) {
    if (comments(child)) continue;
    if (count < first.size()) first[count] = child;
    ++count;
  }
  const Span sign = places_.marker(item);
  if (count == 0) {
    tree_.string({sign.end, sign.end});
    end_ = sign.end;
    return;
  }
  if (cmark_node_get_type(first[0]) == CMARK_NODE_PARAGRAPH) {
    const Span content = places_.paragraph(first[0]);
    if (!is_table(content)) {
      definitions(first[0], content);
      const bool is_text = count == 1;
      const bool is_nested = count == 2 && cmark_node_get_type(first[1]) == CMARK_NODE_LIST;
      if (is_text) string(first[0], content);
      if (is_nested) nested(first[0], content, first[1], list);
      if (is_text || is_nested) {
        mark_mixed(item, content, list);
        return;
      }
    }
  }
  tree_.open(Kind::list, places_.begin_of(first[0]));
  for (cmark_node* child = first[0]; child && !tree_.is_too_deep();
       child = cmark_node_next(child)) {
    if (!is_comment(child)) block(child);
  }
  tree_.close(end_);
}

void MarkdownReader::nested(cmark_node* text, Span content, cmark_node* node, NodeId outer) {
  const bool is_numbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  tree_.open(Kind::map, content.begin);
  tree_.implied_key("text", content.begin);
  string(text, content);
  tree_.implied_key(is_numbered ? "steps" : "items", places_.begin_of(node));
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
bool MarkdownReader::comments(cmark_node* node) {
  if (!is_comment(node)) return false;
  const Span extent = places_.extent_of(node);
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
  if (text.find('|') == std::string_view::npos) return false;
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
  if (content.end <= lines_.starts[i + 1]) return;  // most are one line
  const std::uint32_t column =
      places_.begin_of(item) - lines_.starts[lines_.index(places_.begin_of(item))];
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
  if (text_[places_.begin_of(node)] == '[') gap(places_.begin_of(node), content.begin);
}

// What stands between two blocks is nothing or a link definition.
void MarkdownReader::gap(std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return;
  const Span between = places_.trimmed({begin, end});
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

// The source, or a copy of the same size that is well-formed UTF-8 and has no NUL, which cmark
// would make longer.
std::string_view readable_text(std::string_view text, bool is_utf8, std::string& copy) {
  const bool has_nul = text.find('\0') != std::string_view::npos;
  if (!has_nul && is_utf8) return text;
  copy = text;
  replace_undecodable(copy);
  std::replace(copy.begin(), copy.end(), '\0', '?');
  return copy;
}

void start(const Source& source, const ReadOptions& options, Document& document) {
  document.source = &source;
  document.form = Form::markdown;
  document.headings = options.headings;
  document.locate = locate_markdown;
}

// Reads `text` into `document`, also what is simple by cmark if `asks_library`; false, with a
// finding, if it cannot be read.
bool read_text(const Source& source, std::string_view text, bool asks_library,
               const ReadOptions& options, Document& document,
               std::vector<Diagnostic>& diagnostics) {
  static const Headings kNoHeadings;
  const auto begin =
      static_cast<std::uint32_t>(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  const auto front_matter = find_front_matter(text);
  if (const auto open = front_matter ? std::nullopt : find_open_front_matter(text)) {
    diagnostics.push_back(
        finding_of("syntax-error", *open,
                   "the front matter that begins here is not closed; write a line of three hyphens "
                   "below its last name and value"));
    return false;
  }
  const std::uint32_t body = front_matter ? front_matter->body : begin;
  const MarkdownLines lines = split_markdown(text, body);
  if (auto refused = refusal(text, lines, body)) {
    diagnostics.push_back(*std::move(refused));
    return false;
  }
  const bool is_read =
      !front_matter || read_front_matter(source, *front_matter, options, document, diagnostics);
  start(source, options, document);
  if (!is_read) return false;
  PageTree tree(document, options.max_depth, lines.page);
  if (document.empty()) {
    tree.open(Kind::map, begin);
  } else {
    tree.builder().reopen_root(begin);
  }
  const Headings& table = options.headings ? *options.headings : kNoHeadings;
  SimpleMarkdown simple(text, lines);
  if (asks_library || text.data() != source.text().data() || !simple.find()) {
    MarkdownArena arena;
    cmark_node* const root = arena.parse(text.substr(body));
    if (root == nullptr) {
      diagnostics.push_back(finding_of("too-large", {},
                                       "the document has so many small parts (items, signs) that "
                                       "it would need more than 4 GB of memory; divide it"));
      return false;
    }
    MarkdownReader(source, text, table, lines, document, tree).read(root);
  } else {
    simple.build(table, tree);
  }
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

void read(const Source& source, bool asks_library, const ReadOptions& options, Document& document,
          std::vector<Diagnostic>& diagnostics) {
  start(source, options, document);
  if (source.text().size() > kMaxSize) {
    diagnostics.push_back(
        finding_of("syntax-error", {}, "the file is larger than 1 GB; divide it"));
    return;
  }
  if (auto refused = refuse_no_text(source)) {
    diagnostics.push_back(*std::move(refused));
    return;
  }
  const bool is_utf8 = !report_undecodable(source, diagnostics);
  const std::size_t begin = source.text().starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  if (skip_markdown_space(source.text(), static_cast<std::uint32_t>(begin)) ==
      source.text().size()) {
    diagnostics.push_back(
        finding_of("syntax-error", {},
                   "the file is empty; write the document, beginning with \"# \" and its title"));
    return;
  }
  std::string copy;
  const std::string_view text = readable_text(source.text(), is_utf8, copy);
  if (read_text(source, text, asks_library, options, document, diagnostics)) return;
  document.nodes.clear();
  document.decoded.clear();
  document.comments.clear();
  document.marks.clear();
  document.runs.clear();
}

}  // namespace

void read_markdown(const Source& source, const ReadOptions& options, Document& document,
                   std::vector<Diagnostic>& diagnostics) {
  read(source, false, options, document, diagnostics);
}

void read_markdown_by_library(const Source& source, const ReadOptions& options, Document& document,
                              std::vector<Diagnostic>& diagnostics) {
  read(source, true, options, document, diagnostics);
}

}  // namespace proclint
