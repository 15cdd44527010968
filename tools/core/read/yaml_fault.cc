#include "core/read/yaml_fault.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/read/json_fault.h"

namespace proclint {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMaxLines = 1000;  // looked back; a message need not be perfect

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// A line of the text, taken apart at its indentation.
struct Line {
  Span whole;    // without its end
  Span content;  // without blanks at both sides
  std::string_view text;

  std::uint32_t indent() const { return content.begin - whole.begin; }
  bool is_empty() const { return content.empty() || text.front() == '#'; }
  bool is_item() const { return text == "-" || text.starts_with("- "); }
};

Line line_at(std::string_view text, std::uint32_t offset) {
  const std::size_t before = offset == 0 ? kNone : text.find_last_of("\r\n", offset - 1);
  Line line;
  line.whole.begin = before == kNone ? 0 : static_cast<std::uint32_t>(before + 1);
  line.whole.end =
      static_cast<std::uint32_t>(std::min(text.find_first_of("\r\n", offset), text.size()));
  line.content = line.whole;
  while (!line.content.empty() && is_blank(text[line.content.begin])) ++line.content.begin;
  while (!line.content.empty() && is_blank(text[line.content.end - 1])) --line.content.end;
  line.text = text.substr(line.content.begin, line.content.size());
  return line;
}

// Offset of the colon that ends the key at the begin of `content`; npos if there is none.
std::size_t key_colon(std::string_view content) {
  for (std::size_t at = content.find(':'); at != kNone; at = content.find(':', at + 1)) {
    if (at + 1 == content.size() || is_blank(content[at + 1])) return at;
  }
  return kNone;
}

// "title:x": offset of a colon that lacks its blank, if a word stands before it and no "//" behind.
std::size_t glued_colon(std::string_view content) {
  const std::size_t at = content.find(':');
  if (at == kNone || at == 0 || at + 1 >= content.size()) return kNone;
  if (content.find_first_of(" \t") < at || content.substr(at + 1).starts_with("//")) return kNone;
  return at;
}

std::string blanks(std::uint32_t count) {
  return std::to_string(count) + (count == 1 ? " blank" : " blanks");
}

/// Turns a fault of the library into words about the line that it is in.
class Explanation {
 public:
  Explanation(std::string_view text, const YamlStop& stop)
      : text_(text), stop_(stop), line_(line_at(text, stop.offset)) {
    const auto size = static_cast<std::uint32_t>(text.size());
    span_ = {stop.offset, std::min(stop.offset + 1, size)};
  }

  Diagnostic finding();

 private:
  bool says(std::string_view part) const { return stop_.message.find(part) != kNone; }
  std::string shown(Span span) const { return json_excerpt(text_, span); }
  std::string in_quotes(Span span) const;
  std::string about_tab();
  std::string about_line();
  std::string about_long_key();
  std::string about_colons();
  std::string about_quotes();
  std::optional<std::string> about_brackets();
  std::optional<std::uint32_t> open_bracket() const;
  bool is_closed(std::uint32_t bracket) const;
  std::string about_bad_begin();
  std::string about_block_scalar();
  std::optional<std::string> by_table();
  std::string about_nothing();
  std::vector<std::uint32_t> indents_above() const;
  bool follows_block_scalar() const;

  std::string_view text_;
  const YamlStop& stop_;
  Line line_;
  Span span_;
};

// The text as a quoted one; single quotes when it has double ones or backslashes.
std::string Explanation::in_quotes(Span span) const {
  const std::string text = shown(span);
  if (text.find_first_of("\"\\") == std::string::npos) return '"' + text + '"';
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') out += '\'';
    out += c;
  }
  return out + '\'';
}

std::string Explanation::about_tab() {
  std::size_t tab = text_.find('\t', line_.whole.begin);
  if (tab >= line_.whole.end && stop_.offset > 0) tab = text_.rfind('\t', stop_.offset);
  if (tab != kNone) {
    std::size_t end = tab;
    while (end < text_.size() && text_[end] == '\t') ++end;
    span_ = {static_cast<std::uint32_t>(tab), static_cast<std::uint32_t>(end)};
  }
  return "a tab in the indentation; YAML wants blanks there: write two for each level";
}

