#include "core/read/yaml_text.h"

#include <algorithm>
#include <cstddef>

#include "core/source/utf8.h"

namespace proclint {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool is_space(char c) { return is_blank(c) || is_line_end(c); }

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::uint32_t skip_line_end(std::string_view text, std::uint32_t at) {
  return at + (text.substr(at, 2) == "\r\n" ? 2U : 1U);
}

// What a simple escape stands for; 0 if it is none.
char32_t simple_escape(char c) {
  switch (c) {
    case '0':
      return U'\0';
    case 'a':
      return U'\a';
    case 'b':
      return U'\b';
    case 't':
    case '\t':
      return U'\t';
    case 'n':
      return U'\n';
    case 'v':
      return U'\v';
    case 'f':
      return U'\f';
    case 'r':
      return U'\r';
    case 'e':
      return U'\x1B';
    case 'N':
      return U'\x85';
    case '_':
      return U'\xA0';
    case 'L':
      return U'\x2028';
    case 'P':
      return U'\x2029';
    default:
      return static_cast<unsigned char>(c);
  }
}

std::uint32_t escape_digits(char c) {
  if (c == 'x') return 2;
  if (c == 'u') return 4;
  return c == 'U' ? 8 : 0;
}

bool is_special(char c, char quote) {
  return is_space(c) || (c == '\\' && quote == '"') || (c == '\'' && quote == '\'');
}

class Decoder {
 public:
  Decoder(std::string_view text, std::uint32_t end, std::string& out, std::vector<YamlUnit>* units)
      : text_(text), end_(end), out_(out), units_(units) {}

  void scalar(std::uint32_t begin, std::optional<std::uint32_t> indent);

 private:
  void flow(std::uint32_t begin, char quote);
  void block(std::uint32_t begin, std::optional<std::uint32_t> indent);

  struct Line {
    Span content;  // without indentation
    std::uint32_t end = 0;
    bool is_blank = false;
    bool is_spaced = false;  // more indented than the text: its line ends are kept
    bool has_break = false;
  };

  void add(Span span, std::string_view decoded) {
    if (span.empty() && decoded.empty()) return;
    if (units_ != nullptr) units_->push_back({span, static_cast<std::uint32_t>(decoded.size())});
    out_ += decoded;
  }
  void characters(Span span) {
    if (units_ == nullptr) {
      out_ += text_.substr(span.begin, span.size());
      return;
    }
    for (std::uint32_t at = span.begin; at < span.end;) {
      const std::uint32_t size = utf8::decode(text_.substr(at, span.end - at)).size;
      add({at, at + size}, text_.substr(at, size));
      at += size;
    }
  }
  std::uint32_t space(std::uint32_t at);
  std::uint32_t escape(std::uint32_t at);
  bool is_last_blank_line(Span line) const;
  std::vector<Line> lines(std::uint32_t begin, std::optional<std::uint32_t> indent) const;

