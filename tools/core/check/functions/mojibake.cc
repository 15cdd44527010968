#include "core/check/mojibake.h"

#include <string>

#include "core/check/options.h"
#include "core/check/quote.h"
#include "core/check/text_edit.h"

namespace proclint {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The last byte before `at` that is no blank, and the first from `at` on.
char left_of(std::string_view text, std::size_t at) {
  const std::size_t last = at == 0 ? std::string_view::npos : text.find_last_not_of(' ', at - 1);
  return last == std::string_view::npos ? ' ' : text[last];
}
char right_of(std::string_view text, std::size_t at) {
  const std::size_t first = text.find_first_not_of(' ', at);
  return first == std::string_view::npos ? ' ' : text[first];
}

// A sign that says how much of something: "µ" of a unit, "½", "±", "≤".
bool is_measure(std::string_view meant) {
  for (const std::string_view sign :
       {"µ", "°", "±", "²", "³", "¹", "¼", "½", "¾", "×", "÷", "‰", "≤", "≥", "≈", "μ", "−"}) {
    if (meant.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

// Beside a number, in a code and for a sign of measure only the author may say what was meant.
Safety safety_of(Value text, const Mojibake& found) {
  const Value key = text.key();
  const bool is_code =
      text.is(Kind::key) || (key && (key.text() == "value" || key.text() == "system"));
  const bool is_by_number =
      is_digit(left_of(text.text(), found.begin)) || is_digit(right_of(text.text(), found.end));
  return is_code || is_by_number || is_measure(found.meant) ? Safety::meaning : Safety::wording;
}

void report(Value text, const Mojibake& mojibake, Sink& sink) {
  const std::string_view all = text.text();
  const std::string_view written = all.substr(mojibake.begin, mojibake.end - mojibake.begin);
  const Span place{static_cast<std::uint32_t>(mojibake.begin),
                   static_cast<std::uint32_t>(mojibake.end)};
  std::string message = quoted(written) + " was read in the wrong encoding; ";
  message += mojibake.meant.empty()  ? "what it was is lost: type it again"
             : mojibake.meant == " " ? "write a blank"
                                     : "write " + quoted(mojibake.meant);
  auto& found = sink.at(text, text.locate(place), std::move(message));
  found.offer("value", std::string(written)).offer("expected", mojibake.meant);
  if (mojibake.meant.empty()) return;
  // "Â" stands beside a blank that is there already.
  const bool doubles_blank = mojibake.meant == " " && all.substr(0, mojibake.begin).ends_with(' ');
  found.fix = replacement(text, place, doubles_blank ? "" : mojibake.meant, "Write what was meant",
                          safety_of(text, mojibake));
}

}  // namespace

/// No character that was written in UTF-8 and read in another encoding, in any key or text.
BoundCheck mojibake(Value options, const Vocabulary& /*vocabulary*/) {
  if (options && options.size() > 0) return unknown_option(*options.children().begin(), "none");
  return [](Value target, Sink& sink) {
    const Document& document = target.document();
    if (!sink.texts(document).may_have(kHasMojibake)) return;
    for (NodeId id = target.id(); id < target.node().next; ++id) {
      const Kind kind = document.node(id).kind;
      if (kind != Kind::string && kind != Kind::key) continue;
      const std::string_view text = document.text(id);
      auto found = find_mojibake(text, 0);
      while (found) {
        report(Value(document, id), *found, sink);
        found = find_mojibake(text, found->end);
      }
    }
  };
}

}  // namespace proclint
