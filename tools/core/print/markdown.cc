#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/print/losses.h"
#include "core/print/markdown_source.h"
#include "core/print/markdown_text.h"
#include "core/print/members.h"
#include "core/print/page_layout.h"
#include "core/print/writer.h"
#include "core/print/yaml.h"

namespace proclint {
namespace {

constexpr std::size_t kDeepest = 200;  // columns: wider than any screen; keeps recursion safe

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

/// Writes one document. What was Markdown before keeps its inline markup, comments and link
/// definitions; lists that are laid out in a way that indentation alone could change stay as
/// written.
class MarkdownPrinter {
 public:
  MarkdownPrinter(const Document& document, const WriteOptions& options, std::string& out,
                  Losses& losses)
      : is_markdown_(document.form == Form::markdown),
        source_(document),
        table_(table_of(options)),
        out_(out),
        losses_(losses) {}

  void write(const std::vector<Member>& members) {
    begin_ = out_.size();
    const Value title = body_member(members, "title", Kind::string);
    const Value sections = body_member(members, "sections", Kind::map);
    find_headings();
    front_matter(members, title, sections);
    if (title) {
      extras_before(title);
      heading("#", title, title.text());
    }
    if (sections) {
      for (const Value section : sections.children()) this->section(section);
    }
    extras_before(Value());
    // A file without any text would be refused.
    if (out_.size() == begin_) out_ += "---\n---";
    out_ += '\n';
  }

 private:
  // The parts of the file.
  Value body_member(const std::vector<Member>& members, std::string_view key, Kind kind) const;
  void find_headings();
  void front_matter(const std::vector<Member>& members, Value title, Value sections);
  void section(Value section);
  void heading(std::string_view signs, Value node, std::string_view text);

  // Blocks.
  void block(Value block);
  void paragraph(Value text);
  void list_block(Value list);
  void list(Value list, std::size_t indent, bool is_other);
  void item(Value item, std::size_t indent);

  // Where the file goes on.
  void part() {
    if (out_.size() > begin_) out_ += "\n\n";
    last_list_ = {};
  }
  void extras_before(Value node);
  void lose(Value lost, std::string message) { losses_.add(lost, std::move(message)); }
  void lose_member(Value member) {
    lose(member, "Markdown has no place for \"" + std::string(member.key().text()) +
                     "\" here; it is left out");
  }

