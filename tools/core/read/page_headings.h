#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/document/headings.h"
#include "core/read/page_lines.h"

namespace proclint {

/// A line of a page that is a section's heading.
struct PageHeading {
  Span written;                            ///< with its colon or full stop
  Span value;                              ///< text behind the colon on the same line; else empty
  const Headings::Entry* entry = nullptr;  ///< null: an unknown heading
};

/// Finds headings among the lines of a page.
///
/// A *known* heading is a line without list marker that spells an entry of the table and is alone
/// in its block; at column 0 it is also one when a blank line is missing beside it: the line before
/// must then be an item, end a sentence or be the title, the line behind must be an item or begin
/// with a capital. A misspelled heading (Headings::find_near) must be alone, at column 0, and not
/// end in a full stop. A line at column 0 that begins with an exact spelling, a colon and text is a
/// heading with an inline value.
///
/// An *unknown* heading is harder to tell from a short paragraph ("No special diet"), and a
/// paragraph taken for a heading does more harm than the other way round. It is a line
/// - alone in its block at column 0, of at most 60 bytes and 8 words, with a capital at its begin,
///   none of . ! ? , ; : at its end, and no sentence, link or breadcrumb inside;
/// - in title case, or of at most three words that do not begin like advice ("No", "Ask", "You");
/// - behind something: the reader asks only where the open section has content, or the title is
///   read; so the only line of a section is never one;
/// - before something: a list, or a paragraph that ends like a sentence, ends in a colon, or is
///   longer than a heading. Before another heading, before a short line like itself and at the end
///   of the page it is a paragraph.
class PageHeadings {
 public:
  PageHeadings(std::string_view text, const std::vector<PageLine>& lines, const Headings& table)
      : text_(text), lines_(lines), table_(table) {}

  std::optional<PageHeading> known(std::size_t i) const;
  std::optional<PageHeading> with_value(std::size_t i) const;
  bool is_unknown(std::size_t i) const;
  /// The heading above the title; it may stand anywhere in a block, and its value behind it.
  std::optional<PageHeading> title(std::size_t i) const;

  /// Whether no other line of the block stands beside line `i`.
  bool is_alone(std::size_t i) const { return begins_block(i) && ends_block(i); }

 private:
  std::string_view line(std::size_t i) const {
    return text_.substr(lines_[i].begin, lines_[i].span().size());
  }
  bool begins_block(std::size_t i) const { return lines_[i].is_after_blank; }
  bool ends_block(std::size_t i) const {
    return i + 1 == lines_.size() || lines_[i + 1].is_after_blank;
  }
  std::optional<PageHeading> before_colon(std::size_t i) const;
  bool may_follow(std::size_t i) const;
  bool may_precede(std::size_t i) const;
  bool looks_unknown(std::size_t i) const;

  std::string_view text_;
  const std::vector<PageLine>& lines_;
  const Headings& table_;
};

}  // namespace proclint
