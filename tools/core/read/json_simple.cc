#include "core/read/json_simple.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/document/builder.h"
#include "core/read/json_scalar.h"
#include "core/source/byte_window.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

// What is limited is how deep value() recurses.
constexpr std::uint32_t kMaxDepth = 64;

class SimpleReader {
 public:
  SimpleReader(const Source& source, const ReadOptions& options, Document& document)
      : text_(source.text()),
        at_(text_.data()),
        end_(at_ + text_.size()),
        last_window_(text_.size() < ByteWindow::kSize ? nullptr : end_ - ByteWindow::kSize),
        max_nodes_(options.max_nodes),
        document_(document),
        builder_(document, std::min(options.max_depth, kMaxDepth)) {}

  bool run() {
    if (text_.empty() || utf8::find_invalid(text_) != std::string_view::npos) return false;
    if (text_.starts_with(kByteOrderMark)) at_ += kByteOrderMark.size();
    return value(next()) && next() == kNone && at_ == end_;
  }

 private:
  static constexpr char kNone = '\0';  // stands nowhere in a JSON text
  static constexpr unsigned kAll = (1U << ByteWindow::kSize) - 1;

  std::uint32_t offset(const char* at) const {
    return static_cast<std::uint32_t>(at - text_.data());
  }
  static unsigned lowest(unsigned bits) { return static_cast<unsigned>(__builtin_ctz(bits)); }

  // Skips blanks; the byte behind them, kNone at the end of the text.
  char next() {
    if (at_ == end_) return kNone;
    if (*at_ > ' ') return *at_;
    for (; at_ <= last_window_; at_ += ByteWindow::kSize) {
      const unsigned blanks = ByteWindow(at_).is_any_of<' ', '\n', '\r', '\t'>();
      if (blanks == kAll) continue;
      at_ += lowest(~blanks);
      return *at_;
    }
    while (at_ < end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
    return at_ < end_ ? *at_ : kNone;
  }
  // The same behind a sign that was read.
  char behind() {
    ++at_;
    return next();
  }

  bool value(char first) {
    switch (first) {
      case '"':
        return text(
            [this](Span span, TextPiece piece) { builder_.scalar(Kind::string, span, piece); });
      case '{':
        return map();
      case '[':
        return list();
      case 't':
        return word("true", Kind::boolean);
      case 'f':
        return word("false", Kind::boolean);
      case 'n':
        return word("null", Kind::null);
      default:
        return number();
    }
  }

  bool map() {
    if (!builder_.begin(Kind::map, offset(at_))) return false;
    const char first = behind();
    return (first == '}' || members(first)) && end();
  }
  bool list() {
    if (!builder_.begin(Kind::list, offset(at_))) return false;
    const char first = behind();
    return (first == ']' || elements(first)) && end();
  }
  // Before the closing bracket.
  bool end() {
    builder_.end(offset(++at_));
    return has_room();
  }
  bool has_room() const { return builder_.next_node() <= max_nodes_; }

  bool members(char first) {
    for (; first == '"' && has_room(); first = behind()) {
      if (!key() || next() != ':' || !value(behind())) return false;
      const char sign = next();
      if (sign != ',') return sign == '}';
    }
    return false;
  }

  bool elements(char first) {
    for (; has_room(); first = behind()) {
      if (!value(first)) return false;
      const char sign = next();
      if (sign != ',') return sign == ']';
    }
    return false;
  }

  bool key() {
    return text([this](Span span, TextPiece piece) { builder_.key(span, piece); });
  }

  // A string in quotes, which begins at at_.
  template <class Add>
  bool text(Add add) {
    const char* const begin = at_ + 1;
    const char* at = skip_plain(begin);
    TextPiece piece{offset(begin), static_cast<std::uint32_t>(at - begin), false};
    if (at < end_ && *at == '\\' && !decode(piece, at)) return false;
    if (at == end_ || *at != '"') return false;
    const Span span{offset(at_), offset(at) + 1};
    at_ = at + 1;
    add(span, piece);
    return true;
  }

  // The first byte that ends a string, or stands for another one, or may not stand in it.
  const char* skip_plain(const char* at) const {
    for (; at <= last_window_; at += ByteWindow::kSize) {
      const ByteWindow window(at);
      const unsigned signs = window.is_any_of<'"', '\\'>() | window.is_control();
      if (signs != 0) return at + lowest(signs);
    }
    while (at < end_ && *at != '"' && *at != '\\' && !is_control(*at)) ++at;
    return at;
  }

  static bool is_control(char c) { return static_cast<unsigned char>(c) < ' '; }

  // Of a text with escapes, of which `piece` is what stands before the first one, at `at`; then
  // `piece` is all of it, and `at` its closing quote.
  [[gnu::noinline]] bool decode(TextPiece& piece, const char*& at) {
    std::string& out = document_.decoded;
    const std::uint32_t content = piece.begin;
    piece = builder_.decoded(text_.substr(piece.begin, piece.size));
    std::uint32_t here = offset(at);
    while (text_[here] != '"') {
      const JsonUnit unit = json_unit(text_, here);
      if (!unit.is_valid || is_control(text_[here])) return false;
      if (text_[here] == '\\') {
        utf8::append(out, unit.codepoint);
      } else {
        out += text_[here];
      }
      here += unit.size;
      if (here >= text_.size()) return false;
    }
    at = text_.data() + here;
    const auto end = static_cast<std::uint32_t>(out.size());
    piece.size = end - piece.begin;
    add_json_runs(text_, {content, here}, {piece.begin, end}, document_.runs);
    return true;
  }

  bool word(std::string_view word, Kind kind) {
    const std::uint32_t begin = offset(at_);
    if (text_.substr(begin, word.size()) != word) return false;
    at_ += word.size();
    builder_.scalar(kind, {begin, offset(at_)});
    return true;
  }

  bool number() {
    const std::uint32_t begin = offset(at_);
    const std::uint32_t end = json_number_end(text_, begin);
    at_ = text_.data() + end;
    builder_.scalar(Kind::number, {begin, end});
    return end > begin;
  }

  std::string_view text_;
  const char* at_;  // what is read next
  const char* const end_;
  const char* const last_window_;  // where one may begin
  std::size_t max_nodes_;
  Document& document_;
  Builder builder_;
};

}  // namespace

bool read_simple_json(const Source& source, const ReadOptions& options, Document& document) {
  return SimpleReader(source, options, document).run();
}

}  // namespace proclint
