#include "core/document/document.h"

#include <array>

namespace proclint {

std::string_view name(Kind kind) {
  static constexpr std::array<std::string_view, 7> kNames{"null", "boolean", "number", "string",
                                                          "list", "map",     "key"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name(Form form) {
  static constexpr std::array<std::string_view, 4> kNames{"json", "yaml", "markdown", "page"};
  return kNames[static_cast<std::size_t>(form)];
}

std::string_view name(MarkKind kind) {
  static constexpr std::array<std::string_view, 20> kNames{
      "navigation",      "descriptor",   "code-label",     "name-heading",
      "heading",         "inline-value", "bullet",         "number",
      "blank-lines",     "mixed-block",  "unplaced",       "missing-blank-line",
      "trailing-blanks", "line-end",     "subheading",     "second-title",
      "markup",          "foreign",      "foreign-inline", "link-definition"};
  return kNames[static_cast<std::size_t>(kind)];
}

namespace {

// What a document may leave behind for the next. Those that need more are so large that getting the
// memory again takes no time beside reading them.
constexpr std::size_t kMostKept = std::size_t{1} << 20U;

}  // namespace

void Document::clear() {
  source = nullptr;
  form = Form::json;
  nodes.clear();
  if (nodes.capacity() * sizeof(Node) > kMostKept) nodes = {};
  decoded.clear();
  if (decoded.capacity() > kMostKept) decoded = {};
  comments.clear();
  marks.clear();
  runs.clear();
  headings = nullptr;
  locate = nullptr;
}

}  // namespace proclint
