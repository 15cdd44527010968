#pragma once

#include <string>
#include <string_view>

#include "core/document/value.h"
#include "core/source/span.h"

namespace proclint {

/// How a string's bytes stand in the source, which is what an edit of it has to heed.
enum class TextSyntax : std::uint8_t { json, yaml, markdown, page };

/// Markdown's front matter is YAML.
TextSyntax text_syntax(Value node);

/// Whether an alias repeats the node or what holds it: its bytes are those of the anchor.
bool is_alias_copy(Value node);

/// A change of a string, seen from its form.
struct TextChange {
  Value node;
  std::string_view source;  ///< of the document
  Span span;                ///< the bytes that give way
  Span decoded;             ///< the bytes of the node's text that give way
  std::string_view by;      ///< decoded

  /// The whole decoded text as it shall be. Linear in it, as nothing else here is.
  std::string text() const;
  /// Whether it leaves no text, or one with a blank at its begin or end.
  bool leaves_bare_end() const;
  /// The byte before and behind; a line end at the ends of the source.
  char left() const { return span.begin == 0 ? '\n' : source[span.begin - 1]; }
  char right() const { return span.end >= source.size() ? '\n' : source[span.end]; }
  /// The first and last byte of what will stand there: of `by`, else of what is beside it.
  char next() const { return by.empty() ? right() : by.front(); }
  char last() const { return by.empty() ? left() : by.back(); }
  /// Whether nothing but blanks stands before it on its line.
  bool begins_line() const;
  /// Whether it leaves no line empty and no blank beside a line end, where readers drop it.
  bool keeps_lines() const;
};

/// Whether `text` holds a character that only an escape can write: controls, line separators, a
/// byte order mark.
bool has_control(std::string_view text);

}  // namespace proclint
