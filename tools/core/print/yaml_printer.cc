#include "core/print/yaml_printer.h"

#include "core/print/yaml_text.h"

namespace proclint {
namespace {

constexpr std::size_t kIndent = 2;
// A longer key needs a "?" before it (YAML 1.2.2, section 8.2.2: at most 1024 characters), and some
// more bytes for its quotes.
constexpr std::size_t kMaxKey = 1000;

bool is_container(const Node& node) {
  return (node.kind == Kind::list || node.kind == Kind::map) && node.size != 0;
}

}  // namespace

void YamlPrinter::blank_line() {
  if (!is_first_line_) out_ += '\n';
}

void YamlPrinter::comment_lines(const std::vector<YamlComment>& comments, std::size_t indent) {
  for (const YamlComment& comment : comments) {
    if (comment.follows_blank_line) blank_line();
    out_.append(indent, ' ').append(document_.source->slice(comment.span)).append("\n");
    is_first_line_ = false;
  }
}

void YamlPrinter::top() {
  if (comments_ == nullptr || comments_->top().empty()) return;
  comment_lines(comments_->top(), 0);
  out_ += '\n';
  is_first_line_ = true;
}

void YamlPrinter::begin_line(NodeId id, std::size_t indent) {
  if (is_in_line_) {
    is_in_line_ = false;
    return;
  }
  if (comments_ != nullptr) {
    if (const YamlEntryComments* const found = comments_->of(id)) {
      comment_lines(found->before, indent);
    }
    if (!is_first_line_ && comments_->follows_blank_line(id)) blank_line();
  }
  is_first_line_ = false;
  out_.append(indent, ' ');
}

void YamlPrinter::end_line(NodeId entry) {
  const YamlEntryComments* const found = comments_ == nullptr ? nullptr : comments_->of(entry);
  if (found != nullptr && !found->behind.empty()) {
    out_.append(" ").append(document_.source->slice(found->behind));
  }
  out_ += '\n';
}

void YamlPrinter::after(NodeId id, std::size_t indent) {
  const YamlEntryComments* const found = comments_ == nullptr ? nullptr : comments_->of(id);
  if (found != nullptr) comment_lines(found->after, indent);
}

void YamlPrinter::key(NodeId id, std::size_t indent) {
  const std::string_view text = document_.text(id);
  const bool is_long = text.size() > kMaxKey;
  if (is_long) out_ += "? ";
  if (is_plain_yaml(text)) {
    out_ += text;
  } else {
    append_quoted_yaml(text, out_);
  }
  if (is_long) {
    out_ += '\n';
    out_.append(indent, ' ');
  }
  out_ += ':';
}

// A scalar, or an empty list or map, to the end of its line.
void YamlPrinter::leaf(NodeId id, std::size_t indent, bool is_behind_sign) {
  const Node& node = document_.node(id);
  const bool is_empty = node.kind == Kind::list || node.kind == Kind::map;
  const std::string_view text =
      is_empty ? (node.kind == Kind::list ? "[]" : "{}") : document_.text(id);
  if (is_behind_sign && (!text.empty() || node.kind == Kind::string)) out_ += ' ';
  const NodeId entry = yaml_entry(document_, id);
  if (node.kind != Kind::string) {
    // null that is not written needs a sign before it.
    out_ += text.empty() && !is_behind_sign ? "null" : text;
  } else if (is_plain_yaml(text)) {
    out_ += text;
  } else if (is_literal_yaml(text)) {
    out_ += text.back() == '\n' ? "|" : "|-";
    end_line(entry);
    append_literal_yaml(text, indent + kIndent, out_);
    return;
  } else {
    append_quoted_yaml(text, out_);
  }
  end_line(entry);
}

void YamlPrinter::nodes(NodeId begin, NodeId end, std::size_t indent) {
  std::size_t indent_here = indent;
  for (NodeId id = begin; id < end; ++id) {
    const Node& node = document_.node(id);
    const bool is_in_map =
        node.parent != kNoNode && id != begin && document_.node(node.parent).kind == Kind::map;
    const bool is_item = !open_.empty() && document_.node(open_.back().id).kind == Kind::list;
    if (node.kind == Kind::key) {
      begin_line(id, indent_here);
      key(id, indent_here);
      continue;
    }
    if (!is_in_map && (is_item || !is_container(node))) begin_line(id, indent_here);
    if (is_item) out_ += '-';
    if (is_container(node)) {
      if (is_item) {
        out_ += ' ';
        is_in_line_ = true;
      } else if (is_in_map) {
        end_line(id - 1);
        is_first_line_ = true;
      }
      if (is_item || is_in_map) indent_here += kIndent;
      open_.push_back({id, node.next, indent_here});
      continue;
    }
    leaf(id, indent_here, is_item || is_in_map);
    after(yaml_entry(document_, id), indent_here);
    while (!open_.empty() && open_.back().next == id + 1) {
      const NodeId closed = open_.back().id;
      open_.pop_back();
      indent_here = open_.empty() ? indent : open_.back().indent;
      after(yaml_entry(document_, closed), indent_here);
    }
  }
}

}  // namespace proclint
