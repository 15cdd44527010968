#include "core/print/format_front_matter.h"

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/document/value.h"
#include "core/print/format_forms.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

struct Lines {
  std::uint32_t begin = 0;  // of the YAML
  std::uint32_t end = 0;
  std::uint32_t body = 0;
};

std::string_view without_blanks_behind(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t\r");
  return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

// As the reader finds them: lines of three hyphens, the second may be "...".
std::optional<Lines> find_lines(std::string_view text, std::uint32_t first) {
  Lines found;
  std::size_t at = first;
  for (std::size_t i = 0; at < text.size(); ++i) {
    const std::size_t feed = text.find('\n', at);
    const std::size_t next = feed == std::string_view::npos ? text.size() : feed + 1;
    if (i != 0 && text[at] != '-' && text[at] != '.') {
      at = next;
      continue;
    }
    const std::string_view line = without_blanks_behind(text.substr(at, feed - at));
    if (i == 0 && line != "---") return std::nullopt;
    if (i == 0) found.begin = static_cast<std::uint32_t>(next);
    if (i != 0 && (line == "---" || line == "...")) {
      found.end = static_cast<std::uint32_t>(at);
      found.body = static_cast<std::uint32_t>(next);
      return found;
    }
    at = next;
  }
  return std::nullopt;
}

// The members that the front matter gave, as a document of YAML; without nodes if it has none.
Document front_document(const Document& document, const Source& front) {
  Document yaml;
  yaml.source = &front;
  yaml.form = Form::yaml;
  Node root = document.node(0);
  root.size = 0;
  root.next = 1;
  for (const Value value : Value::root(document).children()) {
    if (value.key().span().begin >= front.text().size()) break;
    ++root.size;
    root.next = value.node().next;
  }
  if (root.size == 0) return yaml;
  root.span = {document.node(1).span.begin, static_cast<std::uint32_t>(front.text().size())};
  yaml.nodes.push_back(root);
  for (NodeId id = 1; id < root.next; ++id) yaml.nodes.push_back(document.node(id));
  yaml.decoded = document.decoded;
  for (const Span comment : document.comments) {
    if (comment.begin < front.text().size()) yaml.comments.push_back(comment);
  }
  return yaml;
}

}  // namespace

std::uint32_t format_front_matter(const Document& document, const FormatOptions& options,
                                  std::string& out, std::vector<Diagnostic>& kept) {
  const std::string_view text = document.source->text();
  const auto begin =
      static_cast<std::uint32_t>(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  const std::optional<Lines> lines = find_lines(text, begin);
  if (!lines) return begin;
  const Source front(document.source->path(), text.substr(0, lines->end));
  const Document yaml = front_document(document, front);
  out += "---\n";
  const std::size_t start = out.size();
  if (yaml.empty() || !format_yaml(yaml, options, out, kept)) {
    out.resize(start);
    out += text.substr(lines->begin, lines->end - lines->begin);
  }
  out += "---\n";
  return lines->body;
}

}  // namespace proclint
