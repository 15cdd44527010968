#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/read/json_bytes.h"
#include "core/read/no_text.h"
#include "core/read/page_code_line.h"
#include "core/read/page_headings.h"
#include "core/read/page_lines.h"
#include "core/read/page_lists.h"
#include "core/read/page_pieces.h"
#include "core/read/page_tree.h"
#include "core/read/reader.h"
#include "core/read/section_key.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

/// Reads the lines of one page in order; see handbook 1.2 for the grammar.
///
/// What the grammar leaves open is decided so:
/// - The descriptor is the last block before the code line (without one: before the name heading)
///   that is no boilerplate; if there is none, the first between code line and name heading.
/// - A line with the values alone may follow a code label that has none.
/// - A one-line block that spells a heading is one, also when its section exists already: that is
///   for duplicate-section to report. Only an *alias* of the section that has just begun is its
///   text ("Sedation" under "Anesthesia"), and so is a title ("Sedation") before another heading.
/// - A heading with an inline value ("Time: an hour") is one only while its section is missing.
/// - Items parted by blank lines are one list, as long as bullets or numbers go on.
/// - Deeper items by two columns or more are nested, one level; deeper ones stay on that level.
/// - An unmarked line behind an item goes on with it when it is indented further than the marker,
///   or begins with a small letter; any other begins a paragraph (mixed_block).
class PageReader {
 public:
  PageReader(const Source& source, const ReadOptions& options, Document& document,
             const PageLines& page, const Headings& table)
      : text_(source.text()),
        lines_(page.lines),
        table_(table),
        headings_(text_, page.lines, table),
        lists_(text_, page.lines),
        pieces_(text_, page.lines, headings_, lists_),
        tree_(document, options.max_depth, page),
        seen_(table.entries().size(), false) {}