// How far the lists and maps that are open here are indented, the innermost first.
std::vector<std::uint32_t> Explanation::indents_above() const {
  std::vector<std::uint32_t> result;
  Line line = line_;
  for (std::size_t i = 0; i < kMaxLines && line.whole.begin > 0; ++i) {
    line = line_at(text_, line.whole.begin - 1);
    if (line.is_empty() || (!line.is_item() && key_colon(line.text) == kNone)) continue;
    // "- a: 1" opens a list and a map.
    std::vector<std::uint32_t> here{line.indent()};
    for (std::size_t at = 0; line.text.substr(at).starts_with("- ");) {
      at = std::min(line.text.find_first_not_of(' ', at + 1), line.text.size());
      if (key_colon(line.text.substr(at)) == kNone) break;
      here.push_back(line.indent() + static_cast<std::uint32_t>(at));
    }
    for (auto indent = here.rbegin(); indent != here.rend(); ++indent) {
      if (result.empty() || *indent < result.back()) result.push_back(*indent);
    }
    if (line.indent() == 0) break;
  }
  return result;
}

// A line that does not fit to those above it.
std::string Explanation::about_line() {
  const std::string_view leading = text_.substr(line_.whole.begin, line_.indent());
  if (leading.find('\t') != kNone) return about_tab();
  span_ = line_.content.empty() ? span_ : line_.content;
  const std::string begin = shown(line_.content);
  if (line_.text.size() > 1 && line_.text[0] == '-' && !is_blank(line_.text[1]) &&
      line_.text[1] != '-') {
    span_ = {line_.content.begin, line_.content.begin + 1};
    return "a dash without a blank behind it; write - " +
           shown({line_.content.begin + 1, line_.content.end});
  }
  const std::vector<std::uint32_t> above = indents_above();
  std::string wanted;
  for (const std::uint32_t indent : above) {
    if (!wanted.empty()) wanted += " or ";
    wanted += std::to_string(indent);
  }
  const bool is_misplaced =
      std::find(above.begin(), above.end(), line_.indent()) == above.end() && !above.empty();
  if (line_.is_item()) {
    if (is_misplaced) {
      return "this list item is indented by " + blanks(line_.indent()) +
             ", unlike anything above it; indent it by " + wanted;
    }
    return "a list item stands where a key is expected; indent it if it belongs to the key above, "
           "else write key: value";
  }
  if (const std::size_t colon = key_colon(line_.text); colon != kNone) {
    span_.end = span_.begin + std::max(static_cast<std::uint32_t>(colon), 1U);
    if (is_misplaced) {
      return "the key " + shown(span_) + " is indented by " + blanks(line_.indent()) +
             ", unlike anything above it; indent it by " + wanted;
    }
    return "the key " + shown(span_) +
           " stands where a list item is expected; indent it if it belongs to the item above, else "
           "begin it with a dash and a blank";
  }
  if (const std::size_t colon = glued_colon(line_.text); colon != kNone) {
    const auto at = line_.content.begin + static_cast<std::uint32_t>(colon);
    span_ = {at, at + 1};
    return "a colon without a blank behind it; write " + shown({line_.content.begin, at + 1}) +
           ' ' + shown({at + 1, line_.content.end});
  }
  if (says("block sequence")) {
    return begin + " stands behind a list; write - " + begin +
           " if it is an item, or indent it further if it continues the item above";
  }
  if (follows_block_scalar()) {
    return "this line is indented less than the text above it, below | or >; indent all lines of a "
           "text alike, by two blanks more than its key";
  }
  return begin +
         " has no colon; write key: value, or indent it further than the key above if it "
         "continues its text";
}

// The library names the begin of a text over several lines, the last of which has a colon.
std::string Explanation::about_long_key() {
  const Span first{stop_.offset, line_.content.end};
  const std::string_view content = text_.substr(first.begin, first.size());
  const std::string_view before =
      text_.substr(line_.content.begin, first.begin - line_.content.begin);
  const bool is_value = key_colon(before) != kNone;
  if (!is_value) {
    if (glued_colon(content) != kNone || (content.size() > 1 && content[0] == '-')) {
      line_.content = first;
      line_.text = content;
      return about_line();
    }
    span_ = first;
    return shown(first) + " has no colon; write key: value";
  }
  Line next = line_;
  do {
    if (next.whole.end >= text_.size()) break;
    next = line_at(text_, next.whole.end + (text_.substr(next.whole.end, 2) == "\r\n" ? 2U : 1U));
  } while (key_colon(next.text) == kNone);
  const std::uint32_t wanted =
      line_.indent() + static_cast<std::uint32_t>(before.find_first_not_of("- "));
  span_ = next.content;
  const std::size_t colon = key_colon(next.text);
  if (colon != kNone) span_.end = span_.begin + std::max(static_cast<std::uint32_t>(colon), 1U);
  return "the key " + shown(span_) +
         " is indented further than the key above it, so it continues " + "that text; " +
         (wanted == 0 ? "write it without blanks before it" : "indent it by " + blanks(wanted));
}

