#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/document.h"
#include "core/print/key_order.h"
#include "core/source/edit.h"

namespace proclint {

/// Changes of a source, collected in any order. Where two meet the one that begins first counts,
/// of those that begin at one place the longer; an insertion stands before what it is inserted at.
class SourceEdits {
 public:
  explicit SourceEdits(std::string_view source) : source_(source) {}

  void add(Span span, std::string text) {
    // Most of a page that was formatted before stays as it is.
    if (source_.substr(span.begin, span.size()) == text) return;
    edits_.push_back({span, std::move(text)});
  }
  /// Takes away the blanks between the begin of the line and `at`; nothing if there is more.
  void remove_indent(std::uint32_t at);
  void insert_line_before(std::uint32_t at);
  std::uint32_t line_begin(std::uint32_t at) const;

  void sort();
  /// The part of the source from `begin` to `end`, changed; the edits are sorted and do not cross
  /// its ends. Without blank lines around it, ended by no line end.
  std::string apply(std::uint32_t begin, std::uint32_t end) const;

 private:
  std::string_view source_;
  std::vector<Edit> edits_;
};

/// Of sections with these keys and texts, the texts in the order of the sections, one blank line
/// between them; without an order they keep theirs.
std::string joined_sections(const KeyOrder* order, const std::vector<std::string_view>& keys,
                            const std::vector<std::string>& texts);

/// The text without line ends and lines of blanks around it, and without blanks at its end.
std::string_view without_blank_lines(std::string_view text);

}  // namespace proclint
