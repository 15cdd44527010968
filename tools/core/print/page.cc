#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/print/losses.h"
#include "core/print/members.h"
#include "core/print/page_layout.h"
#include "core/print/writer.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::size_t kNesting = 2;  // columns that a nested list is further in

const Headings& table_of(const WriteOptions& options) {
  static const Headings kNone;
  return options.headings ? *options.headings : kNone;
}

bool is_text(Value value) { return value && value.is(Kind::string); }

// Whether a member is a list of items or steps.
bool is_list(Value member) {
  const std::string_view key = member.key().text();
  return member.is(Kind::list) && (key == "items" || key == "steps");
}

/// Writes the page of one document, part by part.
class PagePrinter {
 public:
  PagePrinter(const Document& document, const WriteOptions& options, std::string& out,
              Losses& losses)
      : document_(document),
        is_page_(document.form == Form::page),
        table_(table_of(options)),
        layout_(is_page_ ? layout_of_page(document, table_, {}) : PageLayout()),
        options_(options),
        out_(out),
        losses_(losses) {}

  void write(const std::vector<Member>& members) {
    for (const Member& member : members) take(member);
    if (layout_.has_bom) out_ += kByteOrderMark;
    begin_ = out_.size();
    head();
    if (is_text(title_)) title();
    if (names_) names();
    if (sections_) sections();
    if (layout_.has_final_newline) out_ += layout_.line_end();
  }

 private:
  // The members of the root.
  void take(const Member& member);
  void layout(Value layout);

  // What stands above the sections.
  void head();
  void page_head();
  void descriptor();
  void codes();
  struct CodeLine {
    std::string_view system;
    std::string_view written;  // the label, of a page
    std::vector<std::string_view> values;
  };
  std::vector<CodeLine> code_lines() const;
  void report_code(Value code);
  void title();
  void names();

  // The sections.
  void sections();
  void block(Value block);
  void list(Value list, std::size_t level);
  void item(Value item, std::size_t level);

  // Lines.
  void part() {
    if (out_.size() > begin_) (out_ += layout_.line_end()) += layout_.line_end();
  }
  void part(std::string_view line) {
    part();
    text(line);
  }
  void text(std::string_view text);
  void lose(Value lost, std::string message) { losses_.add(lost, std::move(message)); }
  void lose_member(Value member) {
    lose(member,
         "a page has no place for \"" + std::string(member.key().text()) + "\", which is left out");
  }

  const Document& document_;
  bool is_page_;
  const Headings& table_;
  PageLayout layout_;
  const WriteOptions& options_;
  std::string& out_;
  Losses& losses_;
  std::size_t begin_ = 0;  // of the page in out_, behind the byte order mark
  Value title_;
  Value names_;
  Value descriptor_;
  Value codes_;
  Value sections_;
};

// ---- The members of the root ----

void PagePrinter::take(const Member& member) {
  const Value value = member.value;
  // Each page has the one, and the file's name says the other.
  const bool is_said =
      is_text(value) && ((member.key == "schemaVersion" && value.text() == "1.0") ||
                         (member.key == "id" && value.text() == options_.id));
  if (member.key == "title" && is_text(value) && !title_) {
    title_ = value;
  } else if (member.key == "names" && value.is(Kind::map) && !names_) {
    names_ = value;
  } else if (member.key == "descriptor" && value.is(Kind::map) && !descriptor_) {
    descriptor_ = value;
  } else if (member.key == "codes" && value.is(Kind::list) && !codes_) {
    codes_ = value;
  } else if (member.key == "sections" && value.is(Kind::map) && !sections_) {
    sections_ = value;
  } else if (member.key == "layout" && value.is(Kind::map)) {
    layout(value);
  } else if (!is_said) {
    lose_member(value);
  }
}

