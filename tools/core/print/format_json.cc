#include <cstddef>
#include <string_view>

#include "core/document/value.h"
#include "core/print/format_forms.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kIndent = 2;

bool is_open_container(const Node& node) {
  return (node.kind == Kind::list || node.kind == Kind::map) && node.size != 0;
}

// The layout of json_document.cc, but with the bytes of the source, so that escapes stay and a
// large document costs no more than copying it.
class JsonLayout {
 public:
  JsonLayout(const Document& document, std::string& out)
      : document_(document), source_(document.source->text()), out_(out) {}

  void run() {
    const auto count = static_cast<NodeId>(document_.nodes.size());
    for (NodeId id = 0; id < count; ++id) {
      const Node& node = document_.node(id);
      if (node.kind == Kind::key) {
        begin_entry();
        append(node.span);
        out_ += ": ";
        continue;
      }
      if (!open_.empty() && open_.back().is_list) begin_entry();
      if (is_open_container(node) && !(node.kind == Kind::list && on_one_line(node, id))) {
        out_ += node.kind == Kind::list ? '[' : '{';
        open_.push_back({node.next, node.kind == Kind::list, true});
        continue;
      }
      if (!is_open_container(node)) scalar(node);
      id = node.next - 1;
      close(node.next);
    }
    out_ += '\n';
  }

 private:
  struct Open {
    NodeId next;
    bool is_list;
    bool is_first;
  };

  void append(Span span) { out_.append(source_.data() + span.begin, span.size()); }

  // A scalar, or an empty list or map.
  void scalar(const Node& node) {
    if (node.kind == Kind::list) {
      out_ += "[]";
    } else if (node.kind == Kind::map) {
      out_ += "{}";
    } else {
      append(node.span);
    }
  }

  void begin_entry() {
    Open& open = open_.back();
    if (!open.is_first) out_ += ',';
    open.is_first = false;
    begin_line();
  }

  void begin_line() {
    out_ += '\n';
    line_begin_ = out_.size();
    out_.append(open_.size() * kIndent, ' ');
  }

  void close(NodeId next) {
    while (!open_.empty() && open_.back().next == next) {
      const bool is_list = open_.back().is_list;
      open_.pop_back();
      begin_line();
      out_ += is_list ? ']' : '}';
    }
  }

  // Writes a list of scalars if it fits into the line, a comma behind it included.
  bool on_one_line(const Node& list, NodeId id) {
    const std::size_t begin = out_.size();
    out_ += '[';
    for (NodeId at = id + 1; at < list.next; at = document_.node(at).next) {
      const Node& node = document_.node(at);
      if (at != id + 1) out_ += ", ";
      if (!is_open_container(node)) scalar(node);
      if (is_open_container(node) || !fits(1)) {
        out_.resize(begin);
        return false;
      }
    }
    out_ += ']';
    const bool ends_line = open_.empty() || list.next == open_.back().next;
    if (fits(ends_line ? 0 : 1)) return true;
    out_.resize(begin);
    return false;
  }

  bool fits(std::size_t more) const {
    const std::string_view line = std::string_view(out_).substr(line_begin_);
    return line.size() + more <= kWidth || utf8::count_codepoints(line) + more <= kWidth;
  }

  const Document& document_;
  std::string_view source_;
  std::string& out_;
  std::size_t line_begin_ = 0;
  std::vector<Open> open_;
};

}  // namespace

bool format_json(const Document& document, const FormatOptions& options, std::string& out,
                 std::vector<Diagnostic>& /*kept*/) {
  Document sorted;
  const bool is_moved = options.order != nullptr && options.order->sort(document, sorted);
  JsonLayout(is_moved ? sorted : document, out).run();
  return true;
}

}  // namespace proclint
