#include "core/read/json_syntax.h"

#include <optional>
#include <string>
#include <vector>

#include "core/read/json_fault.h"
#include "core/read/json_token.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

// What the grammar allows next.
enum class Expect : std::uint8_t {
  document,       // the first value
  first_element,  // a value, or the end of the list
  element,        // behind a comma
  first_key,      // a key, or the end of the map
  key,            // behind a comma
  colon,
  member_value,
  separator,  // a comma, or the end of the list or map
  end,
};

// The grammar of RFC 8259, one token after the other, up to the first that cannot stand.
class Walk {
 public:
  Walk(const Source& source, std::uint32_t begin)
      : source_(source), text_(source.text()), at_(begin) {}

  std::optional<Diagnostic> first_error();

 private:
  bool accept(JsonToken token);
  bool accept_value(JsonToken token);
  bool accept_close(JsonToken token);
  void value_done() { expect_ = open_.empty() ? Expect::end : Expect::separator; }

  Diagnostic explain(JsonToken token) const;
  JsonFault fault(JsonToken token) const;
  JsonFault fault_at_value(JsonToken token) const;
  JsonFault fault_at_key(JsonToken token) const;
  JsonFault fault_at_colon(JsonToken token) const;
  JsonFault fault_at_separator(JsonToken token) const;
  JsonFault fault_at_end(JsonToken token) const;
  JsonFault fault_of_file_end(JsonToken token) const;
  JsonFault wrong_bracket(JsonToken token) const;
  JsonFault trailing_comma(JsonToken close) const;
  std::string_view expected() const;

  bool in_map() const { return !open_.empty() && text_[open_.back()] == '{'; }
  // `token` is a closing bracket.
  bool closes_innermost(JsonToken token) const {
    return !open_.empty() && (text_[token.span.begin] == '}') == in_map();
  }
  std::string shown(JsonToken token) const { return json_excerpt(text_, token.span); }
  // A word that directly follows a text: most likely the text has a quote inside.
  bool is_behind_inner_quote(JsonToken token) const;

  const Source& source_;
  std::string_view text_;
  std::uint32_t at_;
  Expect expect_ = Expect::document;
  std::vector<std::uint32_t> open_;  // the brackets that are not closed yet
  JsonToken previous_;
};

std::optional<Diagnostic> Walk::first_error() {
  for (;;) {
    const JsonToken token = next_json_token(text_, at_);
    if (token.kind == JsonLexeme::end && expect_ == Expect::end) return std::nullopt;
    if (!accept(token)) return explain(token);
    previous_ = token;
    at_ = token.span.end;
  }
}

// Whether the token may stand here; then what follows it is expected next.
bool Walk::accept(JsonToken token) {
  switch (expect_) {
    case Expect::document:
    case Expect::element:
    case Expect::member_value:
      return accept_value(token);
    case Expect::first_element:
      return accept_close(token) || accept_value(token);
    case Expect::first_key:
      if (accept_close(token)) return true;
      [[fallthrough]];
    case Expect::key:
      expect_ = token.kind == JsonLexeme::string ? Expect::colon : expect_;
      return token.kind == JsonLexeme::string;
    case Expect::colon:
      if (token.kind != JsonLexeme::colon) return false;
      expect_ = Expect::member_value;
      return true;
    case Expect::separator:
      if (token.kind != JsonLexeme::comma) return accept_close(token);
      expect_ = in_map() ? Expect::key : Expect::element;
      return true;
    case Expect::end:
      break;
  }
  return false;
}

bool Walk::accept_value(JsonToken token) {
  if (token.kind == JsonLexeme::open) {
    open_.push_back(token.span.begin);
    expect_ = in_map() ? Expect::first_key : Expect::first_element;
    return true;
  }
  if (token.kind != JsonLexeme::string && token.kind != JsonLexeme::number &&
      token.kind != JsonLexeme::literal) {
    return false;
  }
  value_done();
  return true;
}

bool Walk::accept_close(JsonToken token) {
  if (token.kind != JsonLexeme::close || !closes_innermost(token)) return false;
  open_.pop_back();
  value_done();
  return true;
}

