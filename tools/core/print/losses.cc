#include "core/print/losses.h"

#include <string>
#include <string_view>
#include <utility>

#include "core/document/pointer.h"

namespace proclint {
namespace {

// By the sign that inline markup begins with.
std::string_view what_is_lost_of_markup(std::string_view written) {
  switch (written.empty() ? '\0' : written[0]) {
    case '*':
    case '_':
      return "this emphasis is left out, its text is kept";
    case '[':
    case '<':
      return "this link's address is left out, its text is kept";
    case '`':
      return "this is plain text from now on, no code";
    default:
      return "the line break here is only a blank from now on";
  }
}

// What is lost of a mark, as an author says it; empty: nothing is.
std::string_view what_is_lost(MarkKind kind, std::string_view written) {
  switch (kind) {
    case MarkKind::markup:
      return what_is_lost_of_markup(written);
    case MarkKind::foreign_inline:
      return "the image or HTML tag here is left out";
    case MarkKind::foreign:
      return "this table, code, quote or HTML is only a paragraph from now on, as it is written "
             "here";
    case MarkKind::link_definition:
      return "this link's address is left out";
    case MarkKind::subheading:
      return "this heading is only a paragraph from now on";
    case MarkKind::second_title:
      return "this second title is only the heading of a section from now on";
    case MarkKind::unplaced:
      return "this text belongs to no section and is left out; write it under a heading";
    default:
      return {};
  }
}

std::string_view form_name(Form form) {
  switch (form) {
    case Form::json:
      return "JSON";
    case Form::yaml:
      return "YAML";
    case Form::markdown:
      return "Markdown";
    case Form::page:
      break;
  }
  return "a page";
}

}  // namespace

std::string Losses::pointer_of(Value value) {
  // What was supplied is part of another document.
  return &value.document() == &document_ ? positions_.pointer_of(value) : value.pointer();
}

Value Losses::in_document(Value value) const {
  if (&value.document() == &document_) return value;
  for (std::string pointer = value.pointer(); !pointer.empty(); pointer.erase(pointer.rfind('/'))) {
    const Result<Value> found = resolve(Value::root(document_), pointer);
    if (found && *found) return *found;
  }
  return Value::root(document_);
}

void Losses::add(Value lost, std::string message) {
  const Value own = in_document(lost);
  add(own, own.place(), std::move(message));
}

void Losses::add(Value lost, Span place, std::string message) {
  Diagnostic& loss = found_.emplace_back();
  loss.rule = "conversion-loss";
  loss.severity = Severity::warning;
  loss.span = place;
  loss.message = std::move(message);
  loss.pointer = pointer_of(lost);
}

void report_source_losses(const Document& document, Form target, Losses& losses) {
  if (document.form == target) return;
  const Value root = Value::root(document);
  for (const Span comment : document.comments) {
    losses.add(root, comment,
               "this comment is left out: it has no place in " + std::string(form_name(target)));
  }
  if (document.form != Form::markdown) return;
  for (const Mark& mark : document.marks) {
    const std::string_view lost = what_is_lost(mark.kind, document.source->slice(mark.span));
    if (lost.empty()) continue;
    losses.add(Value(document, mark.node), mark.span, std::string(lost));
  }
}

}  // namespace proclint
