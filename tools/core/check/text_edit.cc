#include "core/check/text_edit.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/check/text_edit_markdown.h"
#include "core/check/text_edit_page.h"
#include "core/check/text_edit_yaml.h"
#include "core/check/text_place.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

// RFC 8259, section 7.
std::string json_escaped(std::string_view text) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.append({'\\', c});
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20) {
      out.append({'\\', 'u', '0', '0', kDigits[byte >> 4U], kDigits[byte & 15U]});
    } else {
      out += c;
    }
  }
  return out;
}

// Where the bytes stand; nothing if the reader cannot tell. What is inserted stands behind the
// character before it, because the end of a text is not where its quotes end.
std::optional<Span> place_of(Value string, Span decoded) {
  const std::string_view text = string.text();
  const bool is_whole = decoded.begin == 0 && decoded.end == text.size();
  Span wanted = decoded;
  const bool is_at_begin = decoded.empty() && decoded.begin == 0;
  if (is_at_begin) wanted = {0, utf8::decode(text).size};
  if (decoded.empty() && !is_at_begin) {
    --wanted.begin;
    while (wanted.begin > 0 && (static_cast<unsigned char>(text[wanted.begin]) & 0xC0U) == 0x80U) {
      --wanted.begin;
    }
  }
  const Span place = string.locate(wanted);
  const bool is_one = text.size() == wanted.size();
  if (place == string.span() && !is_whole && !is_one && string.node().is_decoded) {
    return std::nullopt;
  }
  if (is_at_begin) return Span{place.begin, place.begin};
  return decoded.empty() ? Span{place.end, place.end} : place;
}

std::optional<Edit> empty_text(Value string, std::string_view by) {
  const Span span = string.span();
  const bool is_quoted = span.size() == 2;
  if (string.document().form != Form::json || !is_quoted) return std::nullopt;
  return Edit{{span.begin + 1, span.end - 1}, json_escaped(by)};
}

}  // namespace

std::optional<Edit> replace_text(Value string, Span decoded, std::string_view by) {
  const std::string_view text = string.text();
  if (text.empty()) return empty_text(string, by);
  const TextSyntax syntax = text_syntax(string);
  if (syntax == TextSyntax::yaml && is_alias_copy(string)) return std::nullopt;
  const std::optional<Span> place = place_of(string, decoded);
  if (!place) return std::nullopt;
  const TextChange change{string, string.document().source->text(), *place, decoded, by};
  switch (syntax) {
    case TextSyntax::json:
      return Edit{*place, json_escaped(by)};
    case TextSyntax::yaml:
      return edit_yaml(change);
    case TextSyntax::markdown:
      return edit_markdown(change, text.substr(decoded.begin, decoded.size()));
    case TextSyntax::page:
      break;
  }
  return edit_page(change, text.substr(decoded.begin, decoded.size()));
}

std::optional<Fix> replacement(Value string, Span decoded, std::string_view by, std::string title,
                               Safety safety) {
  std::optional<Edit> edit = replace_text(string, decoded, by);
  if (!edit) return std::nullopt;
  return Fix{std::move(title), {*std::move(edit)}, safety};
}

}  // namespace proclint
