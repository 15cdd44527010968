#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/check/item_edit.h"
#include "core/check/options.h"
#include "core/check/sentences.h"
#include "core/check/text_edit.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

// Fewer other lists are no style of the document.
constexpr std::size_t kEnoughLists = 3;

enum class Style : std::uint8_t {
  open,    // ends without punctuation
  closed,  // ends in a period, question mark or exclamation mark
  either,  // says nothing: empty, ends in ":", ";" or ",", or in an abbreviation
};

struct Ending {
  Style style = Style::either;
  Span last;            // the last character but for blanks and quotes, in the decoded text
  std::size_t end = 0;  // one past the last character but for blanks
};

std::size_t previous(std::string_view text, std::size_t end) {
  std::size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 &&
         (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) {
    --begin;
  }
  return begin;
}

bool is_final(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 ||
         c == 0xFF1F || c == 0x061F || c == 0x0964;
}

bool is_quote(char32_t c) {
  return c == '"' || c == '\'' || c == 0x201D || c == 0x2019 || c == 0x00BB || c == 0x201C;
}

Ending ending_of(std::string_view text) {
  Ending out;
  out.end = text.find_last_not_of(" \t\r\n") + 1;
  std::size_t end = out.end;
  while (end > 0) {
    const std::size_t begin = previous(text, end);
    const char32_t c = utf8::decode(text.substr(begin, end - begin)).codepoint;
    if (is_quote(c)) {
      end = begin;
      continue;
    }
    out.last = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    if (is_final(c)) {
      if (!ends_in_abbreviation(text.substr(0, end))) out.style = Style::closed;
    } else if (c == ')') {
      const bool is_sentence = begin > 0 && is_final(static_cast<unsigned char>(text[begin - 1])) &&
                               !ends_in_abbreviation(text.substr(0, begin));
      if (!is_sentence) out.style = Style::open;
    } else if (c != ':' && c != ';' && c != ',') {
      out.style = Style::open;
    }
    return out;
  }
  return out;
}

struct Tally {
  std::size_t open = 0;
  std::size_t closed = 0;
  Style first = Style::either;

  void add(Style style) {
    if (style == Style::either) return;
    if (first == Style::either) first = style;
    ++(style == Style::open ? open : closed);
  }
  std::size_t sum() const { return open + closed; }
  std::size_t of(Style style) const { return style == Style::open ? open : closed; }
  bool is_mixed() const { return open > 0 && closed > 0; }
};

// A text that ends in a letter or digit is open, which needs no look at it.
Style style_of(const Texts::Text& text, const Texts& texts) {
  const bool is_plain = (text.facts & kEndsWithSign) == 0 && text.words > 0;
  return is_plain ? Style::open : ending_of(texts.value(text).text()).style;
}

Tally tally(Value list, const Texts& texts) {
  Tally out;
  texts.for_each_item(list, [&](const Texts::Text& text) { out.add(style_of(text, texts)); });
  return out;
}

Value first_text(Value list) {
  for (const Value item : list.children()) {
    if (const Value text = item_text(item); text && ending_of(text.text()).end > 0) return text;
  }
  return {};
}

// "a period", or the mark itself.
std::string mark_name(std::string_view mark) {
  return mark == "." ? "a period" : '"' + std::string(mark) + '"';
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// Whether the word with a capital letter at `begin` goes on in small letters, and so does what
// follows it, as at the begin of a sentence.
bool may_begin_sentence(std::string_view text, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < text.size() && is_small(text[end])) ++end;
  return end + 1 < text.size() && text[end] == ' ' && is_small(text[end + 1]);
}

// A period can go only where it ends the one sentence of the item: "Rest. Drink water." needs it,
// and so does "Less pain Most people go home." until the period that it lost is back.
bool has_inner_sentence(std::string_view text, std::size_t end) {
  for (std::size_t i = 0; i + 2 < end; ++i) {
    if (text[i + 1] != ' ' || text[i + 2] < 'A' || text[i + 2] > 'Z') continue;
    if (text[i] == '.' || text[i] == '!' || text[i] == '?') return true;
    if (is_small(text[i]) && may_begin_sentence(text, i + 2)) return true;
  }
  return false;
}

