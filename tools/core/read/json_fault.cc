#include "core/read/json_fault.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/read/json_scalar.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::size_t kShownCharacters = 40;  // enough to know the place again

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string code_point_name(char32_t codepoint) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string digits;
  for (char32_t rest = codepoint; rest != 0 || digits.size() < 4; rest >>= 4U) {
    digits.insert(digits.begin(), kDigits[rest & 15U]);
  }
  return "U+" + digits;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

bool is_number(std::string_view text) {
  return !text.empty() && json_number_end(text, 0) == text.size();
}

// "007" -> "7"; empty if the number is not mended by it.
std::string without_leading_zeros(std::string_view number) {
  std::string out(number.substr(0, number.front() == '-' ? 1 : 0));
  std::string_view digits = number.substr(out.size());
  while (digits.size() > 1 && digits[0] == '0' && is_digit(digits[1])) digits.remove_prefix(1);
  out += digits;
  return out.size() < number.size() && is_number(out) ? out : std::string();
}

// "-.5" -> "-0.5"; empty if the number is not mended by it.
std::string with_leading_zero(std::string_view number) {
  std::string out(number.substr(0, number.front() == '-' ? 1 : 0));
  const std::string_view rest = number.substr(out.size());
  if (!rest.starts_with('.')) return {};
  out += '0';
  out += rest;
  return is_number(out) ? out : std::string();
}

// "2.e3" -> "2.0e3"; empty if the number is not mended by it.
std::string with_fraction(std::string_view number) {
  const std::size_t point = number.find('.');
  if (point == std::string_view::npos) return {};
  std::string out(number);
  out.insert(point + 1, "0");
  return is_number(out) ? out : std::string();
}

std::string shortened(std::string_view text) {
  return json_excerpt(text, {0, static_cast<std::uint32_t>(text.size())});
}

bool is_not_a_number(const std::string& word) {
  return word == "nan" || word == "inf" || word == "infinity";
}

// The character behind the backslash belongs to the escape that the author meant.
JsonFault bad_escape(std::string_view text, std::uint32_t at) {
  const JsonUnit unit = json_unit(text, at);
  const bool is_unicode = at + 1 < text.size() && text[at + 1] == 'u';
  if (is_unicode && unit.size == 6) {
    const Span span{at, at + 6};
    return {span, json_excerpt(text, span) +
                      " is one half of a character; write the character itself, or both halves "
                      "as in \\ud83d\\ude00"};
  }
  const std::uint32_t next = at + unit.size;
  const char c = next < text.size() ? text[next] : '"';
  const bool is_included = c != '"' && static_cast<unsigned char>(c) >= 0x20;
  const Span span{at, next + (is_included ? utf8::decode(text.substr(next)).size : 0U)};
  if (is_unicode) {
    return {span,
            json_excerpt(text, span) +
                " is no character; behind \\u stand four digits from 0 to 9 and a to f, as in "
                "\\u00e9"};
  }
  return {span, json_excerpt(text, span) +
                    " has no meaning; write \\\\ if a backslash is meant, else remove it"};
}

}  // namespace

std::string json_excerpt(std::string_view text, Span span) {
  const std::string_view whole = text.substr(span.begin, span.size());
  std::size_t at = 0;
  for (std::size_t count = 0; at < whole.size() && count < kShownCharacters; ++count) {
    const utf8::Step step = utf8::decode(whole.substr(at));
    if (step.codepoint < 0x20) break;
    at += step.size;
  }
  std::string out = utf8::repaired(whole.substr(0, at));
  if (at < whole.size()) {
    out += "...";
    if (whole.size() > 1 && whole.front() == '"' && whole.back() == '"') out += '"';
  }
  return out;
}

JsonFault bad_json_string(std::string_view text, Span string) {
  const std::uint32_t at = json_string_fault(text, string.begin);
  const auto size = static_cast<std::uint32_t>(text.size());
  // A backslash at the very end is no bad escape, but the end.
  if (at == size || (text[at] == '\\' && at + 1 == size)) {
    return {{size, size}, "the file ends inside a text; write \" where the text ends"};
  }
  const Span one{at, at + 1};
  switch (text[at]) {
    case '\\':
      return bad_escape(text, at);
    case '\r':
    case '\n': {
      const bool is_pair = text.substr(at).starts_with("\r\n");
      return {{at, at + (is_pair ? 2U : 1U)},
              "a line break inside the text; write \" before it if the text ends here, else \\n in "
              "its place"};
    }
    case '\t':
      return {one, "a tab inside the text; write a blank, or \\t"};
    default:
      return {one, "a control character (" + code_point_name(static_cast<unsigned char>(text[at])) +
                       ") inside the text; remove it"};
  }
}

