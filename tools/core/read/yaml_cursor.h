#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/read/yaml_findings.h"
#include "core/source/span.h"

namespace proclint {

/// Moves once over a YAML text from begin to end, over what stands between its tokens: blanks, line
/// ends, comments, which it keeps, directives and indicators.
class YamlCursor {
 public:
  YamlCursor(std::string_view text, YamlFindings& findings) : text_(text), findings_(findings) {}

  std::uint32_t at() const { return at_; }
  /// The byte under the cursor; NUL at the end.
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void jump(std::uint32_t offset) { at_ = offset; }
  /// Where comments go from now on.
  void collect(std::vector<Span>& comments) { comments_ = &comments; }

  /// Over blanks, line ends and comments, and if asked over the commas of a flow collection.
  void skip_blank(bool over_commas);
  /// To `offset`, which must be no further than the next token; a "#" behind a blank begins a
  /// comment there.
  void skip_to(std::uint32_t offset);
  /// To `offset` in what stands between two documents. Directives that YAML does not know are
  /// reported.
  void skip_directives(std::uint32_t offset);
  /// Over all that may stand before a document that no "---" begins.
  void skip_prelude();
  /// Over a block scalar, on whose header the cursor stands; `token_end` is where the library sees
  /// its end. The span is from the header to the end of the last line that gives text.
  Span skip_block_scalar(std::uint32_t token_end);

  /// Whether an indicator may end at `at`.
  bool ends_indicator(std::uint32_t at, bool is_flow) const;
  /// Number of bytes between the begin of the line and `at`.
  std::uint32_t column(std::uint32_t at) const;

 private:
  bool follows_blank(std::uint32_t at) const;
  std::uint32_t line_end(std::uint32_t at) const;
  std::uint32_t first_indent(std::uint32_t header_end, std::uint32_t end) const;
  void comment();
  void directive();

  std::string_view text_;
  YamlFindings& findings_;
  std::vector<Span>* comments_ = nullptr;
  std::uint32_t at_ = 0;
};

}  // namespace proclint
