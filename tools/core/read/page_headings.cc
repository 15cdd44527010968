#include "core/read/page_headings.h"

#include <algorithm>
#include <array>

#include "core/document/boilerplate.h"
#include "core/document/heading_case.h"

namespace proclint {
namespace {

constexpr std::size_t kLongestHeading = 80;  // of known ones; bounds the work for each line
constexpr std::size_t kLongestUnknown = 60;
constexpr std::size_t kMostUnknownWords = 8;
constexpr std::size_t kMostSentenceWords = 3;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?' || c == ':'; }

// First words of short advice, which is no heading.
bool is_advice_word(std::string_view word) {
  static constexpr std::array<std::string_view, 40> kWords{
      "A",    "About", "All",   "An",   "Approximately", "Ask",     "At",    "Avoid", "Bring",
      "Call", "Do",    "Drink", "Eat",  "Every",         "From",    "If",    "In",    "It",
      "Keep", "Never", "No",    "None", "Not",           "Nothing", "Only",  "Our",   "Please",
      "Rest", "See",   "Some",  "Take", "Tell",          "That",    "These", "This",  "Up",
      "Use",  "Wear",  "You",   "Your"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool is_inside = false;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\t';
    if (!is_blank && !is_inside) ++count;
    is_inside = !is_blank;
  }
  return count;
}

}  // namespace

// The entry that stands before a colon and more text, and the end of that colon.
std::optional<PageHeading> PageHeadings::before_colon(std::size_t i) const {
  const PageLine& at = lines_[i];
  if (at.is_marked() || at.indent > 0 || is_lower(text_[at.begin])) return std::nullopt;
  const std::string_view head = line(i).substr(0, kLongestHeading);
  const std::size_t colon = head.find(": ");
  if (colon == std::string_view::npos) return std::nullopt;
  const Headings::Entry* entry = table_.find(head.substr(0, colon));
  if (entry == nullptr) return std::nullopt;
  const auto end = at.begin + static_cast<std::uint32_t>(colon) + 1;
  const auto value = static_cast<std::uint32_t>(text_.find_first_not_of(" \t\r", end));
  return PageHeading{{at.begin, end}, {value, at.end}, entry};
}

// Whether a heading may begin right behind line `i` - 1 of the same block.
bool PageHeadings::may_follow(std::size_t i) const {
  if (begins_block(i)) return true;
  const PageLine& before = lines_[i - 1];
  return before.is_marked() || ends_sentence(text_[before.end - 1]) ||
         table_.find(line(i - 1)) != nullptr || before_colon(i - 1) || title(i - 1) ||
         (i >= 2 && title(i - 2));
}

// Whether a heading may end right before line `i` + 1 of the same block.
bool PageHeadings::may_precede(std::size_t i) const {
  if (ends_block(i)) return true;
  return lines_[i + 1].is_marked() || !is_lower(text_[lines_[i + 1].begin]);
}

std::optional<PageHeading> PageHeadings::known(std::size_t i) const {
  const PageLine& at = lines_[i];
  if (at.is_marked() || at.span().size() > kLongestHeading) return std::nullopt;
  const std::string_view written = line(i);
  if (const Headings::Entry* entry = table_.find(written)) {
    // Inside a block a line that ends a sentence is more likely than a heading with a full stop.
    const bool is_plain = at.indent == 0 && !is_lower(written[0]) && written.back() != '.';
    const bool is_heading = is_alone(i) || (is_plain && may_follow(i) && may_precede(i));
    return is_heading ? std::optional(PageHeading{at.span(), {}, entry}) : std::nullopt;
  }
  if (!is_alone(i) || at.indent > 0) return std::nullopt;
  if (ends_sentence(written.back()) && written.back() != ':') return std::nullopt;
  const Headings::Entry* entry = table_.find_near(written);
  return entry ? std::optional(PageHeading{at.span(), {}, entry}) : std::nullopt;
}

std::optional<PageHeading> PageHeadings::with_value(std::size_t i) const {
  return may_follow(i) ? before_colon(i) : std::nullopt;
}

std::optional<PageHeading> PageHeadings::title(std::size_t i) const {
  const PageLine& at = lines_[i];
  if (at.is_marked()) return std::nullopt;
  const std::string_view head = line(i).substr(0, kLongestHeading);
  if (at.span().size() <= kLongestHeading) {
    const bool is_it = table_.is_title(head) || (is_alone(i) && table_.is_nearly_title(head));
    if (is_it) return PageHeading{at.span(), {}, nullptr};
  }
  const std::size_t colon = head.find(": ");
  if (colon == std::string_view::npos || !table_.is_title(head.substr(0, colon))) {
    return std::nullopt;
  }
  const auto end = at.begin + static_cast<std::uint32_t>(colon) + 1;
  const auto value = static_cast<std::uint32_t>(text_.find_first_not_of(" \t", end));
  return PageHeading{{at.begin, end}, {value, at.end}, nullptr};
}

// The form of the line alone; see the contract of the class.
bool PageHeadings::looks_unknown(std::size_t i) const {
  const PageLine& at = lines_[i];
  if (at.is_marked() || at.indent > 0 || !is_alone(i)) return false;
  const std::string_view written = line(i);
  if (written.size() > kLongestUnknown || !is_upper(written[0])) return false;
  const char last = written.back();
  if (ends_sentence(last) || last == ',' || last == ';') return false;
  for (const std::string_view inner : {". ", "; ", ": ", "? ", "! ", "//", "@", " > ", " | "}) {
    if (written.find(inner) != std::string_view::npos) return false;
  }
  const std::size_t words = count_words(written);
  if (words > kMostUnknownWords || is_boilerplate(written)) return false;
  const HeadingCase style = heading_case(written);
  if (style == HeadingCase::title || style == HeadingCase::upper) return true;
  if (is_advice_word(written.substr(0, written.find(' ')))) return false;
  return words <= kMostSentenceWords && written.find(',') == std::string_view::npos;
}

bool PageHeadings::is_unknown(std::size_t i) const {
  if (i + 1 == lines_.size() || !looks_unknown(i)) return false;
  const std::size_t next = i + 1;
  if (lines_[next].is_marked()) return true;
  if (known(next) || looks_unknown(next)) return false;
  if (!is_alone(next) || line(next).size() > kLongestUnknown) return true;
  return ends_sentence(line(next).back());
}

}  // namespace proclint
