#include "core/print/format.h"

#include <cstddef>
#include <string_view>
#include <utility>

#include "core/print/format_forms.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

bool format_form(const Document& document, const FormatOptions& options, std::string& out,
                 std::vector<Diagnostic>& kept) {
  switch (document.form) {
    case Form::json:
      return format_json(document, options, out, kept);
    case Form::yaml:
      return format_yaml(document, options, out, kept);
    case Form::page:
      return format_page(document, options, out, kept);
    case Form::markdown:
      return format_markdown(document, options, out, kept);
  }
  return false;
}

bool has_mostly_crlf(std::string_view text) {
  if (text.find('\r') == std::string_view::npos) return false;
  std::size_t feeds = 0;
  std::size_t pairs = 0;
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos; ++at) {
    ++feeds;
    if (at > 0 && text[at - 1] == '\r') ++pairs;
  }
  return pairs * 2 > feeds;
}

std::string with_crlf(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t feed = text.find('\n', at);
    if (feed == std::string_view::npos) return out.append(text.substr(at));
    out.append(text.substr(at, feed - at));
    if (!out.ends_with('\r')) out += '\r';
    out += '\n';
    at = feed + 1;
  }
  return out;
}

}  // namespace

void add_kept(std::vector<Diagnostic>& kept, Span span, std::string message) {
  Diagnostic& diagnostic = kept.emplace_back();
  diagnostic.rule = "not-formatted";
  diagnostic.severity = Severity::warning;
  diagnostic.span = span;
  diagnostic.message = std::move(message);
}

namespace {

// Whether the blanks before lines would be most of the text by far, as with lists in lists in lists
// that stand on one line: the text could be larger than any memory.
bool is_too_deep(const Document& document) {
  constexpr std::size_t kUsual = std::size_t{1} << 20U;
  constexpr std::size_t kMost = 16;  // times the source
  // Not even if each node were held by the one before it.
  if (document.nodes.size() * document.nodes.size() <= kUsual) return false;
  std::size_t indents = 0;
  std::vector<NodeId> open;
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    while (!open.empty() && open.back() <= id) open.pop_back();
    indents += 2 * open.size();
    const Node& node = document.node(id);
    if (node.next > id + 1) open.push_back(node.next);
  }
  return indents > kUsual + kMost * document.source->text().size();
}

// False if it stays as it is, for the reason in `kept`.
bool lay_out(const Document& document, const FormatOptions& options, Formatted& result) {
  const std::string_view source = document.source->text();
  result.text.clear();
  result.text.reserve(source.size() + source.size() / 8);
  result.kept.clear();
  if (is_too_deep(document)) {
    add_kept(result.kept, {},
             "lists and maps are nested so deep that with one line for each entry this file would "
             "become many times larger, so it is left as it is");
    return false;
  }
  if (!format_form(document, options, result.text, result.kept)) return false;
  if (has_mostly_crlf(source)) result.text = with_crlf(result.text);
  return true;
}

bool is_right(const Document& document, const FormatOptions& options, const std::string& text) {
  if (text == document.source->text()) return true;
  const Source source(document.source->path(), text);
  Document again;
  again.marks.reserve(document.marks.size());
  return options.read(source, again) && say_the_same(document, again);
}

}  // namespace

Formatted format(const Document& document, const FormatOptions& options) {
  Formatted result;
  if (!document.empty() && lay_out(document, options, result)) {
    if (is_right(document, options, result.text)) return result;
    const bool may_be_ambiguous = document.form == Form::page || document.form == Form::markdown;
    if (!may_be_ambiguous) {
      result.is_failed = true;
    } else {
      // What a heading or list is depends on what stands before it, which sections in another order
      // may change.
      FormatOptions unmoved = options;
      unmoved.order = nullptr;
      if (lay_out(document, unmoved, result) && is_right(document, unmoved, result.text)) {
        return result;
      }
      add_kept(
          result.kept, {},
          "in another layout this file would be read as something else, so it is left as it is; "
          "mend headings that are misspelt or divided, and part blocks by blank lines");
    }
  }
  result.text = document.source->text();
  return result;
}

}  // namespace proclint
