#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/source/span.h"

namespace proclint {

/// What a column counts. Reports are asked for one; SARIF and editors differ.
enum class Columns : std::uint8_t { codepoint, byte, utf16 };

/// A place for people: both from 1.
struct Place {
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  friend constexpr bool operator==(Place, Place) = default;
};

/// A named text, and the only one that knows lines. LF and CRLF end a line, a lone CR does not:
/// editors and SARIF's default newlineSequences agree on that. Path and text belong to the caller
/// and must outlive the source. The text may hold bytes that are not UTF-8; each such byte counts
/// as one character. Line starts are found when first asked for, so a clean document never pays for
/// them; not for two threads at once.
class Source {
 public:
  Source() = default;
  Source(std::string_view path, std::string_view text) : path_(path), text_(text) {}

  std::string_view path() const { return path_; }
  std::string_view text() const { return text_; }
  std::string_view slice(Span span) const { return text_.substr(span.begin, span.size()); }

  /// Number of lines; a text that ends in a line end has no empty line behind it. An empty text has
  /// one line.
  std::size_t line_count() const;
  /// Line `index` (from 0) without its line end.
  Span line(std::size_t index) const;
  /// Index (from 0) of the line that holds `offset`; the end of the text belongs to the last line.
  std::size_t line_index(std::uint32_t offset) const;
  /// Line and column of `offset`. A byte order mark at the start of the text takes no column.
  Place place(std::uint32_t offset, Columns columns) const;

 private:
  const std::vector<std::uint32_t>& starts() const;

  std::string_view path_;
  std::string_view text_;
  mutable std::vector<std::uint32_t> starts_;
};

}  // namespace proclint