std::string Explanation::about_colons() {
  const std::size_t first = key_colon(line_.text);
  if (first == kNone) return about_line();
  std::uint32_t begin = line_.content.begin + static_cast<std::uint32_t>(first) + 1;
  while (begin < line_.content.end && is_blank(text_[begin])) ++begin;
  if (begin >= line_.content.end) {
    return "a colon on a line without its key; write key: on one line";
  }
  return "a second colon in one line; if it is text, write the text in quotes: " +
         in_quotes({begin, line_.content.end});
}

std::string Explanation::about_quotes() {
  const char quote = says("single") ? '\'' : '"';
  if (says("trailing content")) {
    if (quote == '\'') {
      return "text behind the closing single quote; an apostrophe inside single quotes is written "
             "twice: '', or write the text in double quotes";
    }
    return "text behind the closing quote; write one pair of quotes around the whole text, and "
           "\\\" "
           "for a quote inside it";
  }
  if (says("marker")) {
    return std::string("a text in quotes is not closed before this line; write ") + quote +
           " where the text ends";
  }
  const bool is_quote = span_.begin < text_.size() && text_[span_.begin] == quote;
  if (span_.begin > 0 && !is_quote && text_[span_.begin - 1] == quote) {
    span_ = {span_.begin - 1, span_.begin};
  }
  if (says("used as key")) {
    return "a key in quotes must stand on one line; if it is no key, write the closing quote where "
           "the text ends";
  }
  return std::string(
             "the text in quotes that begins here is not closed, or its next lines are not "
             "indented further than its key; write ") +
         quote + " where the text ends";
}

std::string Explanation::about_bad_begin() {
  const Span text{span_.begin, std::max(line_.content.end, span_.end)};
  return "text cannot begin with " + shown(span_) + "; write it in quotes: " + in_quotes(text);
}

std::string Explanation::about_block_scalar() {
  std::uint32_t begin = span_.begin;
  while (begin > line_.whole.begin && text_[begin - 1] != '|' && text_[begin - 1] != '>') --begin;
  if (begin > line_.whole.begin) span_ = {begin - 1, std::max(line_.content.end, begin)};
  return "text behind " + shown({span_.begin, span_.begin + 1}) +
         " on the same line; begin it on the next line, indented, or write it in quotes if the "
         "sign "
         "is a part of it: " +
         in_quotes(span_);
}

// The library gives no reason for two faults: a version that it does not know, and a block scalar
// that is said to be indented by nothing.
std::string Explanation::about_nothing() {
  if (const Line first = line_at(text_, 0); first.text.starts_with("%YAML")) {
    span_ = first.content;
    return shown(span_) + " is no version that can be read; remove the line";
  }
  Line line = line_;
  for (std::size_t i = 0; i < kMaxLines; ++i) {
    const std::size_t sign = line.text.find_last_of("|>");
    const std::size_t zero = line.text.find('0', std::min(sign, line.text.size()));
    if (zero != kNone && line.text.find_first_not_of("|>+-", sign) == zero) {
      const std::uint32_t at = line.content.begin + static_cast<std::uint32_t>(zero);
      span_ = {at, at + 1};
      return "0 is no indentation; write | or > alone";
    }
    if (line.whole.begin == 0) break;
    line = line_at(text_, line.whole.begin - 1);
  }
  return "this is no YAML; compare it with the lines above";
}

// Whether the lines above belong to a text below "|" or ">".
bool Explanation::follows_block_scalar() const {
  Line line = line_;
  for (std::size_t i = 0; i < kMaxLines && line.whole.begin > 0; ++i) {
    line = line_at(text_, line.whole.begin - 1);
    if (line.is_empty() || key_colon(line.text) == kNone) continue;
    const std::string_view sign = line.text.substr(line.text.find_last_of(" \t") + 1);
    return sign.starts_with('|') || sign.starts_with('>');
  }
  return false;
}