JsonFault bad_json_number(std::string_view text, Span span) {
  const std::string_view number = text.substr(span.begin, span.size());
  const std::string shown = json_excerpt(text, span);
  if (number == "-" || number == "+") {
    return {span, "a " + shown + " without a number; write the number, or a text in quotes"};
  }
  if (number.front() == '+' && is_number(number.substr(1))) {
    return {span, "the number " + shown + " begins with a plus; write " +
                      json_excerpt(text, {span.begin + 1, span.end})};
  }
  if (const std::string mended = without_leading_zeros(number); !mended.empty()) {
    return {span, "the number " + shown + " begins with a zero; write \"" + shown +
                      "\" in quotes if it is a code, else " + shortened(mended)};
  }
  if (const std::string mended = with_leading_zero(number); !mended.empty()) {
    return {span,
            "the number " + shown + " has no digit before its point; write " + shortened(mended)};
  }
  if (const std::string mended = with_fraction(number); !mended.empty()) {
    return {span,
            "the number " + shown + " has no digit behind its point; write " + shortened(mended)};
  }
  if (is_number(std::string(number) + '0')) {
    return {span, "the number " + shown + " has no digit behind its e; write " +
                      json_excerpt(text, {span.begin, json_number_end(text, span.begin)})};
  }
  if (is_not_a_number(lower(number.substr(1)))) {
    return {span, shown + " is no number that can be written here; write null, or \"" + shown +
                      "\" in quotes"};
  }
  return {span, shown + " is no number; if it is a text or a date, write it in double quotes: \"" +
                    shown + "\""};
}

JsonFault bad_json_word(std::string_view text, Span span) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kMeant{{
      {"true", "true"},
      {"false", "false"},
      {"null", "null"},
      {"none", "null"},
      {"nil", "null"},
      {"undefined", "null"},
      {"yes", "true"},
      {"on", "true"},
      {"no", "false"},
      {"off", "false"},
  }};
  const std::string shown = json_excerpt(text, span);
  const std::string word = lower(shown);
  const std::string in_quotes = "\"" + shown + "\" in quotes if it is a text";
  for (const auto& [spelling, value] : kMeant) {
    if (word == spelling || (word.size() > 2 && spelling == value && spelling.starts_with(word))) {
      return {span, shown + " is no value; write " + std::string(value) + ", or " + in_quotes};
    }
  }
  if (is_not_a_number(word)) {
    return {span, shown + " is no number that can be written here; write null, or " + in_quotes};
  }
  return {span, shown + " stands where a value is expected; write a text in double quotes: \"" +
                    shown + "\""};
}

JsonFault bad_json_character(std::string_view text, JsonToken token, std::string_view expected) {
  const Span span = token.span;
  const std::string shown = json_excerpt(text, span);
  const std::string name =
      "(" + code_point_name(utf8::decode(text.substr(span.begin)).codepoint) + ")";
  switch (token.kind) {
    case JsonLexeme::comment:
      return {span, "a comment; a JSON file can have none: remove it"};
    case JsonLexeme::typographic_quote:
      return {span, shown + " is a typographic quote; write a straight one: \""};
    case JsonLexeme::single_quoted:
      if (span.size() == 1) return {span, "a single quote; write a double one: \""};
      return {span, shown + " stands in single quotes; write double ones: \"" +
                        json_excerpt(text, {span.begin + 1, span.end - 1}) + "\""};
    case JsonLexeme::blank:
      return {span, "a special blank " + name + "; write a plain one"};
    case JsonLexeme::invisible:
      return {span, "an invisible character " + name + "; remove it"};
    case JsonLexeme::control:
      return {span, "a control character " + name + "; remove it"};
    case JsonLexeme::undecodable:
      return {span, "an undecodable character where " + std::string(expected) +
                        " is expected; remove it"};
    default:
      return {span, shown + " stands where " + std::string(expected) + " is expected"};
  }
}

}  // namespace proclint
