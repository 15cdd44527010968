#include <cstddef>

#include "core/document/json_number.h"
#include "core/print/json.h"
#include "core/print/losses.h"
#include "core/print/members.h"
#include "core/print/writer.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::size_t kWidth = 80;  // as Prettier and its kin have it where nothing else is said
constexpr std::size_t kIndent = 2;

bool is_scalar_or_empty(Value value) {
  return (!value.is(Kind::list) && !value.is(Kind::map)) || value.size() == 0;
}

bool is_flat(Value list) {
  for (const Value element : list.children()) {
    if (!is_scalar_or_empty(element)) return false;
  }
  return true;
}

class Printer {
 public:
  explicit Printer(std::string& out) : out_(out), line_begin_(out.size()) {}

  void document(const std::vector<Member>& members) {
    out_ += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
      const bool is_last = i + 1 == members.size();
      begin_line(1);
      write_json(members[i].value.key(), out_);
      out_ += ": ";
      tree(members[i].value, 1, is_last);
      if (!is_last) out_ += ',';
    }
    begin_line(0);
    out_ += '}';
  }

  // `value` at its place in a line that is indented by `depth` levels.
  void tree(Value value, std::size_t depth, bool is_last) {
    const Document& document = value.document();
    const NodeId stop = value.node().next;
    bool is_first = true;  // in the list or map around it
    for (NodeId id = value.id(); id < stop;) {
      const Value node(document, id);
      if (id != value.id() && (node.is(Kind::key) || node.parent().is(Kind::list))) {
        if (!is_first) out_ += ',';
        begin_line(depth + open_.size());
      }
      is_first = false;
      if (node.is(Kind::key)) {
        write_json(node, out_);
        out_ += ": ";
        ++id;
        continue;
      }
      const bool ends_line =
          id == value.id() ? is_last : node.node().next == node.parent().node().next;
      if (!is_scalar_or_empty(node) && !(node.is(Kind::list) && on_one_line(node, ends_line))) {
        out_ += node.is(Kind::list) ? '[' : '{';
        open_.push_back(id);
        is_first = true;
        ++id;
        continue;
      }
      if (is_scalar_or_empty(node)) write_json(node, out_);
      id = node.node().next;
      close(document, id, depth);
    }
  }

 private:
  void begin_line(std::size_t depth) {
    out_ += '\n';
    line_begin_ = out_.size();
    out_.append(depth * kIndent, ' ');
  }

  void close(const Document& document, NodeId next, std::size_t depth) {
    while (!open_.empty() && document.node(open_.back()).next == next) {
      const bool is_list = document.node(open_.back()).kind == Kind::list;
      open_.pop_back();
      begin_line(depth + open_.size());
      out_ += is_list ? ']' : '}';
    }
  }

  // Writes `list` if it fits into the line, a comma behind it included.
  bool on_one_line(Value list, bool ends_line) {
    if (!is_flat(list)) return false;
    const std::size_t begin = out_.size();
    out_ += '[';
    bool is_first = true;
    for (const Value element : list.children()) {
      if (!is_first) out_ += ", ";
      is_first = false;
      write_json(element, out_);
      if (!fits(1)) {
        out_.resize(begin);
        return false;
      }
    }
    out_ += ']';
    if (fits(ends_line ? 0 : 1)) return true;
    out_.resize(begin);
    return false;
  }

  bool fits(std::size_t more) const {
    const std::string_view line = std::string_view(out_).substr(line_begin_);
    return line.size() + more <= kWidth || utf8::count_codepoints(line) + more <= kWidth;
  }

  std::string& out_;
  std::size_t line_begin_;
  std::vector<NodeId> open_;  // the lists and maps around the next node
};

// What JSON cannot write as it is.
void report_scalars(const Document& document, Losses& losses) {
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    const Value node(document, id);
    if (!node.is(Kind::number)) continue;
    const std::string number = json_number(node.text());
    if (number == node.text()) continue;
    // A code without quotes is a number, too: 00100.
    losses.add(
        node, node.span(),
        "JSON has no number " + std::string(node.text()) + "; it is written as " +
            (number.empty() ? "a text" : number + ", so put it in quotes before if it is a code"));
  }
}

}  // namespace

/// JSON as Prettier writes it where every map is open: two blanks a level, a member a line, a list
/// of scalars on one line where it fits into 80 columns, a line end at the end.
void write_json_document(const Document& document, const WriteOptions& options, std::string& out,
                         std::vector<Diagnostic>& found) {
  const Value root = Value::root(document);
  if (!root) return;
  Printer printer(out);
  const std::vector<Member> members = root_members(document, options);
  if (members.empty()) {
    printer.tree(root, 0, true);
  } else {
    printer.document(members);
  }
  out += '\n';
  Losses losses(document, found);
  report_source_losses(document, Form::json, losses);
  if (document.form != Form::json) report_scalars(document, losses);
}

}  // namespace proclint