Diagnostic Walk::explain(JsonToken token) const {
  JsonFault found = fault(token);
  Diagnostic finding;
  finding.rule = "syntax-error";
  finding.span = found.span;
  finding.message = std::move(found.message);
  const auto note = [&](std::uint32_t at, std::string message) {
    finding.notes.push_back(Note{std::string(source_.path()),
                                 {at, at + 1},
                                 source_.place(at, Columns::codepoint),
                                 std::move(message)});
  };
  const bool is_inside_text =
      token.kind == JsonLexeme::bad_string && found.span.begin > token.span.begin;
  const bool is_about_bracket = token.kind == JsonLexeme::end ||
                                (token.kind == JsonLexeme::close && !closes_innermost(token));
  if (is_inside_text) {
    note(token.span.begin, "the text begins here");
  } else if (is_about_bracket && !open_.empty()) {
    note(open_.back(), in_map() ? "the map begins here" : "the list begins here");
  }
  return finding;
}

JsonFault Walk::fault(JsonToken token) const {
  switch (token.kind) {
    case JsonLexeme::end:
      return fault_of_file_end(token);
    case JsonLexeme::single_quoted:
    case JsonLexeme::typographic_quote:
    case JsonLexeme::comment:
    case JsonLexeme::blank:
    case JsonLexeme::invisible:
    case JsonLexeme::control:
    case JsonLexeme::undecodable:
    case JsonLexeme::other:
      return bad_json_character(text_, token, expected());
    default:
      break;
  }
  switch (expect_) {
    case Expect::first_key:
    case Expect::key:
      return fault_at_key(token);
    case Expect::colon:
      return fault_at_colon(token);
    case Expect::separator:
      return fault_at_separator(token);
    case Expect::end:
      return fault_at_end(token);
    default:
      return fault_at_value(token);
  }
}

std::string_view Walk::expected() const {
  switch (expect_) {
    case Expect::first_key:
    case Expect::key:
      return "a key in double quotes";
    case Expect::colon:
      return "a colon";
    case Expect::separator:
      return in_map() ? "a comma or }" : "a comma or ]";
    case Expect::end:
      return "the end of the file";
    default:
      return "a value";
  }
}

JsonFault Walk::fault_of_file_end(JsonToken token) const {
  if (expect_ == Expect::document) {
    const bool is_empty = token.span.begin == text_.size();
    return {token.span, std::string(is_empty ? "the file is empty" : "the file holds only blanks") +
                            "; write a document into it, as in { \"title\": \"...\" }"};
  }
  return {token.span, in_map()
                          ? "the file ends before a map is closed; write } where the map ends"
                          : "the file ends before a list is closed; write ] where the list ends"};
}

JsonFault Walk::wrong_bracket(JsonToken token) const {
  if (open_.empty()) return {token.span, shown(token) + " closes nothing; remove it"};
  return {token.span, in_map() ? "] stands where } is expected: a map ends with }"
                               : "} stands where ] is expected: a list ends with ]"};
}

// The comma is what the author has to remove.
JsonFault Walk::trailing_comma(JsonToken close) const {
  return {previous_.span,
          "a comma before " + shown(close) + ", but nothing between them; remove the comma"};
}

JsonFault Walk::fault_at_value(JsonToken token) const {
  const bool is_member = expect_ == Expect::member_value;
  switch (token.kind) {
    case JsonLexeme::bad_string:
      return bad_json_string(text_, token.span);
    case JsonLexeme::bad_number:
      return bad_json_number(text_, token.span);
    case JsonLexeme::word:
      return bad_json_word(text_, token.span);
    case JsonLexeme::close:
      if (expect_ == Expect::element && closes_innermost(token)) return trailing_comma(token);
      if (is_member && closes_innermost(token)) {
        return {token.span, "no value behind the colon; write one before the }"};
      }
      return wrong_bracket(token);
    case JsonLexeme::comma:
      if (is_member) return {token.span, "no value behind the colon; write one before the comma"};
      if (expect_ == Expect::element) return {token.span, "two commas in a row; remove one"};
      return {token.span, "a comma before the first value; remove it"};
    default:
      if (is_member) return {token.span, "two colons in a row; remove one"};
      return {token.span, "a colon where a value is expected; keys and values stand in { and }"};
  }
}

