#include <string>

#include "core/check/headings_written.h"
#include "core/check/line_end.h"
#include "core/check/options.h"
#include "core/check/quote.h"

namespace proclint {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Whether the text, on a line of its own, is a paragraph and nothing else: no item, no heading, no
// code line.
bool stays_paragraph(std::string_view value, bool is_title, const Headings& table) {
  if (value.empty() || (!is_letter(value[0]) && !is_digit(value[0]))) return false;
  if (is_letter(value[0]) && value.size() > 1 && value[1] == ' ' && value[0] != 'A') return false;
  const std::size_t digits = value.find_first_not_of("0123456789");
  const bool is_number = digits > 0 && digits < value.size();
  if (is_number && (value[digits] == '.' || value[digits] == ')')) return false;
  if (table.find(value) != nullptr || table.find_near(value) != nullptr) return false;
  return !is_title || value.find_first_of("0123456789:") == std::string_view::npos;
}

void report(Value key, Span colon, Span value, bool is_title, const Headings& table, Sink& sink) {
  const Source& source = *key.document().source;
  const std::string_view text = source.slice(value);
  auto& found = sink.at(
      key, value,
      quoted(text) + " stands on the line of its heading; put it below, behind a blank line");
  if (!stays_paragraph(text, is_title, table)) return;
  const std::string line_end(line_end_of(source.text()));
  found.fix = Fix{"Put it below the heading",
                  {{{colon.begin, value.begin}, line_end + line_end}},
                  Safety::layout};
}

void check_page(const Document& document, const Headings& table, Sink& sink) {
  const Mark* heading = nullptr;
  for (const Mark& mark : document.marks) {
    if (mark.kind == MarkKind::heading || mark.kind == MarkKind::name_heading) heading = &mark;
    if (mark.kind != MarkKind::inline_value || heading == nullptr) continue;
    const Span written = heading->span;
    const bool has_colon = document.source->slice(written).ends_with(':');
    report(Value(document, mark.node), {written.end - (has_colon ? 1U : 0U), written.end},
           mark.span, heading->kind == MarkKind::name_heading, table, sink);
  }
}

void check_markdown(const Document& document, const Headings& table, Sink& sink) {
  for (const WrittenHeading& heading : headings_written(document)) {
    if (const auto parts = heading_with_value(heading, table)) {
      report(heading.node, parts->colon, parts->value, false, table, sink);
    }
  }
}

}  // namespace

/// A heading stands alone on its line: "Duration: 15 minutes" is a heading and a text. Reads the
/// marks of pages, and in Markdown the headings that begin with a known one.
BoundCheck heading_inline_value(Value options, const Vocabulary& vocabulary) {
  if (options && options.size() > 0) return unknown_option(*options.children().begin(), "none");
  return [&table = vocabulary.headings](Value target, Sink& sink) {
    const Document& document = target.document();
    if (document.form == Form::page) check_page(document, table, sink);
    if (document.form == Form::markdown) check_markdown(document, table, sink);
  };
}

}  // namespace proclint
