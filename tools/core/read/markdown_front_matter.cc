#include "core/read/markdown_front_matter.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/document/value.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

// A line without its line end and the blanks before it.
std::string_view line_at(std::string_view text, std::size_t begin) {
  const std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
  const std::size_t last = line.find_last_not_of(" \t\r");
  return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

std::size_t next_line(std::string_view text, std::size_t begin) {
  const std::size_t end = text.find('\n', begin);
  return end == std::string_view::npos ? text.size() : end + 1;
}

bool is_of_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '$' ||
         c == '-' || c == '_';
}

// Whether both texts have the same front matter, up to its last line end.
bool have_equal_bytes(std::string_view text, std::string_view other, std::uint32_t body) {
  return text[body - 1] == '\n' && other.substr(0, body) == text.substr(0, body);
}

// Copies what the YAML up to `end` gave another document of the same front matter; false if that
// was nothing.
bool copy_front_matter(const Document& from, std::uint32_t end, Document& document) {
  NodeId count = 1;
  std::uint32_t members = 0;
  for (const Value value : Value::root(from).children()) {
    if (value.key().span().begin >= end) break;
    count = value.node().next;
    ++members;
  }
  if (members == 0) return false;
  std::size_t decoded = 0;
  for (NodeId id = 0; id < count; ++id) {
    const Node& node = document.nodes.emplace_back() = from.node(id);
    if (node.is_decoded) decoded = std::max<std::size_t>(decoded, node.text + node.size);
  }
  document.nodes[0].size = members;
  document.nodes[0].next = count;
  document.decoded.assign(from.decoded, 0, decoded);
  for (const TextRun& run : from.runs) {
    if (run.text < decoded) document.runs.push_back(run);
  }
  for (const Mark& mark : from.marks) {
    if (mark.span.begin < end) document.marks.push_back(mark);
  }
  for (const Span comment : from.comments) {
    if (comment.begin < end) document.comments.push_back(comment);
  }
  return true;
}

}  // namespace

std::optional<FrontMatter> find_front_matter(std::string_view text) {
  const std::size_t first = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  if (line_at(text, first) != "---") return std::nullopt;
  const std::size_t begin = next_line(text, first);
  for (std::size_t at = begin; at < text.size(); at = next_line(text, at)) {
    if (text[at] != '-' && text[at] != '.') continue;
    const std::string_view line = line_at(text, at);
    if (line != "---" && line != "...") continue;
    return FrontMatter{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)},
                       static_cast<std::uint32_t>(next_line(text, at))};
  }
  return std::nullopt;
}

std::optional<Span> find_open_front_matter(std::string_view text) {
  const std::size_t first = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  if (line_at(text, first) != "---") return std::nullopt;
  const std::string_view line = line_at(text, next_line(text, first));
  std::size_t colon = 0;
  while (colon < line.size() && is_of_name(line[colon])) ++colon;
  const bool is_member = colon > 0 && colon < line.size() && line[colon] == ':' &&
                         (colon + 1 == line.size() || line[colon + 1] == ' ');
  if (!is_member) return std::nullopt;
  return Span{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first + 3)};
}

bool read_front_matter(const Source& source, const FrontMatter& front_matter,
                       const ReadOptions& options, Document& document,
                       std::vector<Diagnostic>& diagnostics) {
  const Span yaml = front_matter.yaml;
  const bool is_copied =
      options.before != nullptr &&
      have_equal_bytes(source.text(), options.before->source->text(), front_matter.body) &&
      copy_front_matter(*options.before, yaml.end, document);
  if (is_copied) return true;
  // To YAML the first line of hyphens is the begin of a document, so all offsets stay.
  const Source front(source.path(), source.text().substr(0, yaml.end));
  const auto fail = [&](Span place, std::string message) {
    Diagnostic& finding = diagnostics.emplace_back();
    finding.rule = "syntax-error";
    finding.span = place;
    finding.message = std::move(message);
    return false;
  };
  std::vector<Diagnostic> findings;
  read_yaml(front, options, document, findings);
  for (Diagnostic& finding : findings) {
    // Those of the whole file are reported already.
    if (finding.rule != "invalid-utf8") diagnostics.push_back(std::move(finding));
  }
  if (document.empty()) return false;
  const Kind kind = document.node(0).kind;
  if (const Value sections = Value::root(document).find("sections")) {
    return fail(sections.key().span(),
                "the sections of a Markdown file are its headings; write them below the front "
                "matter, each behind \"## \"");
  }
  if (kind == Kind::map) return true;
  if (kind == Kind::null) {
    document.clear();
    return true;
  }
  return fail(
      {yaml.begin, yaml.begin},
      "the front matter holds no names with values; write for example language: en, or take the "
      "lines of hyphens away");
}

Span locate_in_front_matter(const Document& document, NodeId node, Span decoded) {
  return locate_yaml(document, node, decoded);
}

}  // namespace proclint