JsonFault Walk::fault_at_key(JsonToken token) const {
  switch (token.kind) {
    case JsonLexeme::bad_string:
      return bad_json_string(text_, token.span);
    case JsonLexeme::close:
      if (closes_innermost(token)) return trailing_comma(token);
      return wrong_bracket(token);
    case JsonLexeme::comma:
      if (expect_ == Expect::key) return {token.span, "two commas in a row; remove one"};
      return {token.span, "a comma before the first key; remove it"};
    case JsonLexeme::colon:
      return {token.span, "a colon without a key before it; write the key in double quotes"};
    case JsonLexeme::open:
      return {token.span, shown(token) +
                              " stands where a key is expected; write a key in double "
                              "quotes and a colon before it"};
    default:
      return {token.span, shown(token) +
                              " stands where a key is expected; write a key in double "
                              "quotes: \"" +
                              shown(token) + "\""};
  }
}

bool Walk::is_behind_inner_quote(JsonToken token) const {
  return previous_.kind == JsonLexeme::string && previous_.span.end == token.span.begin &&
         (token.kind == JsonLexeme::word || token.kind == JsonLexeme::literal ||
          token.kind == JsonLexeme::number || token.kind == JsonLexeme::bad_number);
}

JsonFault Walk::fault_at_colon(JsonToken token) const {
  const std::string key = shown(previous_);
  if (token.kind == JsonLexeme::close && !closes_innermost(token)) return wrong_bracket(token);
  if (token.kind == JsonLexeme::close || token.kind == JsonLexeme::comma) {
    return {token.span, "the key " + key + " has no value; write a colon and the value behind it"};
  }
  if (is_behind_inner_quote(token)) {
    return {token.span, shown(token) + " stands behind the key " + key +
                            "; write a colon, or \\\" if the quote before it belongs to the key"};
  }
  return {token.span, "a colon is missing between " + key + " and " + shown(token)};
}

JsonFault Walk::fault_at_separator(JsonToken token) const {
  if (token.kind == JsonLexeme::close) return wrong_bracket(token);
  if (token.kind == JsonLexeme::colon) {
    return {token.span, in_map() ? "a colon behind the value " + shown(previous_) +
                                       "; write a comma and the next key before it"
                                 : "a colon in a list; write ] before " + shown(previous_) +
                                       " if the list ends there, or keys and values into { and }"};
  }
  if (is_behind_inner_quote(token)) {
    return {token.span, shown(token) + " stands behind the text " + shown(previous_) +
                            "; write a comma, or \\\" if the quote before it belongs to the text"};
  }
  if (!in_map() && token.kind == JsonLexeme::string &&
      next_json_token(text_, token.span.end).kind == JsonLexeme::colon) {
    return {token.span, "the key " + shown(token) +
                            " stands in a list; write ] and a comma before it if the list ends "
                            "there, or keys and values into { and }"};
  }
  return {token.span, "a comma is missing between " + shown(previous_) + " and " + shown(token)};
}

JsonFault Walk::fault_at_end(JsonToken token) const {
  switch (token.kind) {
    case JsonLexeme::close:
      return {token.span, shown(token) + " closes nothing, all brackets are closed; remove it"};
    case JsonLexeme::comma:
      return {token.span, "a comma behind the end of the document; remove it"};
    case JsonLexeme::colon:
      return {token.span,
              "a colon behind the end of the document; keys and values stand in { and }"};
    case JsonLexeme::open:
    case JsonLexeme::string:
    case JsonLexeme::bad_string:
      return {token.span,
              "a second document begins here, but a file holds one; remove one of them"};
    default:
      return {token.span, shown(token) + " stands behind the end of the document; remove it"};
  }
}

}  // namespace

bool looks_like_utf16(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return true;
  if (text.size() < 4) return false;
  const auto is_nul = [text](std::size_t at) { return text[at] == '\0'; };
  return is_nul(0) != is_nul(1) && is_nul(0) == is_nul(2) && is_nul(1) == is_nul(3);
}

Diagnostic explain_json_error(const Source& source, std::uint32_t stop) {
  const std::string_view text = source.text();
  Diagnostic finding;
  finding.rule = "syntax-error";
  if (looks_like_utf16(text)) {
    finding.span = {0, 2};
    finding.message = "the file is written in UTF-16; save it as UTF-8";
    return finding;
  }
  const std::size_t begin = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  if (auto found = Walk(source, static_cast<std::uint32_t>(begin)).first_error()) {
    return *std::move(found);
  }
  finding.span = {stop, stop < text.size() ? stop + 1 : stop};
  finding.message = "this is no JSON from here on";
  return finding;
}

}  // namespace proclint