void PagePrinter::layout(Value layout) {
  layout_ = layout_of(layout);
  static constexpr std::string_view kKnown[] = {"nav",          "codeLabel", "nameHeading",
                                                "headings",     "bullet",    "indent",
                                                "finalNewline", "eol",       "bom"};
  for (const Value member : layout.children()) {
    const std::string_view key = member.key().text();
    if (std::find(std::begin(kKnown), std::end(kKnown), key) == std::end(kKnown)) {
      lose_member(member);
    }
  }
}

// ---- What stands above the sections ----

// `text` on one line: a page ends a line where it ends.
void PagePrinter::text(std::string_view text) {
  for (;;) {
    const std::size_t end = text.find_first_of("\r\n");
    out_ += text.substr(0, end);
    if (end == std::string_view::npos) return;
    text.remove_prefix(std::min(text.find_first_not_of("\r\n", end), text.size()));
    if (!text.empty()) out_ += ' ';
  }
}

void PagePrinter::head() {
  if (is_page_) return page_head();
  for (const std::string& line : layout_.nav) part(line);
  descriptor();
  codes();
}

// Of a page the parts stay in their order, and what belongs to nothing stays where it is.
void PagePrinter::page_head() {
  bool has_codes = false;
  for (const Mark& mark : document_.marks) {
    if (mark.kind == MarkKind::navigation || mark.kind == MarkKind::unplaced) {
      part(document_.source->slice(mark.span));
    } else if (mark.kind == MarkKind::descriptor) {
      descriptor();
    } else if (mark.kind == MarkKind::code_label && !has_codes) {
      has_codes = true;
      codes();
    }
  }
}

void PagePrinter::descriptor() {
  if (!descriptor_) return;
  for (const Value member : descriptor_.children()) {
    if (is_text(member) && member.key().text() == "text") {
      part(member.text());
    } else {
      lose_member(member);
    }
  }
}

void PagePrinter::report_code(Value code) {
  if (!code.is(Kind::map)) return lose(code, "a page cannot hold this as a code; it is left out");
  for (const Value member : code.children()) {
    const std::string_view key = member.key().text();
    if ((key != "system" && key != "value") || member.is(Kind::list) || member.is(Kind::map)) {
      lose_member(member);
    }
  }
}

// Codes of one system that follow each other share a line; of a page those that did.
std::vector<PagePrinter::CodeLine> PagePrinter::code_lines() const {
  const auto scalar = [](Value code, std::string_view key) {
    const Value member = code.find(key);
    return member && !member.is(Kind::list) && !member.is(Kind::map) ? member : Value();
  };
  std::vector<CodeLine> lines;
  auto mark = document_.marks.begin();
  for (const Value code : codes_.children()) {
    if (!code.is(Kind::map)) continue;
    const Value system_node = scalar(code, "system");
    const Value value = scalar(code, "value");
    const std::string_view system = system_node ? system_node.text() : std::string_view();
    const bool has_value = value && !value.is(Kind::null);
    if (is_page_) {
      while (mark != document_.marks.end() &&
             (mark->kind != MarkKind::code_label || mark->node < code.id())) {
        ++mark;
      }
      const bool begins = mark != document_.marks.end() && mark->node == code.id();
      if (begins) lines.push_back({system, written_label(*document_.source, *mark), {}});
    } else if (lines.empty() || !has_value || lines.back().values.empty() ||
               lines.back().system != system) {
      lines.push_back({system, {}, {}});
    }
    if (has_value && !lines.empty()) lines.back().values.push_back(value.text());
  }
  return lines;
}

void PagePrinter::codes() {
  if (!codes_) return;
  for (const Value code : codes_.children()) report_code(code);
  const std::vector<CodeLine> lines = code_lines();
  for (const CodeLine& line : lines) {
    // The label of a layout is that of the first line's system.
    const bool has_label = !layout_.code_label.empty() && line.system == lines.front().system;
    if (!line.written.empty()) {
      part(line.written);
    } else {
      part(has_label ? layout_.code_label : code_label(line.system, line.values.size()));
    }
    for (std::size_t i = 0; i < line.values.size(); ++i) {
      out_ += i == 0 ? " " : ", ";
      text(line.values[i]);
    }
  }
}

