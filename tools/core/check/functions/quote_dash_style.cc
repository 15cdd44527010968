#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/check/number_range.h"
#include "core/check/options.h"
#include "core/check/quote.h"
#include "core/check/section.h"
#include "core/check/text_edit.h"

namespace proclint {
namespace {

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

char before(std::string_view text, std::size_t at) { return at == 0 ? ' ' : text[at - 1]; }
char behind(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : ' '; }

// ---- Quotes ----

enum QuoteKind : std::uint8_t { kDouble, kSingle };
constexpr std::size_t kKinds = 2;

struct Quote {
  std::size_t begin = 0;
  std::size_t size = 0;  // 0: none
  QuoteKind kind = kDouble;
  bool is_curly = false;
};

// The first quotation mark or apostrophe from `at` on. Behind a digit a straight one is a measure.
Quote next_quote(std::string_view text, std::size_t at) {
  for (; (at = text.find_first_of("\"'\xE2", at)) != std::string_view::npos; ++at) {
    if (text[at] != '\xE2') {
      if (is_digit(before(text, at))) continue;
      return {at, 1, text[at] == '"' ? kDouble : kSingle, false};
    }
    const std::string_view sign = text.substr(at, 3);
    if (sign == "“" || sign == "”") return {at, 3, kDouble, true};
    if (sign == "‘" || sign == "’") return {at, 3, kSingle, true};
  }
  return {};
}

std::string_view other_style(std::string_view text, const Quote& quote) {
  if (quote.is_curly) return quote.kind == kDouble ? "\"" : "'";
  const char left = before(text, quote.begin);
  const bool opens = is_blank(left) || left == '(' || left == '[';
  if (quote.kind == kDouble) return opens ? "“" : "”";
  return opens && is_letter(behind(text, quote.begin + 1)) ? "‘" : "’";
}

struct Tally {
  std::size_t straight = 0;
  std::size_t curly = 0;
  bool is_curly_first = false;

  void add(const Quote& quote) {
    if (straight + curly == 0) is_curly_first = quote.is_curly;
    ++(quote.is_curly ? curly : straight);
  }
  bool is_mixed() const { return straight > 0 && curly > 0; }
  bool prefers_curly() const { return straight == curly ? is_curly_first : curly > straight; }
};

using Tallies = std::array<Tally, kKinds>;

// Mends all quotes of one text that are to change. Nothing if one of them cannot be, or an edit
// reaches over the next one.
std::vector<Edit> edits_of(Value text, const std::vector<Quote>& quotes) {
  std::vector<Edit> out;
  for (const Quote& quote : quotes) {
    auto edit = replace_text(text, span_of(quote.begin, quote.begin + quote.size),
                             other_style(text.text(), quote));
    if (!edit || (!out.empty() && out.back().span.end > edit->span.begin)) return {};
    out.push_back(*std::move(edit));
  }
  return out;
}

void report_quotes(Value text, const Tallies& tallies, Sink& sink) {
  std::vector<Quote> wrong;
  const std::string_view all = text.text();
  for (Quote quote = next_quote(all, 0); quote.size > 0;
       quote = next_quote(all, quote.begin + quote.size)) {
    const Tally& tally = tallies[quote.kind];
    if (tally.is_mixed() && tally.prefers_curly() != quote.is_curly) wrong.push_back(quote);
  }
  if (wrong.empty()) return;
  const Quote& first = wrong.front();
  const std::string name = first.kind == kDouble ? "quotation marks" : "apostrophes";
  const std::string here = first.is_curly ? "curly " : "straight ";
  const std::string there = first.is_curly ? "straight" : "curly";
  auto& found = sink.at(
      text, text.locate(span_of(first.begin, first.begin + first.size)),
      here + name + " here, but " + there + " ones elsewhere in the document; use one kind");
  auto edits = edits_of(text, wrong);
  if (!edits.empty()) {
    found.fix = Fix{"Write " + there + " ones", std::move(edits), Safety::wording};
  }
}

// ---- Hyphens ----

// Two hyphens between words; not an option of a program ("--help") or a line of them.
std::optional<std::string> dash_at(std::string_view text, std::size_t at) {
  const char left = before(text, at);
  const char right = behind(text, at + 2);
  const bool is_spaced = is_blank(left) && is_blank(right) && at > 0 && at + 2 < text.size();
  if (is_spaced) return "–";
  if (is_letter(left) && is_letter(right)) return " – ";
  return std::nullopt;
}

void report_dash(Value text, std::size_t at, const std::string& dash, Sink& sink) {
  const Span place = span_of(at, at + 2);
  auto& found =
      sink.at(text, text.locate(place), "two hyphens stand for a dash; write " + quoted(dash));
  found.fix = replacement(text, place, dash, "Write a dash", Safety::wording);
}

void report_range(Value text, const NumberRange& range, Sink& sink) {
  const std::string_view all = text.text();
  const std::string first(all.substr(range.begin, range.hyphen - range.begin));
  const std::string second(all.substr(range.hyphen + 1, range.end - range.hyphen - 1));
  const std::string wanted = first + " to " + second;
  auto& found = sink.at(text, text.locate(span_of(range.begin, range.end)),
                        quoted(first + "-" + second) +
                            " is a range with a hyphen, which can be read as a minus; write " +
                            quoted(wanted));
  found.offer("expected", wanted);
  found.fix =
      replacement(text, span_of(range.hyphen, range.hyphen + 1), " to ", "Write " + quoted(wanted),
                  range.is_dose ? Safety::meaning : Safety::wording);
}

void check_hyphens(Value text, Sink& sink) {
  const std::string_view all = text.text();
  for (std::size_t at = 0; (at = all.find('-', at)) != std::string_view::npos;) {
    const std::size_t end = std::min(all.find_first_not_of('-', at), all.size());
    if (end - at == 2) {
      if (const auto dash = dash_at(all, at)) report_dash(text, at, *dash, sink);
    } else if (end - at == 1 && is_digit(before(all, at)) && is_digit(behind(all, end))) {
      if (const auto range = number_range_at(all, at)) report_range(text, *range, sink);
    }
    at = end;
  }
}

// ---- Texts ----

// Calls `use` for each text at or below the node, but for the sections of sources and codes.
template <class Use>
void each_text(Value top, Use use) {
  const Document& document = top.document();
  for (NodeId id = top.id(); id < top.node().next; ++id) {
    if (document.node(id).kind == Kind::key) {
      const std::string_view name = document.text(id);
      const bool is_skipped = name == "references" || name == "similar-codes";
      if (is_skipped && document.node(id).parent == top.id()) id = document.node(id + 1).next - 1;
      continue;
    }
    if (document.node(id).kind == Kind::string) use(Value(document, id));
  }
}

class Checker {
 public:
  Checker(Value root, Sink& sink) : sink_(sink) {
    for (const Value part : {root.find("title"), root.find("names"), sink.sections(root)}) {
      if (part) parts_[part_count_++] = part;
    }
    std::sort(parts_.begin(), parts_.begin() + part_count_,
              [](Value a, Value b) { return a.id() < b.id(); });
    // Code, tables and the like are left as they are.
    for (const Mark& mark : root.document().marks) {
      if (mark.kind == MarkKind::foreign) foreign_.push_back(mark.node);
    }
    std::sort(foreign_.begin(), foreign_.end());
  }

