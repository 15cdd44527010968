#pragma once

#include <cstdint>
#include <string_view>

#include "core/source/span.h"

namespace proclint {

/// A scalar in the source; its text may need decoding.
struct YamlScalar {
  Span span;                ///< quotes included
  std::uint32_t next = 0;   ///< where the blanks behind it end, on its last line
  char quote = '\0';        ///< of a plain one NUL
  bool is_verbatim = true;  ///< the bytes of the source, between the quotes, are the text
  bool has_line_end = false;
};

/// Steps over the signs of a text that is_simple_yaml_text() holds for, so a line ends with LF or
/// CRLF, and blanks are blanks. Each function that finds a scalar is false if it is none that can
/// be read without the library.
class YamlScan {
 public:
  explicit YamlScan(std::string_view text)
      : text_(text), size_(static_cast<std::uint32_t>(text.size())) {}

  /// The byte at `at`; a line feed at the end.
  char peek(std::uint32_t at) const { return at < size_ ? text_[at] : '\n'; }
  bool ends_line(std::uint32_t at) const {
    const char c = peek(at);
    return c == '\n' || c == '\r';
  }
  std::uint32_t skip_blanks(std::uint32_t at) const {
    while (at < size_ && text_[at] == ' ') ++at;
    return at;
  }
  /// Where the line ends, and where the next one begins.
  std::uint32_t line_end(std::uint32_t at) const;
  std::uint32_t next_line(std::uint32_t line_end) const;

  /// Whether an indicator that ends before `at` is one: "a:b" is a text.
  bool ends_indicator(std::uint32_t at) const { return peek(at) == ' ' || ends_line(at); }
  bool is_dash(std::uint32_t at) const { return peek(at) == '-' && ends_indicator(at + 1); }
  /// "---" or "..." at the begin of a line.
  bool is_document_mark(std::uint32_t at) const;

  /// A scalar on one line, up to a ":" or a comment if it is plain; in brackets also up to ",".
  bool plain(std::uint32_t at, bool is_flow, YamlScalar& scalar) const;
  /// Goes on with a plain scalar on the lines below it that are indented deeper than `column`.
  bool plain_lines(std::uint32_t column, YamlScalar& scalar) const;
  /// A scalar in quotes. If it has several lines they are indented deeper than `column`.
  bool quoted(std::uint32_t at, std::uint32_t column, YamlScalar& scalar) const;
  /// A "|" or ">" block whose lines are indented deeper than `column`. `comment` is empty if there
  /// is none behind its header; `next` of the scalar is the begin of the line behind it.
  bool block(std::uint32_t at, std::uint32_t column, YamlScalar& scalar, Span& comment) const;

 private:
  std::uint32_t skip_common(std::uint32_t at) const;
  bool escape(std::uint32_t& at) const;

  std::string_view text_;
  std::uint32_t size_;
};

}  // namespace proclint
