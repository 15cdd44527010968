#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/print/key_order.h"
#include "core/source/span.h"

namespace proclint {

/// Changes of a source, collected in any order. Where two meet the one that begins first counts,
/// of those that begin at one place the longer; an insertion stands before what it is inserted at.
class SourceEdits {
 public:
  explicit SourceEdits(std::string_view source) : source_(source) {}

  void add(Span span, std::string_view text) {
    // Most of a page that was formatted before stays as it is.
    if (source_.substr(span.begin, span.size()) == text) return;
    edits_.push_back({span, texts_.size(), text.size()});
    texts_ += text;
  }
  /// Takes away the blanks between the begin of the line and `at`; nothing if there is more.
  void remove_indent(std::uint32_t at);
  void insert_line_before(std::uint32_t at);
  std::uint32_t line_begin(std::uint32_t at) const;

  void sort();
  /// Appends the part of the source from `begin` to `end`, changed; the edits are sorted and do not
  /// cross its ends. Without blank lines around it, ended by no line end.
  void apply(std::uint32_t begin, std::uint32_t end, std::string& out) const;

 private:
  struct Edit {
    Span span;
    std::size_t text;  // where it begins in `texts_`
    std::size_t size;
  };

  std::string_view source_;
  std::vector<Edit> edits_;
  std::string texts_;
};

/// The texts of a document's sections, written one behind the other.
class SectionTexts {
 public:
  explicit SectionTexts(std::size_t size) { text_.reserve(size); }

  void begin(std::string_view key) {
    keys_.push_back(key);
    begins_.push_back(text_.size());
  }
  /// What stands before the first section, then the last one that was begun; to be appended to.
  std::string& text() { return text_; }
  bool is_empty() const { return text_.size() == (begins_.empty() ? 0 : begins_.back()); }

  /// Appends all, the sections in their order, one blank line between them; without an order they
  /// keep theirs.
  void join(const KeyOrder* order, std::string& out) const;

 private:
  std::string text_;
  std::vector<std::string_view> keys_;
  std::vector<std::size_t> begins_;
};

/// The text without line ends and lines of blanks around it, and without blanks at its end.
std::string_view without_blank_lines(std::string_view text);

}  // namespace proclint
