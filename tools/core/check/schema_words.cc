#include "core/check/schema_words.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/check/schema_program.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

// A line of a report; longer texts are told by their beginning and end.
constexpr std::size_t kMaxShown = 60;
constexpr std::size_t kMaxJoined = 12;
// Lists in lists; a name with more steps than this helps nobody.
constexpr int kMaxNameSteps = 3;

struct TypeWords {
  std::uint32_t bit;
  std::string_view name;
  std::string_view words;
};
constexpr std::array<TypeWords, 7> kTypes{{
    {kind_bit(Kind::string), "string", "a text"},
    {kind_bit(Kind::number), "number", "a number"},
    {kIntegerType, "integer", "a whole number"},
    {kind_bit(Kind::boolean), "boolean", "true or false"},
    {kind_bit(Kind::list), "array", "a list"},
    {kind_bit(Kind::map), "object", "a group of fields"},
    {kind_bit(Kind::null), "null", "null"},
}};

std::string harmless(std::string_view text) {
  std::string out = utf8::repaired(text);
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return out;
}

// The key of the section that holds the value; null if there is none, or it is the section itself.
Value section_of(Value value) {
  Value below = value;
  for (Value at = value.parent(); at; at = at.parent()) {
    if (is_section_map(at)) return below == value ? Value() : below.key();
    below = at;
  }
  return {};
}

std::string local_name(Value value, Positions& positions, int steps) {
  if (value.is(Kind::key)) return in_quotes(value.text());
  const Value parent = value.parent();
  if (!parent) return "the document";
  if (const Value key = value.key()) return in_quotes(key.text());
  std::string out = "item " + std::to_string(positions.index_of(value) + 1);
  if (steps < kMaxNameSteps && parent.parent())
    out += " of " + local_name(parent, positions, steps + 1);
  return out;
}

}  // namespace

std::string in_quotes(std::string_view text) {
  if (text.size() > 2 * kMaxShown) {
    std::size_t head = kMaxShown;
    while (head > 0 && (static_cast<unsigned char>(text[head]) & 0xC0U) == 0x80U) --head;
    std::size_t tail = text.size() - kMaxShown / 3;
    while (tail < text.size() && (static_cast<unsigned char>(text[tail]) & 0xC0U) == 0x80U) ++tail;
    return '"' + harmless(text.substr(0, head)) + " ... " + harmless(text.substr(tail)) + '"';
  }
  return '"' + harmless(text) + '"';
}

std::string shown(Value value) {
  switch (value.kind()) {
    case Kind::string:
    case Kind::key:
      return in_quotes(value.text());
    case Kind::list:
    case Kind::map:
      return words_for_kind(value);
    case Kind::null:
    case Kind::boolean:
    case Kind::number:
      break;
  }
  std::string out = in_quotes(value.text());
  return out.substr(1, out.size() - 2);
}

std::string words_for_kind(Value value) {
  switch (value.kind()) {
    case Kind::null:
      return "null";
    case Kind::boolean:
      return std::string(value.text());
    case Kind::number:
      return "a number";
    case Kind::list:
      return "a list";
    case Kind::map:
      return "a group of fields";
    case Kind::string:
    case Kind::key:
      break;
  }
  return "a text";
}

std::string words_for_types(std::uint32_t types) {
  std::vector<std::string> parts;
  for (const TypeWords& type : kTypes) {
    if ((types & type.bit) != 0) parts.emplace_back(type.words);
  }
  return joined(parts, " or ");
}

std::string type_names(std::uint32_t types) {
  std::vector<std::string> parts;
  for (const TypeWords& type : kTypes) {
    if ((types & type.bit) != 0) parts.emplace_back(type.name);
  }
  return joined(parts, " or ");
}

std::string_view type_name(Value value) {
  for (const TypeWords& type : kTypes) {
    if (type.bit == kind_bit(value.kind())) return type.name;
  }
  return "string";
}

std::string joined(std::span<const std::string> parts, std::string_view last) {
  std::string out;
  const std::size_t count = std::min(parts.size(), kMaxJoined);
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_last = i + 1 == parts.size();
    if (i > 0) out += is_last ? last : std::string_view(", ");
    out += parts[i];
  }
  if (count < parts.size()) out += " and " + std::to_string(parts.size() - count) + " more";
  return out;
}

bool is_section_map(Value value) {
  if (!value.is(Kind::map)) return false;
  const Value key = value.key();
  return key && key.text() == "sections" && !value.parent().parent();
}

std::string name_of(Value value, Positions& positions) {
  std::string out = local_name(value, positions, 0);
  if (const Value section = section_of(value)) {
    if (value.parent() == section.parent()) return out;
    const bool is_named = out.ends_with(" of " + in_quotes(section.text()));
    if (!is_named) out += " in the section " + in_quotes(section.text());
  }
  return out;
}

std::string_view phrase(Value schema) {
  if (!schema || !schema.is(Kind::map)) return {};
  const Value title = schema.find("title");
  if (!title || !title.is(Kind::string)) return {};
  const std::string_view text = title.text();
  return text.starts_with("a ") || text.starts_with("an ") ? text : std::string_view();
}

std::string_view noun(Value schema) {
  std::string_view text = phrase(schema);
  if (text.empty()) return {};
  text.remove_prefix(text.find(' ') + 1);
  for (const std::string_view end : {" with ", " of ", " that ", " such ", " or ", ", ", " on "}) {
    text = text.substr(0, text.find(end));
  }
  return text;
}

}  // namespace proclint