void report_item(Value list, Value text, const Ending& ending, const Tally& counted, Sink& sink) {
  const std::size_t others = counted.sum() - counted.of(ending.style);
  const bool is_tie = others == counted.of(ending.style);
  const std::string count =
      std::to_string(others) + " of " + std::to_string(counted.sum()) + " items";
  const std::string_view last = text.text().substr(ending.last.begin, ending.last.size());
  std::string message;
  if (ending.style == Style::closed) {
    message = "this item ends in " + mark_name(last) + ", but " +
              (is_tie ? "the list begins without" : count + " of the list do not") +
              "; end all items in one way";
  } else {
    message = std::string("this item has no period at its end, but ") +
              (is_tie ? "the list begins with one" : count + " of the list have one") +
              "; end all items in one way";
  }
  auto& found = sink.at(text, text.locate(ending.last), std::move(message));
  found.severity = Severity::warning;
  if (const Value first = first_text(list)) {
    found.notes.push_back({{}, first.place(), {}, "the list begins here"});
  }
  if (ending.style == Style::open) {
    const auto end = static_cast<std::uint32_t>(ending.end);
    found.fix = replacement(text, {end, end}, ".", "Add a period", Safety::wording);
  } else if (last == "." && !has_inner_sentence(text.text(), ending.end)) {
    found.fix = replacement(text, ending.last, "", "Remove the period", Safety::wording);
  }
}

// In a tie the begin of the list sets the style.
Style style_of(const Tally& counted) {
  if (counted.open == counted.closed) return counted.first;
  return counted.open > counted.closed ? Style::open : Style::closed;
}

void report_mixed(Value list, const Tally& counted, Sink& sink) {
  const Style style = style_of(counted);
  for (const Value item : list.children()) {
    const Value text = item_text(item);
    if (!text) continue;
    const Ending ending = ending_of(text.text());
    if (ending.style == Style::either || ending.style == style) continue;
    report_item(list, text, ending, counted, sink);
  }
}

void report_odd_list(Value list, Style style, std::size_t opposing, std::size_t others,
                     Sink& sink) {
  const Value text = first_text(list);
  auto& found = sink.at(
      list, text.locate(ending_of(text.text()).last),
      std::string(style == Style::closed ? "the items of this list end in a period, but those of "
                                         : "the items of this list have no period at their end, "
                                           "but those of ") +
          std::to_string(opposing) + " of the " + std::to_string(others) +
          (style == Style::closed ? " other lists do not" : " other lists have one") +
          "; end all lists in one way");
  found.severity = Severity::info;
}

// Calls `visit(list, kind, tally)`; the kinds are 0 and 1, bullets and steps.
template <class Visit>
void for_each_list(Value target, const Texts& texts, Visit visit) {
  for (const NodeId id : texts.item_lists(target)) {
    const Value list(target.document(), id);
    const bool is_steps = list.key().text().front() == 's';
    visit(list, std::size_t{is_steps ? 1U : 0U}, tally(list, texts));
  }
}

}  // namespace

/// The items of a list all end in a period or the like, or none does. The smaller part is reported,
/// in a tie the part that the list does not begin with (warning). Of the lists at or below the node
/// that are of one style, bullets apart from steps, one that differs from three quarters of the
/// others, and from three at least, is reported too (info).
BoundCheck list_punctuation(Value options, const Vocabulary& /*vocabulary*/) {
  if (options) {
    for (const Value option : options.children()) return unknown_option(option, "none");
  }
  return [](Value target, Sink& sink) {
    const Texts& texts = sink.texts(target.document());
    const bool has_closed = texts.any_of(target, [&texts](const Texts::Text& text) {
      return text.list != kNoNode && style_of(text, texts) == Style::closed;
    });
    if (!has_closed) return;
    std::array<Tally, 2> lists;
    for_each_list(target, texts, [&](Value list, std::size_t kind, const Tally& counted) {
      if (counted.is_mixed()) {
        report_mixed(list, counted, sink);
      } else if (counted.sum() > 1) {
        lists[kind].add(counted.first);
      }
    });
    const auto is_odd = [&](Style style, std::size_t kind) {
      const std::size_t others = lists[kind].sum() - 1;
      const std::size_t opposing = lists[kind].sum() - lists[kind].of(style);
      return opposing >= kEnoughLists && 4 * opposing >= 3 * others;
    };
    const auto has_odd = [&](std::size_t kind) {
      const Tally& counted = lists[kind];
      return counted.is_mixed() && (is_odd(Style::open, kind) || is_odd(Style::closed, kind));
    };
    if (!has_odd(0) && !has_odd(1)) return;
    for_each_list(target, texts, [&](Value list, std::size_t kind, const Tally& counted) {
      if (counted.is_mixed() || counted.sum() < 2 || !has_odd(kind)) return;
      if (!is_odd(counted.first, kind)) return;
      report_odd_list(list, counted.first, lists[kind].sum() - lists[kind].of(counted.first),
                      lists[kind].sum() - 1, sink);
    });
  };
}

}  // namespace proclint