  bool is_markdown_;
  MarkdownSource source_;
  const Headings& table_;
  std::string& out_;
  Losses& losses_;
  std::size_t begin_ = 0;
  std::map<std::string, std::string, std::less<>> headings_;  // where they differ, by key
  // The list that was written last, while nothing stands behind it: its key and whether its
  // markers were the second kind. Two lists of one kind would be read as one.
  struct LastList {
    std::string_view key;
    bool is_other = false;
  };
  LastList last_list_;
};

// ---- The parts of the file ----

// What is written below the front matter: of Markdown only what stood there.
Value MarkdownPrinter::body_member(const std::vector<Member>& members, std::string_view key,
                                   Kind kind) const {
  for (const Member& member : members) {
    if (member.key != key || !member.value.is(kind)) continue;
    if (!is_markdown_ || member.value.key().span().empty()) return member.value;
  }
  return Value();
}

void MarkdownPrinter::find_headings() {
  if (is_markdown_) return;  // as written
  if (source_.document().form == Form::page) {
    headings_ = headings_written(source_.document(), table_);
    return;
  }
  const Value layout = Value::root(source_.document()).find("layout");
  if (layout) headings_ = layout_of(layout).headings;
}

void MarkdownPrinter::front_matter(const std::vector<Member>& members, Value title,
                                   Value sections) {
  if (const Span written = source_.commented_front_matter(); !written.empty()) {
    return source_.append_lines(written, out_);
  }
  std::string yaml;
  for (const Member& member : members) {
    if (member.value == title || member.value == sections) continue;
    write_yaml_member(member.value, 0, yaml);
  }
  if (!yaml.empty()) ((out_ += "---\n") += yaml) += "---";
}

void MarkdownPrinter::heading(std::string_view signs, Value node, std::string_view text) {
  part();
  out_ += signs;
  if (is_markdown_ ? node.span().empty() : text.empty()) return;
  out_ += ' ';
  if (is_markdown_) {
    source_.append_heading(node, out_);
  } else {
    append_markdown(text, MarkdownPlace::heading, out_);
  }
}

void MarkdownPrinter::section(Value section) {
  extras_before(section.key());
  const std::string_view key = section.key().text();
  const auto spelled = headings_.find(key);
  const bool has_own = spelled != headings_.end() && !spelled->second.empty();
  heading("##", section.key(), has_own ? spelled->second : section_heading(key, table_));
  if (!section.is(Kind::list)) {
    return lose(section, "Markdown cannot hold this as the content of a section; it is left out");
  }
  for (const Value content : section.children()) block(content);
}

// ---- Blocks ----

void MarkdownPrinter::block(Value block) {
  extras_before(block);
  if (!block.is(Kind::map)) {
    return lose(block, "Markdown cannot hold this block; it is left out");
  }
  for (const Value member : block.children()) {
    const bool is_paragraph = is_text(member) && member.key().text() == "text";
    if (is_paragraph && (is_markdown_ || !member.text().empty())) {
      paragraph(member);
    } else if (is_list(member) && member.size() > 0) {
      list_block(member);
    } else if (is_paragraph) {
      lose(member, "Markdown has no empty paragraphs; this one is left out");
    } else if (is_list(member)) {
      lose(member, "Markdown has no empty lists; this one is left out");
    } else {
      lose_member(member);
    }
  }
}

void MarkdownPrinter::paragraph(Value text) {
  part();
  if (is_markdown_) {
    source_.append_paragraph(text, out_);
  } else {
    append_markdown(text.text(), MarkdownPlace::block, out_);
  }
}

void MarkdownPrinter::list_block(Value list) {
  const LastList before = last_list_;
  const std::string_view key = list.key().text();
  const bool is_other = before.key == key && !before.is_other;
  part();
  if (is_markdown_ && !source_.is_plain_list(list)) {
    source_.append_as_written(list, out_);
    const bool was_other = source_.has_other_markers(list);
    last_list_ = {key, was_other};
    return;
  }
  this->list(list, 0, is_other);
  last_list_ = {key, is_other};
}

// The lines of a list; the first one goes on where the file ends so far. Plain: nested once.
void MarkdownPrinter::list(Value list, std::size_t indent, bool is_other) {
  const bool is_numbered = list.key().text() == "steps";
  std::size_t number = 0;
  for (const Value element : list.children()) {
    if (number++ > 0) out_ += '\n';
    out_.append(indent, ' ');
    const std::size_t begin = out_.size();
    if (is_numbered) {
      (out_ += std::to_string(number)) += is_other ? ')' : '.';
    } else {
      out_ += is_other ? '*' : '-';
    }
    item(element, indent + out_.size() - begin + 1);
  }
}

// What stands behind the marker; `indent`: where its text begins.
void MarkdownPrinter::item(Value item, std::size_t indent) {
  if (item.is(Kind::list)) {
    return lose(item, "Markdown cannot hold this item; its text is left out");
  }
  const Value text = item.is(Kind::map) ? item.find("text") : item;
  if (text && !text.is(Kind::list) && !text.is(Kind::map) &&
      (is_markdown_ || !text.text().empty())) {
    const std::size_t begin = out_.size();
    out_ += ' ';
    if (is_markdown_) {
      source_.append_item(text, indent, out_);
    } else {
      append_markdown(text.text(), MarkdownPlace::block, out_);
    }
    if (out_.size() == begin + 1) out_.pop_back();
  }
  if (!item.is(Kind::map)) return;
  for (const Value member : item.children()) {
    if (member == text) continue;
    if (!is_list(member)) {
      lose_member(member);
    } else if (member.size() == 0) {
      lose(member, "Markdown has no empty lists; this one is left out");
    } else if (indent > kDeepest) {
      lose(member, "this list is nested too deep for Markdown; it is left out");
    } else {
      out_ += '\n';
      list(member, indent, false);
    }
  }
}

// Comments, link definitions and text under no heading of a Markdown file, up to `node`; the null
// Value: all that are left.
void MarkdownPrinter::extras_before(Value node) {
  if (!is_markdown_) return;
  for (Span extra = source_.next_extra(node); !extra.empty(); extra = source_.next_extra(node)) {
    part();
    source_.append_lines(extra, out_);
  }
}

}  // namespace

/// Front matter in YAML with everything but title and sections, "# " and the title, "## " and each
/// section's heading, bullets "- ", steps with their numbers, nested lists as far in as the text
/// above them, one blank line between blocks.
void write_markdown(const Document& document, const WriteOptions& options, std::string& out,
                    std::vector<Diagnostic>& found) {
  const Value root = Value::root(document);
  if (!root) return;
  Losses losses(document, found);
  if (!root.is(Kind::map)) {
    losses.add(root, root.place(), "this is no procedure; Markdown cannot hold it");
    return;
  }
  MarkdownPrinter(document, options, out, losses).write(root_members(document, options));
  report_source_losses(document, Form::markdown, losses);
}

}  // namespace proclint
