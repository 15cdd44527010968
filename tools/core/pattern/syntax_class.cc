#include "core/pattern/syntax_class.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::u32string_view kSyntaxCharacters = U"^$\\.*+?()[]{}|/";

bool is_ascii_letter(char32_t c) { return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z'; }
bool is_punctuation(char32_t c) {
  return c > ' ' && c < 0x7F && !is_digit(c) && !is_ascii_letter(c);
}

int hex_value(char32_t c) {
  if (is_digit(c)) return static_cast<int>(c - '0');
  const char32_t lower = c | 0x20U;
  if (c < 0x80 && lower >= 'a' && lower <= 'f') return static_cast<int>(lower - 'a') + 10;
  return -1;
}

CodepointSet digits() {
  CodepointSet set;
  set.add('0', '9');
  return set;
}

CodepointSet word_characters() {
  CodepointSet set;
  set.add('0', '9');
  set.add('A', 'Z');
  set.add('_', '_');
  set.add('a', 'z');
  return set;
}

// ECMA-262, WhiteSpace and LineTerminator: the controls, the byte order mark and category Zs.
CodepointSet white_space() {
  CodepointSet set;
  set.add('\t', '\r');
  set.add(' ', ' ');
  set.add(0xA0, 0xA0);
  set.add(0x1680, 0x1680);
  set.add(0x2000, 0x200A);
  set.add(0x2028, 0x2029);
  set.add(0x202F, 0x202F);
  set.add(0x205F, 0x205F);
  set.add(0x3000, 0x3000);
  set.add(0xFEFF, 0xFEFF);
  return set;
}

std::optional<CharacterClass> property_escape(PatternText& in) {
  const std::size_t start = in.at - 1;
  const bool negated = in.peek() == 'P';
  ++in.at;
  const std::size_t close = in.text.find(U'}', in.at);
  if (in.peek() != '{' || close == std::u32string::npos) {
    in.fail(start, "\"\\p\" needs the name of a Unicode property, as in \\p{Letter}");
    return std::nullopt;
  }
  const std::u32string inside = in.text.substr(in.at + 1, close - in.at - 1);
  in.at = close + 1;
  std::string name;
  for (const char32_t c : inside) utf8::append(name, c);
  std::optional<std::string_view> value;
  std::string_view key = name;
  if (const std::size_t equals = key.find('='); equals != std::string_view::npos) {
    value = key.substr(equals + 1);
    key = key.substr(0, equals);
  }
  const std::optional<Property> property = find_property(key, value);
  if (!property) {
    in.fail(start, "no Unicode property has the name " + quoted(inside));
    return std::nullopt;
  }
  CharacterClass out;
  if (property->name == "Any" || property->name == "ASCII") {
    out.set.add(0, property->name == "Any" ? kLastCodepoint : 0x7F);
    out.set.normalise();
    if (negated) out.set = out.set.complement();
  } else {
    out.properties.push_back({*property, negated});
  }
  return out;
}

// The rest of \xHH, \uHHHH and so on: `count` hexadecimal digits.
std::optional<char32_t> hex(PatternText& in, std::size_t count) {
  char32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const int digit = in.has(i) ? hex_value(in.peek(i)) : -1;
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  in.at += count;
  return value;
}

// One member of a class: a character, or a set for an escape such as \d.
struct Member {
  char32_t codepoint = 0;
  std::optional<CharacterClass> members;
};

Member class_member(PatternText& in) {
  const std::size_t start = in.at;
  if (!in.take(U"\\")) return {in.text[in.at++], std::nullopt};
  if (in.at_end()) {
    in.fail(start, "the pattern ends after \"\\\"");
    return {};
  }
  if (in.take(U"b")) return {U'\b', std::nullopt};
  if (in.take(U"-")) return {U'-', std::nullopt};
  if (std::optional<CharacterClass> members = read_class_escape(in)) return {0, std::move(members)};
  const std::optional<char32_t> escaped =
      in.error ? std::nullopt : read_character_escape(in, start);
  return {escaped.value_or(0), std::nullopt};
}

}  // namespace

std::optional<CharacterClass> read_class_escape(PatternText& in) {
  const auto set = [&in](const CodepointSet& members, char32_t lower) {
    const bool negated = in.peek() != lower;
    ++in.at;
    return CharacterClass{negated ? members.complement() : members, {}, false};
  };
  switch (in.peek()) {
    case 'd':
    case 'D':
      return set(digits(), 'd');
    case 's':
    case 'S':
      return set(white_space(), 's');
    case 'w':
    case 'W':
      return set(word_characters(), 'w');
    case 'p':
    case 'P':
      return property_escape(in);
    default:
      return std::nullopt;
  }
}

