#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/read/page_lines.h"
#include "core/source/span.h"

namespace proclint {

/// The lines of a Markdown text as CommonMark counts them: LF, CRLF and a lone CR end a line.
struct MarkdownLines {
  std::string_view text;
  std::vector<std::uint32_t> starts;  ///< of each line from the body's first on, and of its end
  PageLines page;                     ///< only `layout`: blank lines, trailing blanks, line end
  /// A line from which on containers (lists and quotes) are nested so deep that each further line
  /// would cost far more than its bytes.
  std::optional<Span> too_deep;

  std::size_t count() const { return starts.size() - 1; }
  /// Line `i` without the blanks at its begin and end.
  Span content(std::size_t i) const;
  bool is_blank(std::size_t i) const { return content(i).empty(); }
  /// The line that holds `offset`.
  std::size_t index(std::uint32_t offset) const;
};

/// Splits `text` from `body` on.
MarkdownLines split_markdown(std::string_view text, std::uint32_t body);

/// The first paragraph that opens so many images "![" that cmark 0.30 would need quadratic time to
/// close its links.
std::optional<Span> find_costly_brackets(std::string_view text);

}  // namespace proclint
