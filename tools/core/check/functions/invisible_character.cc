#include <array>
#include <optional>
#include <string>
#include <utility>

#include "core/check/invisible.h"
#include "core/check/mojibake.h"
#include "core/check/options.h"
#include "core/check/text_edit.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

std::string describe(const Invisible& character, std::size_t count) {
  std::string out = full_name(character);
  if (count > 1) out += " (" + std::to_string(count) + " in a row)";
  switch (character.kind) {
    case InvisibleKind::blank:
      return out + " looks like a blank but is none; write a blank";
    case InvisibleKind::direction:
      return out + " changes the order in which the text is shown; remove it";
    case InvisibleKind::control:
      return out + " does not belong in a text; remove it";
    case InvisibleKind::private_use:
      return out + " looks different on every computer; write what is meant";
    case InvisibleKind::nothing:
    case InvisibleKind::none:
      break;
  }
  return out + " cannot be seen, but makes words and codes different; remove it";
}

// What separates words is replaced by a blank.
bool is_separator(const Invisible& character) {
  return character.kind == InvisibleKind::blank || character.codepoint == 0x2028 ||
         character.codepoint == 0x2029 || character.codepoint == 0x85 ||
         (character.codepoint >= 0x0B && character.codepoint <= 0x0D);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_beside_digit(std::string_view text, Span span) {
  return (span.begin > 0 && is_digit(text[span.begin - 1])) ||
         (span.end < text.size() && is_digit(text[span.end]));
}

// Around texts it is layout; inside it belongs to the wording. Which code or number is meant, what
// an unknown sign says, and how mixed scripts are to be read is for the author to decide.
Safety safety_of(const Invisible& character, Value node, bool is_beside_digit) {
  if (character.kind == InvisibleKind::private_use || character.kind == InvisibleKind::direction) {
    return Safety::meaning;
  }
  if (node.is(Kind::list) || node.is(Kind::map)) return Safety::layout;
  const Value key = node.key();
  if (node.is(Kind::key) || (key && (key.text() == "value" || key.text() == "system"))) {
    return Safety::meaning;
  }
  // Joined or parted, digits may be another dose.
  return is_beside_digit ? Safety::meaning : Safety::wording;
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Whether what stands on both sides has no meaning in any form, and is no line end.
bool is_inside_word(const Source& source, Span span) {
  const std::string_view text = source.text();
  return span.begin > 0 && span.end < text.size() && is_letter_or_digit(text[span.begin - 1]) &&
         is_letter_or_digit(text[span.end]);
}

// `decoded`: its place in the text of the node, if it is a text and that is known.
void report(Value node, Span span, std::optional<Span> decoded, const Invisible& character,
            std::size_t count, Sink& sink) {
  auto& found = sink.at(node, span, describe(character, count));
  found.is_detail = true;  // in a code it makes the code malformed
  const bool is_blank = is_separator(character);
  std::string by(is_blank ? count : 0, ' ');
  std::string title = is_blank ? "Write a blank" : "Remove it";
  // In the source a digit may be an escape.
  const bool is_in_number = decoded ? is_beside_digit(node.text(), *decoded)
                                    : is_beside_digit(node.document().source->text(), span);
  const Safety safety = safety_of(character, node, is_in_number);
  if (decoded) {
    found.fix = replacement(node, *decoded, by, std::move(title), safety);
  } else if (!node.is(Kind::string) || is_inside_word(*node.document().source, span)) {
    found.fix = Fix{std::move(title), {{span, std::move(by)}}, safety};
  }
}

// The innermost node that holds the byte; the root if none does.
Value node_at(const Document& document, std::uint32_t offset) {
  const auto& nodes = document.nodes;
  const auto after = std::partition_point(
      nodes.begin(), nodes.end(), [offset](const Node& node) { return node.span.begin <= offset; });
  if (after == nodes.begin()) return Value::root(document);
  Value at(document, static_cast<NodeId>(after - nodes.begin() - 1));
  while (at.parent() && at.span().end <= offset) at = at.parent();
  return at;
}

// Calls `visit(first character, count)` for each run of one character.
template <class Visit>
void for_each_run(std::string_view text, std::size_t from, bool is_raw, Visit visit) {
  for (Invisible first = find_invisible(text, from, is_raw); first.kind != InvisibleKind::none;) {
    std::size_t count = 1;
    std::size_t end = first.begin + first.size;
    Invisible next = find_invisible(text, end, is_raw);
    while (next.kind != InvisibleKind::none && next.begin == end &&
           next.codepoint == first.codepoint) {
      ++count;
      end += next.size;
      next = find_invisible(text, end, is_raw);
    }
    visit(first, count);
    first = next;
  }
}

Span span_of(const Invisible& first, std::size_t count) {
  return {static_cast<std::uint32_t>(first.begin),
          static_cast<std::uint32_t>(first.begin + count * first.size)};
}

// As they stand in the source, in texts and around them.
void check_source(const Document& document, Sink& sink) {
  const std::string_view text = document.source->text();
  const std::size_t from = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  // Outside of JSON's texts, which cannot hold it, a carriage return is a blank.
  const bool is_raw = document.form != Form::json;
  for_each_run(text, from, is_raw, [&](const Invisible& first, std::size_t count) {
    if (is_in_mojibake(text, first.begin)) return;
    const Span span = span_of(first, count);
    const Value node = node_at(document, span.begin);
    const Node& self = node.node();
    const bool is_verbatim = (self.kind == Kind::string || self.kind == Kind::key) &&
                             !self.is_decoded && span.begin >= self.text &&
                             span.end <= self.text + self.size;
    std::optional<Span> decoded;
    if (is_verbatim) decoded = Span{span.begin - self.text, span.end - self.text};
    report(node, span, decoded, first, count, sink);
  });
}

// Written as escapes.
void check_escaped(const Document& document, Sink& sink) {
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    if (!document.node(id).is_decoded) continue;
    const Value node(document, id);
    for_each_run(node.text(), 0, false, [&](const Invisible& first, std::size_t count) {
      if (is_in_mojibake(node.text(), first.begin)) return;
      const Span decoded = span_of(first, count);
      const Span span = node.locate(decoded);
      std::string bytes;
      utf8::append(bytes, first.codepoint);
      if (document.source->slice(span).find(bytes) != std::string_view::npos) return;
      report(node, span, decoded, first, count, sink);
    });
  }
}

}  // namespace

/// No character that nobody sees, or that looks like a blank and is none: for the root, and then
/// anywhere in the source, in keys and texts and around them. Tabs, line ends and a byte order mark
/// at the begin may stand; joiners and the like where a script or an emoji needs them.
BoundCheck invisible_character(Value options, const Vocabulary& /*vocabulary*/) {
  if (options) {
    for (const Value option : options.children()) return unknown_option(option, "none");
  }
  return [](Value target, Sink& sink) {
    if (target.parent()) return;
    // Around texts and keys JSON has nothing that is not ASCII.
    const bool is_json = target.document().form == Form::json;
    if (is_json && !sink.texts(target.document()).may_have(kHasHidden)) return;
    check_source(target.document(), sink);
    // A page has no escapes: what it decodes are joined lines.
    if (target.document().form != Form::page) check_escaped(target.document(), sink);
  };
}

}  // namespace proclint