std::optional<char32_t> read_unicode_escape(PatternText& in, std::size_t start) {
  if (in.take(U"{")) {
    char32_t value = 0;
    std::size_t count = 0;
    for (; !in.at_end() && hex_value(in.peek()) >= 0; ++in.at, ++count) {
      value = std::min<char32_t>(value * 16 + static_cast<char32_t>(hex_value(in.peek())),
                                 kLastCodepoint + 1);
    }
    if (count == 0 || !in.take(U"}") || value > kLastCodepoint) {
      in.fail(start, "\"\\u{\" needs a code point up to 10FFFF in hexadecimal digits and \"}\"");
      return std::nullopt;
    }
    return value;
  }
  const std::optional<char32_t> lead = hex(in, 4);
  if (!lead) {
    in.fail(start, "\"\\u\" needs four hexadecimal digits, or a code point as in \\u{1F600}");
    return std::nullopt;
  }
  if (*lead < 0xD800 || *lead > 0xDBFF || !in.looking_at(U"\\u")) return lead;
  const std::size_t after_lead = in.at;
  in.at += 2;
  const std::optional<char32_t> trail = hex(in, 4);
  if (!trail || *trail < 0xDC00 || *trail > 0xDFFF) {
    in.at = after_lead;
    return lead;
  }
  return 0x10000 + ((*lead - 0xD800) << 10U) + (*trail - 0xDC00);
}

std::optional<char32_t> read_character_escape(PatternText& in, std::size_t start) {
  const char32_t c = in.peek();
  ++in.at;
  switch (c) {
    case 't':
      return U'\t';
    case 'n':
      return U'\n';
    case 'v':
      return U'\v';
    case 'f':
      return U'\f';
    case 'r':
      return U'\r';
    case '0':
      if (!is_digit(in.peek())) return U'\0';
      in.fail(start, "an octal escape; write \\x and two hexadecimal digits instead");
      return std::nullopt;
    case 'c':
      if (in.has(0) && is_ascii_letter(in.peek())) return in.text[in.at++] & 0x1FU;
      in.fail(start, "\"\\c\" needs a letter from A to Z after it");
      return std::nullopt;
    case 'x': {
      const std::optional<char32_t> value = hex(in, 2);
      if (!value) in.fail(start, "\"\\x\" needs two hexadecimal digits after it");
      return value;
    }
    case 'u':
      return read_unicode_escape(in, start);
    default:
      break;
  }
  if (kSyntaxCharacters.find(c) != std::u32string_view::npos) return c;
  if (in.is_lenient && is_punctuation(c)) return c;
  in.fail(start, quoted(in.text.substr(start, 2)) + " is no escape that ECMA-262 knows" +
                     (is_punctuation(c) ? "; write the character without \"\\\"" : ""));
  return std::nullopt;
}

std::optional<CharacterClass> read_bracketed_class(PatternText& in) {
  const std::size_t start = in.at++;
  CharacterClass out;
  const bool negated = in.take(U"^");
  const auto add = [&out](const Member& member) {
    if (!member.members) return out.set.add(member.codepoint, member.codepoint);
    out.set.add(member.members->set);
    out.properties.insert(out.properties.end(), member.members->properties.begin(),
                          member.members->properties.end());
  };
  while (!in.error && !in.at_end() && in.peek() != ']') {
    const std::size_t first_at = in.at;
    const Member first = class_member(in);
    if (in.error) return {};
    if (in.peek() != '-' || !in.has(1) || in.peek(1) == ']') {
      add(first);
      continue;
    }
    ++in.at;
    const Member last = class_member(in);
    if (in.error) return {};
    if (first.members || last.members) {
      if (!in.is_lenient) {
        in.fail(first_at,
                "a range goes from one character to another; to mean \"-\" itself, write "
                "\"\\-\" or put it last");
        return {};
      }
      add(first);
      out.set.add('-', '-');
      add(last);
      continue;
    }
    if (last.codepoint < first.codepoint) {
      in.fail(first_at, "the range " + quoted(in.text.substr(first_at, in.at - first_at)) +
                            " is out of order: the smaller character comes first");
      return {};
    }
    out.set.add(first.codepoint, last.codepoint);
  }
  if (in.error) return {};
  if (!in.take(U"]")) {
    in.fail(start, "the class that opens here is never closed; add \"]\"");
    return {};
  }
  out.set.normalise();
  if (negated && out.properties.empty()) {
    out.set = out.set.complement();
  } else {
    out.negated = negated;
  }
  return out;
}

}  // namespace proclint