  // What the parts have.
  TextFacts facts(const Texts& texts) const {
    TextFacts out = 0;
    for (std::size_t i = 0; i < part_count_; ++i) out |= texts.facts_below(parts_[i]);
    return out;
  }

  void run(bool has_curly_quote, bool has_hyphens) const {
    Tallies tallies;
    if (has_curly_quote) {
      each([&tallies](Value text) {
        const std::string_view all = text.text();
        for (Quote quote = next_quote(all, 0); quote.size > 0;
             quote = next_quote(all, quote.begin + quote.size)) {
          tallies[quote.kind].add(quote);
        }
      });
    }
    const bool is_mixed = tallies[kDouble].is_mixed() || tallies[kSingle].is_mixed();
    if (!is_mixed && !has_hyphens) return;
    each([&](Value text) {
      if (is_mixed) report_quotes(text, tallies, sink_);
      if (has_hyphens) check_hyphens(text, sink_);
    });
  }

 private:
  template <class Use>
  void each(Use use) const {
    for (std::size_t i = 0; i < part_count_; ++i) {
      each_text(parts_[i], [&](Value text) {
        if (!std::binary_search(foreign_.begin(), foreign_.end(), text.id())) use(text);
      });
    }
  }

  // In document order. In an array, so that a clean document with a hyphen in it costs no
  // allocation.
  std::array<Value, 3> parts_;
  std::size_t part_count_ = 0;
  std::vector<NodeId> foreign_;
  Sink& sink_;
};

}  // namespace

/// One kind of quotation marks and of apostrophes in title, names and sections, that of the greater
/// number; a dash instead of two hyphens; "to" between the numbers of a range. Feet and inches,
/// codes, dates, years, phone numbers and addresses are left alone.
BoundCheck quote_dash_style(Value options, const Vocabulary& /*vocabulary*/) {
  if (options && options.size() > 0) return unknown_option(*options.children().begin(), "none");
  return [](Value target, Sink& sink) {
    const Texts& texts = sink.texts(target.document());
    if (!texts.may_have(kHasCurlyQuote | kHasDash)) return;
    const Checker checker(target, sink);
    const TextFacts facts = checker.facts(texts);
    const bool has_quotes = (facts & kHasCurlyQuote) != 0 && (facts & kHasStraightQuote) != 0;
    const bool has_hyphens = (facts & kHasDash) != 0;
    if (has_quotes || has_hyphens) checker.run(has_quotes, has_hyphens);
  };
}

}  // namespace proclint
