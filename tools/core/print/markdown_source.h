#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/value.h"

namespace proclint {

/// What a Markdown file has beside its tree, so that it can be written anew: the source of its
/// texts, and what stands between its blocks. Of another form it has nothing.
class MarkdownSource {
 public:
  explicit MarkdownSource(const Document& document);

  const Document& document() const { return document_; }

  /// The front matter with the lines of hyphens around it, if comments stand in it; else the
  /// empty span. Comments have their place between lines, so such a front matter stays as it is.
  Span commented_front_matter() const;

  /// The next comment, link definition or text under no heading that stands before `node` (the null
  /// Value: anywhere) and in nothing that was written; the empty span when there is none.
  Span next_extra(Value node);

  /// Append what a node is written as, without line end; the node counts as written then.
  void append_heading(Value title_or_key, std::string& out);
  void append_paragraph(Value text, std::string& out);
  /// The text of an item whose further lines are indented by `indent`.
  void append_item(Value text, std::size_t indent, std::string& out);
  void append_as_written(Value list, std::string& out);
  void append_lines(Span span, std::string& out) const;

  /// Whether the items of a list are texts, or texts with such a list below, that can be indented
  /// anew.
  bool is_plain_list(Value list) const;
  /// Whether the first marker of a list is none of "-" and "1.".
  bool has_other_markers(Value list) const;

 private:
  const Mark* mark_of(NodeId node, MarkKind kind) const;
  Span with_indentation(Span span) const;
  std::string_view slice(Span span) const { return document_.source->slice(span); }
  bool is_foreign(Value text) const;
  bool is_before_code(Value list) const;

  const Document& document_;
  std::uint32_t body_ = 0;     // behind the front matter
  std::vector<Span> extras_;   // in source order
  std::size_t next_ = 0;       // in extras_
  std::uint32_t written_ = 0;  // up to here all is written
};

}  // namespace proclint