  /// False if the tree would be too deep.
  bool read() {
    const auto begin =
        static_cast<std::uint32_t>(text_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
    tree_.open(Kind::map, begin);
    std::vector<PagePiece> pieces;
    const std::size_t first_section = pieces_.find(pieces);
    front_matter(pieces);
    sections(first_section);
    tree_.close(static_cast<std::uint32_t>(text_.size()));
    if (tree_.is_too_deep()) return false;
    tree_.finish();
    return true;
  }

 private:
  // The begin of the page.
  void front_matter(const std::vector<PagePiece>& pieces);
  std::size_t codes(const std::vector<PagePiece>& pieces, std::size_t first);
  void code(const CodeLine& line, const std::vector<Span>& values);
  void title(const std::vector<PagePiece>& pieces, std::size_t name);

  // Sections.
  void sections(std::size_t i);
  std::optional<PageHeading> heading_at(std::size_t i) const;
  std::optional<PageHeading> unseen_with_value(std::size_t i) const;
  bool is_known_at(std::size_t i) const;
  void begin_section(const PageHeading& heading);
  void inline_paragraph(const PageHeading& heading, std::size_t& i);

  // Blocks.
  bool goes_on_paragraph(std::size_t i) const;
  void block(std::size_t& i);
  void paragraph(std::size_t& i);
  void list(std::size_t& i);
  void item(std::size_t& i, std::uint16_t base);
  void plain_item(std::size_t& i);
  void mark_item(std::size_t i, NodeId blanks_of);
  std::string_view slice(Span span) const { return text_.substr(span.begin, span.size()); }
  void mark_missing_blank(std::size_t i) {
    if (lines_[i].is_after_blank) return;
    tree_.mark(MarkKind::missing_blank_line, 0, lines_[i].span());
  }
  static std::string_view list_key(LineKind kind) {
    return kind == LineKind::number ? "steps" : "items";
  }

  std::string_view text_;
  const std::vector<PageLine>& lines_;
  const Headings& table_;
  PageHeadings headings_;
  PageLists lists_;
  PagePieces pieces_;
  PageTree tree_;
  std::vector<bool> seen_;  // by entry of the table: its section has begun
  const Headings::Entry* open_entry_ = nullptr;
  bool is_open_ = false;        // a section is
  bool has_content_ = false;    // the open section has a block
  std::uint32_t end_ = 0;       // of the content so far
  NodeId outer_list_ = 0;       // the list whose items are read
  NodeId last_list_ = kNoNode;  // the list that ended right before the current line
};

// ---- The begin of the page ----

void PageReader::front_matter(const std::vector<PagePiece>& pieces) {
  const std::size_t descriptor = pieces_.find_descriptor(pieces);
  bool has_codes = false;
  bool has_landmark = false;  // the code line or the name heading
  for (std::size_t i = 0; i < pieces.size();) {
    const PagePiece& piece = pieces[i];
    const Span span{lines_[piece.first].begin, lines_[piece.last].end};
    end_ = span.end;
    if (piece.kind == PagePiece::Kind::name) {
      title(pieces, i);
      has_landmark = true;
      while (++i < pieces.size() && pieces[i].kind >= PagePiece::Kind::title) {
      }
      continue;
    }
    mark_missing_blank(piece.first);
    if (piece.kind == PagePiece::Kind::code && !has_codes) {
      i = codes(pieces, i);
      has_codes = has_landmark = true;
      continue;
    }
    if (i == descriptor) {
      tree_.implied_key("descriptor", span.begin);
      tree_.open(Kind::map, span.begin);
      tree_.implied_key("text", span.begin);
      tree_.mark(MarkKind::descriptor, tree_.next(), span);
      tree_.text(span.begin, piece.first, piece.last);
      tree_.close(span.end);
    } else {
      tree_.mark(has_landmark ? MarkKind::unplaced : MarkKind::navigation, 0, span);
    }
    ++i;
  }
}

// The code lines that follow each other; returns the piece behind them.
std::size_t PageReader::codes(const std::vector<PagePiece>& pieces, std::size_t first) {
  const std::uint32_t begin = lines_[pieces[first].first].begin;
  tree_.implied_key("codes", begin);
  tree_.open(Kind::list, begin);
  std::size_t i = first;
  while (i < pieces.size() && pieces[i].kind == PagePiece::Kind::code) {
    if (i > first) mark_missing_blank(pieces[i].first);
    const auto line = parse_code_line(text_, lines_[pieces[i].first].span());
    end_ = lines_[pieces[i].first].end;
    std::vector<Span> values = line->values;
    if (++i < pieces.size() && pieces[i].kind == PagePiece::Kind::code_values) {
      values = parse_code_values(text_, lines_[pieces[i].first].span());
      end_ = lines_[pieces[i].first].end;
      code(*line, values);
      mark_missing_blank(pieces[i++].first);
    } else {
      code(*line, values);
    }
  }
  tree_.close(end_);
  return i;
}

// Each value makes a map with the system of its own; all of them begin at the label.
void PageReader::code(const CodeLine& line, const std::vector<Span>& values) {
  tree_.mark(MarkKind::code_label, tree_.next(), line.label);
  const auto one = [&](const Span* value) {
    tree_.open(Kind::map, line.label.begin);
    if (!line.system.empty()) {
      tree_.implied_key("system", line.system.begin);
      tree_.string(line.system);
    }
    tree_.implied_key("value", value ? value->begin : line.label.end);
    if (value) {
      tree_.string(*value);
    } else {
      tree_.null(line.label.end);
    }
    tree_.close(value ? value->end : line.label.end);
  };
  if (values.empty()) one(nullptr);
  for (const Span& value : values) one(&value);
}

// The name heading, the title, which may stand on its line, and the other names.
void PageReader::title(const std::vector<PagePiece>& pieces, std::size_t name) {
  const auto heading = headings_.title(pieces[name].first);
  mark_missing_blank(pieces[name].first);
  tree_.mark(MarkKind::name_heading, tree_.next() + 1, heading->written);
  if (!heading->value.empty()) {
    tree_.mark(MarkKind::inline_value, tree_.next(), heading->value);
  }
  tree_.heading_key(heading->written, "title");
  std::size_t i = name + 1;
  const bool has_title = i < pieces.size() && pieces[i].kind == PagePiece::Kind::title;
  if (has_title) {
    const PagePiece& piece = pieces[i++];
    mark_missing_blank(piece.first);
    tree_.text(lines_[piece.first].begin, piece.first, piece.last);
    end_ = lines_[piece.last].end;
  } else {
    // A heading with nothing under it is an empty title, so that rules can show the place.
    const Span value = heading->value;
    const Span behind{heading->written.end, heading->written.end};
    tree_.string(value.empty() ? behind : value);
    end_ = value.empty() ? behind.end : value.end;
  }
  if (i == pieces.size() || pieces[i].kind != PagePiece::Kind::names) return;
  std::size_t first = pieces[i].first;
  const std::uint32_t begin = lines_[first].begin;
  mark_missing_blank(first);
  tree_.implied_key("names", begin);
  tree_.open(Kind::map, begin);
  tree_.implied_key("common", begin);
  list(first);
  tree_.close(end_);
}

// ---- Sections ----

// A heading with its value behind it, of a section that has not been yet.
std::optional<PageHeading> PageReader::unseen_with_value(std::size_t i) const {
  auto heading = headings_.with_value(i);
  const bool is_seen =
      heading && seen_[static_cast<std::size_t>(heading->entry - table_.entries().data())];
  return is_seen ? std::nullopt : heading;
}

bool PageReader::is_known_at(std::size_t i) const {
  return headings_.known(i) || unseen_with_value(i);
}

std::optional<PageHeading> PageReader::heading_at(std::size_t i) const {
  if (lines_[i].is_marked()) return std::nullopt;
  if (auto heading = headings_.known(i)) {
    const bool is_own_text = heading->entry == open_entry_ && is_open_ && !has_content_ &&
                             !have_same_words(slice(heading->written), heading->entry->heading);
    return is_own_text ? std::nullopt : heading;
  }
  if (auto heading = unseen_with_value(i)) return heading;
  if ((has_content_ || !is_open_) && headings_.is_unknown(i)) {
    return PageHeading{lines_[i].span(), {}, nullptr};
  }
  return std::nullopt;
}

void PageReader::begin_section(const PageHeading& heading) {
  const std::uint32_t begin = heading.written.begin;
  if (is_open_) {
    tree_.close(end_);
  } else {
    tree_.implied_key("sections", begin);
    tree_.open(Kind::map, begin);
  }
  tree_.mark(MarkKind::heading, tree_.next(), heading.written);
  if (!heading.value.empty()) tree_.mark(MarkKind::inline_value, tree_.next(), heading.value);
  if (heading.entry) {
    seen_[static_cast<std::size_t>(heading.entry - table_.entries().data())] = true;
    tree_.heading_key(heading.written, heading.entry->key);
  } else {
    tree_.heading_key(heading.written, unknown_section_key(slice(heading.written)));
  }
  end_ = heading.written.end;
  tree_.open(Kind::list, end_);
  open_entry_ = heading.entry;
  is_open_ = true;
  has_content_ = false;
}

void PageReader::sections(std::size_t i) {
  if (i == lines_.size()) return;
  while (i < lines_.size() && !tree_.is_too_deep()) {
    const auto heading = heading_at(i);
    if (!heading) {
      block(i);
      continue;
    }
    mark_missing_blank(i);
    begin_section(*heading);
    last_list_ = kNoNode;
    if (heading->value.empty()) {
      ++i;
    } else {
      inline_paragraph(*heading, i);
    }
  }
  tree_.close(end_);  // the last section
  tree_.close(end_);  // the map of sections
}

void PageReader::inline_paragraph(const PageHeading& heading, std::size_t& i) {
  const std::size_t first = i;
  while (goes_on_paragraph(i + 1)) ++i;
  tree_.open(Kind::map, heading.value.begin);
  tree_.implied_key("text", heading.value.begin);
  tree_.text(heading.value.begin, first, i);
  end_ = lines_[i].end;
  tree_.close(end_);
  has_content_ = true;
  ++i;
}

// ---- Blocks ----

void PageReader::block(std::size_t& i) {
  if (!lines_[i].is_marked()) {
    paragraph(i);
    return;
  }
  mark_missing_blank(i);
  const std::uint32_t begin = lines_[i].begin;
  tree_.open(Kind::map, begin);
  tree_.implied_key(list_key(lines_[i].kind), begin);
  last_list_ = tree_.next();
  list(i);
  tree_.close(end_);
  has_content_ = true;
}

bool PageReader::goes_on_paragraph(std::size_t i) const {
  return i < lines_.size() && !lines_[i].is_after_blank && !lines_[i].is_marked() &&
         !is_known_at(i);
}

void PageReader::paragraph(std::size_t& i) {
  const std::size_t first = i;
  if (!lines_[i].is_after_blank && last_list_ != kNoNode) {
    tree_.mark(MarkKind::mixed_block, last_list_, lines_[i].span());
  } else {
    mark_missing_blank(i);
  }
  last_list_ = kNoNode;
  while (goes_on_paragraph(i + 1)) ++i;
  const std::uint32_t begin = lines_[first].begin;
  tree_.open(Kind::map, begin);
  tree_.implied_key("text", begin);
  tree_.text(begin, first, i);
  end_ = lines_[i].end;
  tree_.close(end_);
  has_content_ = true;
  ++i;
}

void PageReader::mark_item(std::size_t i, NodeId blanks_of) {
  const bool is_bullet = lines_[i].kind == LineKind::bullet;
  tree_.mark(is_bullet ? MarkKind::bullet : MarkKind::number, tree_.next(), lists_.marker(i),
             blanks_of);
}

void PageReader::plain_item(std::size_t& i) {
  const std::size_t end = lists_.item_end(i);
  tree_.text(lines_[i].text, i, end - 1);
  end_ = lines_[end - 1].end;
  i = end;
}

// An item with the items nested below it.
void PageReader::item(std::size_t& i, std::uint16_t base) {
  std::size_t below = lists_.item_end(i);
  if (!lists_.is_nested(below, base)) {
    plain_item(i);
    return;
  }
  const std::uint32_t begin = lines_[i].text;
  tree_.open(Kind::map, begin);
  tree_.implied_key("text", begin);
  plain_item(i);
  tree_.implied_key(list_key(lines_[below].kind), lines_[below].begin);
  const NodeId nested = tree_.next();
  tree_.open(Kind::list, lines_[below].begin);
  for (bool is_first = true; lists_.is_nested(i, base); is_first = false) {
    // Blank lines before the first nested item part the items of the list around it.
    mark_item(i, is_first ? outer_list_ : nested);
    plain_item(i);
  }
  tree_.close(end_);
  tree_.close(end_);
}

void PageReader::list(std::size_t& i) {
  const std::uint16_t base = lines_[i].indent;
  outer_list_ = tree_.next();
  tree_.open(Kind::list, lines_[i].begin);
  std::size_t last = i;
  for (NodeId blanks_of = 0;; blanks_of = outer_list_) {
    last = i;
    mark_item(i, blanks_of);
    item(i, base);
    if (i == lines_.size() || !lines_[i].is_marked() || !lists_.goes_on(last, i)) break;
  }
  tree_.close(end_);
}

}  // namespace

void read_page(const Source& source, const ReadOptions& options, Document& document,
               std::vector<Diagnostic>& diagnostics) {
  static const Headings kNoHeadings;
  document.source = &source;
  document.form = Form::page;
  document.headings = options.headings;
  document.locate = locate_page;
  if (auto refused = refuse_no_text(source)) {
    diagnostics.push_back(*std::move(refused));
    return;
  }
  report_undecodable(source, diagnostics);
  const auto fail = [&](std::string_view rule, std::string message) {
    Diagnostic& finding = diagnostics.emplace_back();
    finding.rule = rule;
    finding.message = std::move(message);
  };
  const PageLines page = split_page(source);
  if (page.lines.empty()) {
    fail("syntax-error",
         "the file is empty; write the page, beginning with its code line and name");
    return;
  }
  const Headings& table = options.headings ? *options.headings : kNoHeadings;
  if (PageReader(source, options, document, page, table).read()) return;
  document.nodes.clear();
  document.decoded.clear();
  document.marks.clear();
  fail("too-deep", "the lists of this page are nested deeper than the " +
                       std::to_string(options.max_depth) + " levels that are allowed");
}

}  // namespace proclint