  std::string_view text_;
  std::uint32_t end_;
  std::string& out_;
  std::vector<YamlUnit>* units_;  // null: not wanted
};

// Blanks inside a line are text; around a line end they are folded with it.
std::uint32_t Decoder::space(std::uint32_t at) {
  std::uint32_t stop = at;
  std::uint32_t breaks = 0;
  while (stop < end_ && is_space(text_[stop])) {
    if (is_line_end(text_[stop])) {
      ++breaks;
      stop = skip_line_end(text_, stop);
    } else {
      ++stop;
    }
  }
  stop = std::min(stop, end_);
  if (breaks == 0) {
    characters({at, stop});
  } else {
    add({at, stop}, breaks == 1 ? " " : std::string(breaks - 1, '\n'));
  }
  return stop;
}

std::uint32_t Decoder::escape(std::uint32_t at) {
  const char c = at + 1 < end_ ? text_[at + 1] : '\\';
  if (is_line_end(c)) {
    std::uint32_t stop = skip_line_end(text_, at + 1);
    std::string breaks;
    while (stop < end_ && is_space(text_[stop])) {
      const bool is_break = is_line_end(text_[stop]);
      if (is_break) breaks += '\n';
      stop = is_break ? skip_line_end(text_, stop) : stop + 1;
    }
    add({at, stop}, breaks);
    return stop;
  }
  const std::uint32_t digits = escape_digits(c);
  char32_t codepoint = simple_escape(c);
  if (digits != 0) codepoint = 0;
  std::uint32_t stop = at + 2;
  for (std::uint32_t i = 0; i < digits && stop < end_ && hex_value(text_[stop]) >= 0; ++i, ++stop) {
    codepoint = codepoint * 16 + static_cast<char32_t>(hex_value(text_[stop]));
  }
  stop = std::min(stop, end_);
  // JSON's habit: two escapes for one character.
  if (codepoint >= 0xD800 && codepoint < 0xDC00 && stop + 6 <= end_ && text_[stop] == '\\' &&
      text_[stop + 1] == 'u') {
    char32_t low = 0;
    for (std::uint32_t i = stop + 2; i < stop + 6; ++i) {
      low = low * 16 + static_cast<char32_t>(std::max(hex_value(text_[i]), 0));
    }
    if (low >= 0xDC00 && low < 0xE000) {
      codepoint = 0x10000 + ((codepoint - 0xD800) << 10U) + (low - 0xDC00);
      stop += 6;
    }
  }
  std::string decoded;
  utf8::append(decoded, codepoint);
  add({at, stop}, decoded);
  return stop;
}

void Decoder::flow(std::uint32_t begin, char quote) {
  std::uint32_t at = begin;
  if (quote != '\0') {
    add({at, at + 1}, {});
    ++at;
    --end_;
  }
  while (at < end_) {
    const char c = text_[at];
    if (is_space(c)) {
      at = space(at);
    } else if (c == '\\' && quote == '"') {
      at = escape(at);
    } else if (c == '\'' && quote == '\'') {
      add({at, at + 2}, "'");
      at += 2;
    } else {
      std::uint32_t stop = at + 1;
      while (stop < end_ && !is_special(text_[stop], quote)) ++stop;
      characters({at, stop});
      at = stop;
    }
  }
}

// Blanks alone at the end of the file count as a line that is whole, as the official suite has it;
// a text there that lacks its line end does not get one.
bool Decoder::is_last_blank_line(Span line) const {
  return !line.empty() && line.end == text_.size() &&
         text_.find_first_not_of(" \t", line.begin) == std::string_view::npos;
}

std::vector<Decoder::Line> Decoder::lines(std::uint32_t begin,
                                          std::optional<std::uint32_t> indent) const {
  std::vector<Line> result;
  for (std::uint32_t at = begin; at < end_;) {
    auto stop =
        static_cast<std::uint32_t>(std::min<std::size_t>(text_.find_first_of("\r\n", at), end_));
    Line line;
    std::uint32_t content = at;
    while (content < stop && text_[content] == ' ' && (!indent || content < at + *indent)) {
      ++content;
    }
    if (!indent && content < stop) indent = content - at;
    line.content = {content, stop};
    line.is_blank = content == stop;
    line.is_spaced = !line.is_blank && is_blank(text_[content]);
    line.end = stop < end_ ? std::min(skip_line_end(text_, stop), end_) : stop;
    line.has_break = line.end > stop || is_last_blank_line({at, stop});
    result.push_back(line);
    at = line.end;
  }
  return result;
}

void Decoder::block(std::uint32_t begin, std::optional<std::uint32_t> indent) {
  const bool is_folded = text_[begin] == '>';
  const auto header_end =
      static_cast<std::uint32_t>(std::min<std::size_t>(text_.find_first_of("\r\n", begin), end_));
  char chomping = ' ';
  for (std::uint32_t at = begin + 1; at < header_end && !is_blank(text_[at]); ++at) {
    if (text_[at] == '-' || text_[at] == '+') chomping = text_[at];
  }
  const std::uint32_t first =
      header_end < end_ ? std::min(skip_line_end(text_, header_end), end_) : header_end;
  add({begin, first}, {});
  const std::vector<Line> all = lines(first, indent);
  std::size_t last = all.size();  // one past the last line that has text
  while (last > 0 && all[last - 1].is_blank) --last;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Line& line = all[i];
    const Span line_end{line.content.end, line.end};
    if (i >= last) {  // behind the text
      const bool is_kept = chomping == '+' && line.has_break;
      add({line.content.begin, line.end}, is_kept ? "\n" : "");
      continue;
    }
    if (line.is_blank) {
      add({line.content.begin, line.end}, "\n");
      continue;
    }
    characters(line.content);
    std::size_t next = i + 1;
    while (next < last && all[next].is_blank) ++next;
    std::string_view decoded;
    if (next >= last) {
      if (line.has_break && chomping != '-') decoded = "\n";
    } else if (!is_folded || line.is_spaced || all[next].is_spaced) {
      decoded = "\n";
    } else if (next == i + 1) {
      decoded = " ";
    }
    add(line_end, decoded);
  }
}

void Decoder::scalar(std::uint32_t begin, std::optional<std::uint32_t> indent) {
  if (begin >= end_) return;
  const char first = text_[begin];
  if (first == '|' || first == '>') {
    block(begin, indent);
  } else {
    flow(begin, first == '"' || first == '\'' ? first : '\0');
  }
}

}  // namespace

std::uint32_t yaml_content_begin(std::string_view text, Span node) {
  std::uint32_t at = node.begin;
  while (at < node.end && (text[at] == '!' || text[at] == '&')) {
    while (at < node.end && !is_space(text[at])) ++at;
    while (at < node.end && (is_space(text[at]) || text[at] == '#')) {
      if (text[at] == '#') {
        at = static_cast<std::uint32_t>(
            std::min<std::size_t>(text.find_first_of("\r\n", at), node.end));
      } else {
        ++at;
      }
    }
  }
  return at;
}

YamlText yaml_text(std::string_view text, Span span, std::optional<std::uint32_t> indent) {
  YamlText result;
  Decoder(text, span.end, result.decoded, &result.units)
      .scalar(yaml_content_begin(text, span), indent);
  return result;
}

void decode_yaml(std::string_view text, Span span, std::optional<std::uint32_t> indent,
                 std::string& out) {
  Decoder(text, span.end, out, nullptr).scalar(yaml_content_begin(text, span), indent);
}

std::uint32_t yaml_indent_digit(std::string_view text, Span span) {
  std::uint32_t at = yaml_content_begin(text, span);
  for (; at < span.end && !is_space(text[at]); ++at) {
    if (text[at] >= '1' && text[at] <= '9') return static_cast<std::uint32_t>(text[at] - '0');
  }
  return 0;
}

}  // namespace proclint
