#include "core/check/code_edit.h"

#include <algorithm>
#include <optional>
#include <string>

#include "core/check/text_edit.h"

namespace proclint {
namespace {

std::string listed(const std::vector<std::string_view>& modifiers) {
  std::string out;
  for (const std::string_view modifier : modifiers) {
    if (!out.empty()) out += ", ";
    out.append("\"").append(modifier).append("\"");
  }
  return out;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// Behind the last element of a list in brackets.
std::optional<Edit> appended(Value list, const std::string& elements) {
  const Span span = list.span();
  if (!list.is(Kind::list) || list.document().source->slice(span).front() != '[') {
    return std::nullopt;
  }
  if (list.size() == 0) return Edit{{span.begin + 1, span.begin + 1}, elements};
  Value last;
  for (const Value each : list.children()) last = each;
  return Edit{{last.span().end, last.span().end}, ", " + elements};
}

// A member behind `value` in a map in braces, on a line of its own if `value` has one.
Edit member_in_braces(Value value, const std::string& elements) {
  const std::string_view text = value.document().source->text();
  const std::uint32_t key = value.key().span().begin;
  const std::size_t before = text.find_last_not_of(" \t\r\n", key - 1) + 1;
  std::string blanks(text.substr(before, key - before));
  const std::size_t colon = text.find_last_of(':', value.span().begin - 1) + 1;
  const std::string gap(text.substr(colon, value.span().begin - colon));
  // The first key of a map on one line shows how far the map is from its brace only.
  if (blanks.find('\n') == std::string::npos) blanks = gap;
  return {{value.span().end, value.span().end},
          "," + blanks + "\"modifiers\":" + gap + "[" + elements + "]"};
}

// A line of its own below that of `value`, for maps in YAML that are laid out by indentation.
std::optional<Edit> member_on_its_line(Value value, const std::string& elements) {
  const std::string_view text = value.document().source->text();
  const std::uint32_t key = value.key().span().begin;
  const std::size_t line = text.find_last_of('\n', key) + 1;
  std::string indent(text.substr(line, key - line));
  std::replace(indent.begin(), indent.end(), '-', ' ');
  if (!is_blank(indent)) return std::nullopt;
  const auto end = static_cast<std::uint32_t>(
      std::min(text.find_first_of("\r\n", value.span().end), text.size()));
  return Edit{{end, end}, "\n" + indent + "modifiers: [" + elements + "]"};
}

}  // namespace

std::vector<Edit> modifiers_moved(Value value, const SlippedCode& slipped) {
  const Value map = value.parent();
  const Document& document = map.document();
  if (document.form == Form::page) return {};
  const std::string elements = listed(slipped.modifiers);
  std::optional<Edit> added;
  if (const Value list = map.find("modifiers")) {
    added = appended(list, elements);
  } else if (document.source->slice(map.span()).front() == '{') {
    added = member_in_braces(value, elements);
  } else {
    added = member_on_its_line(value, elements);
  }
  if (!added) return {};
  const auto size = static_cast<std::uint32_t>(value.text().size());
  std::optional<Edit> code = replace_text(value, {0, size}, slipped.candidates.front());
  if (!code) return {};
  if (added->span.begin < code->span.begin) return {*std::move(added), *std::move(code)};
  return {*std::move(code), *std::move(added)};
}

}  // namespace proclint