// The innermost bracket before the fault that opens a list or map and is not closed before it;
// brackets inside quotes count, too: a message need not be perfect.
std::optional<std::uint32_t> Explanation::open_bracket() const {
  std::size_t lines = 0;
  std::size_t depth = 0;
  const auto size = static_cast<std::uint32_t>(text_.size());
  for (std::uint32_t at = std::min(stop_.offset, size); at-- > 0;) {
    const char c = text_[at];
    if (c == '\n' && ++lines > kMaxLines) break;
    if (c == ']' || c == '}') ++depth;
    if (c != '[' && c != '{') continue;
    if (depth > 0) {
      --depth;
      continue;
    }
    const Line line = line_at(text_, at);
    std::uint32_t before = at;
    while (before > line.content.begin && is_blank(text_[before - 1])) --before;
    const bool opens =
        before == line.content.begin || std::string_view(":-,[{").find(text_[before - 1]) != kNone;
    if (opens) return at;
  }
  return std::nullopt;
}

bool Explanation::is_closed(std::uint32_t bracket) const {
  std::size_t lines = 0;
  std::size_t depth = 0;
  for (std::size_t at = bracket; at < text_.size(); ++at) {
    const char c = text_[at];
    if (c == '\n' && ++lines > kMaxLines) break;
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && --depth == 0) return true;
  }
  return false;
}

// A text that begins with a bracket is taken for a list or map.
std::optional<std::string> Explanation::about_brackets() {
  const bool is_inside =
      says("in flow") || says("in a flow") || says("without a closing") || says("indented flow");
  if (is_inside) {
    const std::optional<std::uint32_t> bracket = open_bracket();
    if (!bracket || is_closed(*bracket)) return std::nullopt;
    span_ = {*bracket, *bracket + 1};
    const bool is_list = text_[*bracket] == '[';
    return std::string("the ") + text_[*bracket] + " that opens here is never closed; write " +
           (is_list ? "] where the list ends" : "} where the map ends") +
           ", or quotes around the text if the sign is a part of it";
  }
  if (!says("at the end of block sequence") && !says("value after mapping") &&
      !says("expected key")) {
    return std::nullopt;
  }
  std::uint32_t close = std::min<std::uint32_t>(stop_.offset, line_.content.end);
  while (close > line_.content.begin && is_blank(text_[close - 1])) --close;
  if (close == line_.content.begin || (text_[close - 1] != ']' && text_[close - 1] != '}')) {
    return std::nullopt;
  }
  std::uint32_t open = close - 1;
  std::size_t depth = 1;
  while (open > line_.content.begin && depth > 0) {
    --open;
    if (text_[open] == ']' || text_[open] == '}') ++depth;
    if (text_[open] == '[' || text_[open] == '{') --depth;
  }
  if (depth > 0) return std::nullopt;
  span_ = {stop_.offset, line_.content.end};
  return std::string("text behind the closing ") + text_[close - 1] +
         "; write the whole text in quotes: " + in_quotes({open, line_.content.end});
}

