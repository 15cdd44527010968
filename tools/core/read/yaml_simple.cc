#include "core/read/yaml_simple.h"

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/document/builder.h"
#include "core/read/yaml_bytes.h"
#include "core/read/yaml_scalar.h"
#include "core/read/yaml_scan.h"
#include "core/read/yaml_text.h"

namespace proclint {
namespace {

// The library takes 1024 characters (YAML 1.2.2, section 8.2.2).
constexpr std::uint32_t kMaxKey = 1000;
// Brackets in brackets on one line; keeps recursion safe.
constexpr std::size_t kMaxFlowDepth = 16;

class SimpleReader {
 public:
  SimpleReader(const Source& source, std::uint32_t max_depth, Document& document)
      : text_(source.text()), scan_(text_), document_(document), builder_(document, max_depth) {}

  bool run();

 private:
  // A list or map by indentation whose end is not known yet.
  struct Open {
    std::uint32_t column = 0;  // of its dashes or keys
    bool is_map = false;
    bool is_waiting = false;  // for the value behind a key or dash
  };

  bool line();
  bool document_mark(std::uint32_t at);
  bool close_to(std::uint32_t column, bool is_item);
  bool entry(std::uint32_t at);
  bool key(const YamlScalar& scalar);
  bool value(std::uint32_t at);
  bool scalar_value(YamlScalar& scalar);
  bool block_value(std::uint32_t at);
  bool flow(std::uint32_t& at, std::size_t depth);
  bool flow_key(std::uint32_t& at);
  bool flow_value(std::uint32_t& at, std::size_t depth);

  bool begin(Kind kind, std::uint32_t at);
  void close();
  void put_missing();
  bool put_key(const YamlScalar& scalar);
  void put_scalar(const YamlScalar& scalar);
  TextPiece piece(const YamlScalar& scalar);
  bool scan(std::uint32_t at, YamlScalar& scalar) const;
  bool end_line(std::uint32_t at);

  bool is_waiting() const { return !open_.empty() && open_.back().is_waiting; }
  // The column that the lines of a value are indented deeper than.
  std::uint32_t column() const { return open_.empty() ? 0 : open_.back().column; }
  bool is_open(Kind kind, std::uint32_t column) const {
    return !open_.empty() && open_.back().column == column &&
           open_.back().is_map == (kind == Kind::map);
  }
  // Of a list that is not indented below its key; libfyaml 0.7.12 refuses an empty item in it.
  bool is_in_column_of_key() const {
    return open_.size() > 1 && open_[open_.size() - 2].column == open_.back().column;
  }
  bool ends_content(std::uint32_t at) const { return scan_.ends_line(at) || text_[at] == '#'; }