void PagePrinter::title() {
  std::string_view heading = table_.title().heading;
  if (!layout_.name_heading.empty()) heading = layout_.name_heading;
  part(heading);
  if (!title_.text().empty()) part(title_.text());
}

void PagePrinter::names() {
  for (const Value member : names_.children()) {
    if (member.key().text() == "common" && member.is(Kind::list) && title_) {
      if (member.size() == 0) continue;
      part();
      list(member, 0);
    } else {
      lose_member(member);
    }
  }
}

// ---- The sections ----

void PagePrinter::sections() {
  auto mark = document_.marks.begin();
  for (const Value section : sections_.children()) {
    const std::string_view key = section.key().text();
    const auto spelled = layout_.headings.find(key);
    std::string heading = spelled == layout_.headings.end() || spelled->second.empty()
                              ? section_heading(key, table_)
                              : spelled->second;
    if (is_page_) {
      const NodeId id = section.key().id();
      while (mark->kind != MarkKind::heading || mark->node != id) ++mark;
      heading = heading_text(document_, *mark);
    }
    part(heading);
    if (!section.is(Kind::list)) {
      lose(section, "a page cannot hold this as the content of a section; it is left out");
      continue;
    }
    for (const Value content : section.children()) block(content);
  }
}

void PagePrinter::block(Value block) {
  if (!block.is(Kind::map)) return lose(block, "a page cannot hold this block; it is left out");
  for (const Value member : block.children()) {
    const std::string_view key = member.key().text();
    if (key == "text" && is_text(member)) {
      if (member.text().empty()) {
        lose(member, "a page has no empty paragraphs; this one is left out");
      } else {
        part(member.text());
      }
    } else if (is_list(member)) {
      if (member.size() == 0) {
        lose(member, "a page has no empty lists; this one is left out");
      } else {
        part();
        list(member, 0);
      }
    } else {
      lose_member(member);
    }
  }
}

// The lines of a list; the first one goes on where the page ends so far.
void PagePrinter::list(Value list, std::size_t level) {
  const bool is_numbered = list.key().text() == "steps";
  std::size_t number = 0;
  for (const Value element : list.children()) {
    if (number++ > 0) out_ += layout_.line_end();
    out_.append(layout_.indent + level * kNesting, ' ');
    if (is_numbered) {
      (out_ += std::to_string(number)) += '.';
    } else {
      out_ += layout_.bullet;
    }
    item(element, level);
  }
}

// What stands behind the marker.
void PagePrinter::item(Value item, std::size_t level) {
  if (item.is(Kind::list)) return lose(item, "a page cannot hold this item; its text is left out");
  if (!item.is(Kind::map)) {
    if (!item.text().empty()) out_ += ' ';
    return text(item.text());
  }
  if (const Value own = item.find("text"); is_text(own)) {
    if (!own.text().empty()) out_ += ' ';
    text(own.text());
  }
  for (const Value member : item.children()) {
    if (is_text(member) && member.key().text() == "text") continue;
    if (level == 0 && is_list(member) && member.size() > 0) {
      out_ += layout_.line_end();
      list(member, level + 1);
    } else if (is_list(member)) {
      lose(member, level > 0 ? "a page has one level of nested lists; this one is left out"
                             : "a page has no empty lists; this one is left out");
    } else {
      lose_member(member);
    }
  }
}

}  // namespace

/// A page as handbook 1.2 has it: one blank line between blocks, one bullet and indentation,
/// numbers from 1 on, each paragraph and item on one line. Of a page the parts above the sections
/// stay in their order.
void write_page(const Document& document, const WriteOptions& options, std::string& out,
                std::vector<Diagnostic>& found) {
  const Value root = Value::root(document);
  if (!root) return;
  Losses losses(document, found);
  if (!root.is(Kind::map)) {
    losses.add(root, root.place(), "this is no procedure; a page cannot hold it");
    return;
  }
  PagePrinter(document, options, out, losses).write(root_members(document, options));
  report_source_losses(document, Form::page, losses);
}

}  // namespace proclint