// What needs no look at the line.
std::optional<std::string> Explanation::by_table() {
  struct Row {
    std::string_view part;  // of the library's message
    std::string_view message;
  };
  static constexpr std::array kRows{
      Row{"without a closing", "the file ends inside brackets; write the closing ] or }"},
      Row{"invalid comment",
          "a # without a blank before it; write a blank if a comment begins here, "
          "else write the text in quotes"},
      Row{"missing comma", "a comma is missing before this, or the closing ] or }"},
      Row{"extra closing bracket", "a ] without its [; remove it, or write the text in quotes"},
      Row{"extra closing brace", "a } without its {; remove it, or write the text in quotes"},
      Row{"mismatched flow mapping", "a } closes what [ has opened; write ]"},
      Row{"mismatched flow sequence", "a ] closes what { has opened; write }"},
      Row{"comma", "a comma too many; remove it"},
      Row{"spaces only",
          "a line of blanks alone that is longer than the indentation of the text "
          "below it; remove its blanks"},
      Row{"indentation indicator 0", "0 is no indentation; write | or > alone"},
      Row{"block scalar in",
          "the text below | or > is not indented; indent it by two blanks more "
          "than its key"},
      Row{"after document end",
          "text behind the three points that end the document; write it on a "
          "line of its own"},
      Row{"duplicate version", "a second %YAML line; remove it"},
      Row{"document end marker before",
          "a line that begins with % in the middle of a document; write it in quotes if it is "
          "text, else write ... on a line before it"},
      Row{"directive",
          "this line that begins with % is no directive; remove it, or write %YAML 1.2"},
      Row{"TAG", "this %TAG line is not complete; remove it"},
      Row{"indicator in a flow",
          "a line of --- or ... inside brackets; write the closing ] or } "
          "before it"},
      Row{"Illegal placement", "a colon on another line than its key; write key: on one line"},
      Row{"sequence on the same line",
          "a list cannot begin on the line of its key or behind "
          "another item; write it on the next line, or write the text "
          "in quotes"},
      Row{"starting at ---", "a key on the line of ---; write it on the next line"},
      Row{"undefined tag",
          "a ! begins a tag, and this one is not known; remove it, or write the "
          "text in quotes"},
      Row{"illegal tag", "a ! begins a tag; write the text in quotes"},
      Row{"uri terminator",
          "a tag that begins with !< ends with >; remove it, or write the text in quotes"},
      Row{"tag", "a ! begins a tag, and this is none; remove it, or write the text in quotes"},
      Row{"alias",
          "a * begins a reference to something marked by &, and it cannot stand here; "
          "write the text in quotes"},
      Row{"anchor",
          "an & begins a mark for references, and it cannot stand here; write the text in "
          "quotes"},
      Row{"in flow mode",
          "a line inside brackets is not indented further than what holds them; "
          "indent it by two blanks more"},
      Row{"indented flow",
          "a line inside brackets is not indented further than what holds them; "
          "indent it by two blanks more"},
      Row{"URI escape", "a % inside a tag must be followed by two digits from 0 to 9 and a to f"},
      Row{"hex escape",
          "this escape lacks digits; behind \\x stand two of 0 to 9 and a to f, "
          "behind \\u four"},
      Row{"surrogate", "one half of a character; write the character itself"},
      Row{"UTF8", "this escape is no character; write the character itself"},
  };
  for (const Row& row : kRows) {
    if (says(row.part)) return std::string(row.message);
  }
  return std::nullopt;
}

Diagnostic Explanation::finding() {
  Diagnostic finding;
  finding.rule = "syntax-error";
  if (stop_.message.empty()) {
    finding.message = about_nothing();
  } else if (says("tab")) {
    finding.message = about_tab();
  } else if (says("invalid escape")) {
    while (span_.begin > line_.whole.begin && text_[span_.begin] != '\\') --span_.begin;
    const Line behind = line_at(text_, span_.begin);
    span_.end = std::min(span_.begin + 2, behind.whole.end);
    finding.message =
        shown(span_) +
        " has no meaning inside double quotes; write \\\\ if a backslash is meant, or "
        "write the text in single quotes";
  } else if (says("scalar cannot start")) {
    finding.message = about_bad_begin();
  } else if (says("no linebreak")) {
    finding.message = about_block_scalar();
  } else if (says("quoted scalar")) {
    finding.message = about_quotes();
  } else if (auto brackets = about_brackets()) {
    finding.message = *std::move(brackets);
  } else if (says("multiline plain key")) {
    finding.message = about_long_key();
  } else if (says("nested block mapping") || says("plain multiline") ||
             says("block mapping key on same line")) {
    finding.message = about_colons();
  } else if (says("expected ':'") || says("missing ':'") || says("value after mapping") ||
             says("end of block sequence") || says("missing document start") ||
             says("expected key") || says("indentation in mapping") ||
             says("indendation in sequence") || says("'-' indicator") || says("sequence item") ||
             says("block sequence entries") || says("node content")) {
    finding.message = about_line();
  } else if (auto message = by_table()) {
    finding.message = *std::move(message);
  } else {
    finding.message = "this is no YAML (" + stop_.message + "); compare it with the lines above";
  }
  finding.span = span_;
  return finding;
}

}  // namespace

Diagnostic explain_yaml_fault(std::string_view text, const YamlStop& stop) {
  return Explanation(text, stop).finding();
}

}  // namespace proclint