  std::string_view text_;
  YamlScan scan_;
  Document& document_;
  Builder builder_;
  std::uint32_t line_ = 0;      // the begin of the line
  std::uint32_t next_ = 0;      // and of the next one
  std::uint32_t last_end_ = 0;  // of the last node, or of the sign that a value is missing behind
  bool has_mark_ = false;
  std::vector<Open> open_;
};

bool SimpleReader::run() {
  if (!is_simple_yaml_text(text_)) return false;
  while (next_ < text_.size()) {
    if (!line()) return false;
  }
  if (document_.nodes.empty()) return false;
  while (!open_.empty()) close();
  return true;
}

bool SimpleReader::line() {
  line_ = next_;
  const std::uint32_t at = scan_.skip_blanks(line_);
  if (ends_content(at)) return end_line(at);
  if (at == line_ && scan_.is_document_mark(at)) return document_mark(at);
  return close_to(at - line_, scan_.is_dash(at)) && entry(at);
}

// One may stand before the document, with nothing behind it.
bool SimpleReader::document_mark(std::uint32_t at) {
  if (has_mark_ || !document_.nodes.empty() || text_[at] != '-') return false;
  has_mark_ = true;
  at = scan_.skip_blanks(at + 3);
  return ends_content(at) && end_line(at);
}

// Ends the lists and maps that a line which begins in `column` does not belong to.
bool SimpleReader::close_to(std::uint32_t column, bool is_item) {
  while (!open_.empty()) {
    const Open& top = open_.back();
    if (top.column < column) return top.is_waiting;
    if (top.column == column) {
      // A list may stand in the column of the key that it belongs to.
      if (top.is_map && is_item) return top.is_waiting;
      if (top.is_map != is_item) {
        if (top.is_waiting) put_missing();
        return true;
      }
    }
    close();
  }
  return document_.nodes.empty();
}

// What stands at the begin of a line: "- - key: value".
bool SimpleReader::entry(std::uint32_t at) {
  const std::uint32_t first = at;
  while (scan_.is_dash(at)) {
    if (!is_open(Kind::list, at - line_) && !begin(Kind::list, at)) return false;
    document_.marks.push_back({builder_.next_node(), MarkKind::bullet, {at, at + 1}});
    open_.back().is_waiting = true;
    last_end_ = at + 1;
    at = scan_.skip_blanks(at + 1);
    if (ends_content(at)) return !is_in_column_of_key() && end_line(at);
  }
  const char c = text_[at];
  // libfyaml 0.7.12 takes the header of a block that begins a line for its indentation.
  if (c == '|' || c == '>') return at != first && value(at);
  if (c == '[' || c == '{') return value(at);
  YamlScalar scalar;
  if (!scan(at, scalar)) return false;
  return scan_.peek(scalar.next) == ':' ? key(scalar) : scalar_value(scalar);
}

bool SimpleReader::key(const YamlScalar& scalar) {
  const std::uint32_t behind = scalar.next + 1;
  if (!scan_.ends_indicator(behind)) return false;
  const std::uint32_t begin_at = scalar.span.begin;
  if (!is_open(Kind::map, begin_at - line_) && !begin(Kind::map, begin_at)) return false;
  if (!put_key(scalar)) return false;
  open_.back().is_waiting = true;
  last_end_ = behind;
  const std::uint32_t at = scan_.skip_blanks(behind);
  return ends_content(at) ? end_line(at) : value(at);
}

// What may stand behind a key.
bool SimpleReader::value(std::uint32_t at) {
  if (!is_waiting()) return false;
  const char c = text_[at];
  if (c == '|' || c == '>') return block_value(at);
  if (c == '[' || c == '{') {
    if (!flow(at, 0)) return false;
    open_.back().is_waiting = false;
    return end_line(at);
  }
  YamlScalar scalar;
  return scan(at, scalar) && scalar_value(scalar);
}

bool SimpleReader::scalar_value(YamlScalar& scalar) {
  if (!is_waiting() || scan_.peek(scalar.next) == ':') return false;
  if (scalar.quote == '\0' && !scan_.plain_lines(column(), scalar)) return false;
  put_scalar(scalar);
  open_.back().is_waiting = false;
  return end_line(scalar.next);
}

bool SimpleReader::block_value(std::uint32_t at) {
  YamlScalar scalar;
  Span comment;
  if (!scan_.block(at, column(), scalar, comment)) return false;
  if (!comment.empty()) document_.comments.push_back(comment);
  put_scalar(scalar);
  open_.back().is_waiting = false;
  next_ = scalar.next;
  return true;
}

bool SimpleReader::flow(std::uint32_t& at, std::size_t depth) {
  const bool is_map = text_[at] == '{';
  if (depth >= kMaxFlowDepth || !builder_.begin(is_map ? Kind::map : Kind::list, at)) return false;
  const char end = is_map ? '}' : ']';
  at = scan_.skip_blanks(at + 1);
  bool is_first = true;
  while (scan_.peek(at) != end || !is_first) {
    is_first = false;
    if ((is_map && !flow_key(at)) || !flow_value(at, depth)) return false;
    at = scan_.skip_blanks(at);
    if (scan_.peek(at) == end) break;
    if (scan_.peek(at) != ',') return false;
    at = scan_.skip_blanks(at + 1);
  }
  last_end_ = ++at;
  builder_.end(at);
  return true;
}

bool SimpleReader::flow_key(std::uint32_t& at) {
  YamlScalar scalar;
  const char c = scan_.peek(at);
  const bool is_quoted = c == '"' || c == '\'';
  if (!(is_quoted ? scan_.quoted(at, column(), scalar) : scan_.plain(at, true, scalar)))
    return false;
  if (scan_.peek(scalar.next) != ':' || !put_key(scalar)) return false;
  if (!scan_.ends_indicator(scalar.next + 1)) return false;
  at = scan_.skip_blanks(scalar.next + 1);
  return true;
}

bool SimpleReader::flow_value(std::uint32_t& at, std::size_t depth) {
  const char c = scan_.peek(at);
  if (c == '[' || c == '{') return flow(at, depth + 1);
  YamlScalar scalar;
  const bool is_quoted = c == '"' || c == '\'';
  if (!(is_quoted ? scan_.quoted(at, column(), scalar) : scan_.plain(at, true, scalar)))
    return false;
  if (scalar.has_line_end) return false;
  put_scalar(scalar);
  at = scalar.next;
  return true;
}

bool SimpleReader::begin(Kind kind, std::uint32_t at) {
  if (open_.empty() ? !document_.nodes.empty() : !open_.back().is_waiting) return false;
  if (!builder_.begin(kind, at)) return false;
  if (!open_.empty()) open_.back().is_waiting = false;
  open_.push_back({at - line_, kind == Kind::map, false});
  return true;
}

void SimpleReader::close() {
  if (open_.back().is_waiting) put_missing();
  builder_.end(last_end_);
  open_.pop_back();
}

void SimpleReader::put_missing() {
  builder_.scalar(Kind::null, {last_end_, last_end_});
  open_.back().is_waiting = false;
}

bool SimpleReader::put_key(const YamlScalar& scalar) {
  if (scalar.has_line_end || scalar.span.size() > kMaxKey) return false;
  const TextPiece text = piece(scalar);
  if (scalar.quote == '\0') {
    // These are reported: null and the merge key.
    const std::string_view written = text_.substr(text.begin, text.size);
    if (written == "<<" || (text.size <= 4 && is_yaml_null(written))) return false;
  }
  builder_.key(scalar.span, text);
  return true;
}

void SimpleReader::put_scalar(const YamlScalar& scalar) {
  const TextPiece text = piece(scalar);
  Kind kind = Kind::string;
  if (scalar.quote == '\0' && !text.is_decoded)
    kind = yaml_kind(text_.substr(text.begin, text.size));
  builder_.scalar(kind, scalar.span, text);
  last_end_ = scalar.span.end;
}

TextPiece SimpleReader::piece(const YamlScalar& scalar) {
  if (scalar.is_verbatim) {
    const std::uint32_t quote = scalar.quote == '\0' ? 0 : 1;
    return {scalar.span.begin + quote, scalar.span.size() - 2 * quote, false};
  }
  const auto begin = static_cast<std::uint32_t>(document_.decoded.size());
  decode_yaml(text_, scalar.span, {}, document_.decoded);
  return {begin, static_cast<std::uint32_t>(document_.decoded.size()) - begin, true};
}

bool SimpleReader::scan(std::uint32_t at, YamlScalar& scalar) const {
  const char c = text_[at];
  return c == '"' || c == '\'' ? scan_.quoted(at, column(), scalar)
                               : scan_.plain(at, false, scalar);
}

// Nothing but a comment may follow.
bool SimpleReader::end_line(std::uint32_t at) {
  at = scan_.skip_blanks(at);
  if (!scan_.ends_line(at)) {
    if (text_[at] != '#' || (at > line_ && text_[at - 1] != ' ')) return false;
    const std::uint32_t end = scan_.line_end(at);
    document_.comments.push_back({at, end});
    at = end;
  }
  next_ = scan_.next_line(at);
  return true;
}

}  // namespace

bool read_simple_yaml(const Source& source, std::uint32_t max_depth, Document& document) {
  return SimpleReader(source, max_depth, document).run();
}

}  // namespace proclint
