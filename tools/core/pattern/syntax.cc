#include "core/pattern/syntax.h"

#include <utf8proc.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::size_t kMaxLength = 1U << 16U;  // longer than any written by hand; bounds memory
constexpr int kMaxDepth = 200;                 // keeps recursion safe, ours and the engines'

constexpr std::uint32_t kUsualRepeat = 1000;  // what every engine can do

constexpr std::u32string_view kSyntaxCharacters = U"^$\\.*+?()[]{}|/";

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
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

// UAX #31: ID_Start, of which a group's name is made.
bool starts_name(char32_t c) {
  if (c == '$' || c == '_') return true;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
      return true;
    default:  // Other_ID_Start
      return c == 0x1885 || c == 0x1886 || c == 0x2118 || c == 0x212E || c == 0x309B || c == 0x309C;
  }
}

// UAX #31: ID_Continue, and the joiners that ECMA-262 adds.
bool continues_name(char32_t c) {
  if (starts_name(c) || c == 0x200C || c == 0x200D) return true;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC:
      return true;
    default:  // Other_ID_Continue
      return c == 0xB7 || c == 0x387 || (c >= 0x1369 && c <= 0x1371) || c == 0x19DA;
  }
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

CodepointSet line_terminators() {
  CodepointSet set;
  set.add('\n', '\n');
  set.add('\r', '\r');
  set.add(0x2028, 0x2029);
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

std::string quoted(std::u32string_view text) {
  std::string out = "\"";
  for (const char32_t c : text) utf8::append(out, c);
  return out + "\"";
}

class Parser {
 public:
  Parser(std::u32string text, Strictness strictness)
      : text_(std::move(text)), lenient_(strictness == Strictness::lenient) {}

  Result<Syntax> parse() {
    syntax_.root = disjunction(0);
    if (!error_ && !at_end()) {  // only ")" stops a disjunction early
      fail(at_, "\")\" closes no group; remove it, or write \"\\)\" for the character itself");
    }
    if (!error_) resolve_references();
    if (error_) return Error{std::move(*error_)};
    return std::move(syntax_);
  }

 private:
  struct Reference {
    std::size_t at = 0;
    std::uint32_t group = 0;  // 0: by name
    std::u32string name;
  };

  bool at_end() const { return at_ >= text_.size(); }
  char32_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : U'\0';
  }
  bool has(std::size_t ahead) const { return at_ + ahead < text_.size(); }
  bool looking_at(std::u32string_view wanted) const {
    return std::u32string_view(text_).substr(at_).starts_with(wanted);
  }
  bool take(std::u32string_view wanted) {
    if (!looking_at(wanted)) return false;
    at_ += wanted.size();
    return true;
  }

  // The first error wins: what follows it is guesswork.
  void fail(std::size_t at, const std::string& reason) {
    if (!error_) error_ = reason + " (character " + std::to_string(at + 1) + " of the pattern)";
  }

  PatternNode disjunction(int depth) {
    if (depth > kMaxDepth) {
      fail(at_, "groups are nested more than " + std::to_string(kMaxDepth) + " deep");
      return {};
    }
    PatternNode first = alternative(depth);
    if (error_ || peek() != '|' || at_end()) return first;
    PatternNode out;
    out.kind = PatternNode::Kind::either;
    out.children.push_back(std::move(first));
    while (!error_ && take(U"|")) out.children.push_back(alternative(depth));
    return out;
  }

  PatternNode alternative(int depth) {
    PatternNode out;
    out.kind = PatternNode::Kind::sequence;
    while (!error_ && !at_end() && peek() != '|' && peek() != ')')
      out.children.push_back(term(depth));
    if (out.children.empty()) return {};
    if (out.children.size() == 1) {
      PatternNode only = std::move(out.children.front());
      return only;
    }
    return out;
  }

  PatternNode term(int depth) {
    const std::size_t start = at_;
    PatternNode atom = this->atom(depth);
    if (error_) return {};
    switch (atom.kind) {
      case PatternNode::Kind::begin:
      case PatternNode::Kind::end:
      case PatternNode::Kind::boundary:
      case PatternNode::Kind::look:
        if (starts_quantifier()) {
          fail(at_, "nothing to repeat: " +
                        quoted(std::u32string_view(text_).substr(
                            start, std::min<std::size_t>(at_ - start, 12))) +
                        " matches a place, not a character");
        }
        return atom;
      default:
        return quantified(std::move(atom));
    }
  }

  bool starts_quantifier() {
    if (at_end()) return false;
    if (peek() == '*' || peek() == '+' || peek() == '?') return true;
    return peek() == '{' && is_counted_quantifier();
  }

  // Whether the "{" here begins {n}, {n,} or {n,m}.
  bool is_counted_quantifier() const {
    std::size_t i = 1;
    const std::size_t first = i;
    while (is_digit(peek(i))) ++i;
    if (i == first) return false;
    if (peek(i) == ',') {
      ++i;
      while (is_digit(peek(i))) ++i;
    }
    return peek(i) == '}';
  }

  std::uint32_t number() {
    std::uint64_t value = 0;
    for (; !at_end() && is_digit(peek()); ++at_) {
      value = std::min<std::uint64_t>(value * 10 + (peek() - '0'), PatternNode::kUnbounded - 1);
    }
    return static_cast<std::uint32_t>(value);
  }

  PatternNode quantified(PatternNode atom) {
    const std::size_t start = at_;
    std::uint32_t min = 0;
    std::uint32_t max = PatternNode::kUnbounded;
    if (take(U"*")) {
    } else if (take(U"+")) {
      min = 1;
    } else if (take(U"?")) {
      max = 1;
    } else if (peek() == '{' && is_counted_quantifier()) {
      ++at_;
      min = max = number();
      if (take(U",")) max = peek() == '}' ? PatternNode::kUnbounded : number();
      ++at_;
      if (max < min) {
        fail(start, "the numbers in " + quoted(text_.substr(start, at_ - start)) +
                        " are out of order: the smaller one comes first");
        return {};
      }
    } else {
      return atom;
    }
    syntax_.is_unusual |=
        min > kUsualRepeat || (max != PatternNode::kUnbounded && max > kUsualRepeat);
    PatternNode out;
    out.kind = PatternNode::Kind::repeat;
    out.min = min;
    out.max = max;
    out.lazy = take(U"?");
    out.children.push_back(std::move(atom));
    return out;
  }

  static PatternNode leaf(PatternNode::Kind kind, bool negated = false) {
    PatternNode out;
    out.kind = kind;
    out.negated = negated;
    return out;
  }
  static PatternNode literal(char32_t c) {
    PatternNode out;
    out.kind = PatternNode::Kind::character;
    out.codepoint = c;
    return out;
  }
  PatternNode class_node(CharacterClass members) {
    PatternNode out;
    out.kind = PatternNode::Kind::character_class;
    out.number = static_cast<std::uint32_t>(syntax_.classes.size());
    syntax_.classes.push_back(std::move(members));
    return out;
  }

  PatternNode atom(int depth) {
    const std::size_t start = at_;
    const char32_t c = peek();
    switch (c) {
      case '^':
        ++at_;
        return leaf(PatternNode::Kind::begin);
      case '$':
        ++at_;
        return leaf(PatternNode::Kind::end);
      case '.':
        ++at_;
        return class_node({line_terminators().complement(), {}, false});
      case '(':
        return group(depth);
      case '[':
        return bracketed();
      case '\\':
        return escape();
      case '*':
      case '+':
      case '?':
        fail(start, "nothing to repeat before " + quoted(text_.substr(start, 1)) + "; write \"\\" +
                        std::string(1, static_cast<char>(c)) + "\" for the character itself");
        return {};
      case '{':
        if (is_counted_quantifier()) {
          fail(start, "nothing to repeat before \"{\"");
          return {};
        }
        [[fallthrough]];
      case '}':
      case ']':
        if (!lenient_) {
          fail(start, quoted(text_.substr(start, 1)) + " stands alone; write \"\\" +
                          std::string(1, static_cast<char>(c)) + "\" for the character itself");
          return {};
        }
        [[fallthrough]];
      default:
        ++at_;
        return literal(c);
    }
  }

  PatternNode group(int depth) {
    const std::size_t start = at_++;
    PatternNode out;
    out.kind = PatternNode::Kind::group;
    bool captures = false;
    if (take(U"?:")) {
    } else if (looking_at(U"?=") || looking_at(U"?!") || looking_at(U"?<=") || looking_at(U"?<!")) {
      ++at_;
      out.kind = PatternNode::Kind::look;
      out.behind = take(U"<");
      out.negated = peek() == '!';
      ++at_;
      syntax_.has_look = true;
      syntax_.is_unusual |= out.behind;
    } else if (take(U"?<")) {
      const std::optional<std::u32string> name = group_name();
      if (!name) return {};
      captures = true;
      out.number = ++syntax_.group_count;
      for (const auto& [other, group] : names_) {
        if (other != *name) continue;
        fail(start, "two groups have the name " + quoted(*name));
        return {};
      }
      names_.emplace_back(*name, out.number);
    } else if (peek() == '?' && !at_end()) {
      fail(start, "the group begins with " + quoted(text_.substr(start, 3)) +
                      ", which ECMA-262 does not know; it knows (?: (?= (?! (?<= (?<! (?<name>");
      return {};
    } else {
      captures = true;
      out.number = ++syntax_.group_count;
    }
    PatternNode inside = disjunction(depth + 1);
    if (error_) return {};
    if (!take(U")")) {
      fail(start, "the group that opens here is never closed; add \")\"");
      return {};
    }
    if (out.kind == PatternNode::Kind::group && !captures) {
      // A class of its own would be lost on a quantifier: (?:^)* is legal, ^* is not.
      PatternNode wrapped;
      wrapped.kind = PatternNode::Kind::sequence;
      wrapped.children.push_back(std::move(inside));
      return wrapped;
    }
    out.children.push_back(std::move(inside));
    return out;
  }

  // The name after "(?<" or "\k<", with its ">".
  std::optional<std::u32string> group_name() {
    const std::size_t start = at_;
    std::u32string name;
    while (!at_end() && peek() != '>') {
      char32_t c = peek();
      if (c == '\\' && peek(1) == 'u') {
        at_ += 2;
        const std::optional<char32_t> escaped = unicode_escape(at_ - 2);
        if (!escaped) return std::nullopt;
        c = *escaped;
      } else {
        ++at_;
      }
      if (!(name.empty() ? starts_name(c) : continues_name(c))) {
        fail(at_ - 1, "the name of a group is made of letters, digits, \"_\" and \"$\"");
        return std::nullopt;
      }
      name.push_back(c);
    }
    if (name.empty() || !take(U">")) {
      fail(start, "the name of a group is missing or not closed by \">\"");
      return std::nullopt;
    }
    return name;
  }

  void resolve_references() {
    for (const Reference& reference : references_) {
      std::uint32_t group = reference.group;
      if (!reference.name.empty()) {
        const auto named = std::find_if(names_.begin(), names_.end(), [&](const auto& entry) {
          return entry.first == reference.name;
        });
        if (named == names_.end()) {
          return fail(reference.at, "no group has the name " + quoted(reference.name));
        }
        group = named->second;
      } else if (group > syntax_.group_count) {
        return fail(reference.at, "there is no group " + std::to_string(group) +
                                      " for the back-reference; the pattern has " +
                                      std::to_string(syntax_.group_count));
      }
      syntax_.references.push_back(group);
    }
  }

  PatternNode back_reference(Reference reference) {
    PatternNode out;
    out.kind = PatternNode::Kind::back_reference;
    out.number = static_cast<std::uint32_t>(references_.size());
    references_.push_back(std::move(reference));
    return out;
  }

  // An escape outside a class.
  PatternNode escape() {
    const std::size_t start = at_++;
    if (at_end()) {
      fail(start, "the pattern ends after \"\\\"; write \"\\\\\" for the character itself");
      return {};
    }
    const char32_t c = peek();
    if (c == 'b' || c == 'B') {
      ++at_;
      syntax_.has_boundary = true;
      return leaf(PatternNode::Kind::boundary, c == 'B');
    }
    if (c == 'k') {
      ++at_;
      if (!take(U"<")) {
        fail(start, "\"\\k\" needs the name of a group, as in \\k<name>");
        return {};
      }
      std::optional<std::u32string> name = group_name();
      if (!name) return {};
      return back_reference({start, 0, std::move(*name)});
    }
    if (c >= '1' && c <= '9') return back_reference({start, number(), {}});
    if (std::optional<CharacterClass> members = class_escape())
      return class_node(std::move(*members));
    const std::optional<char32_t> escaped = error_ ? std::nullopt : character_escape(start);
    return escaped ? literal(*escaped) : PatternNode{};
  }

  // \d \D \s \S \w \W \p{} \P{}; the "\" has been read. None and no error: something else.
  std::optional<CharacterClass> class_escape() {
    const auto set = [this](const CodepointSet& members, char32_t lower) {
      const bool negated = peek() != lower;
      ++at_;
      return CharacterClass{negated ? members.complement() : members, {}, false};
    };
    switch (peek()) {
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
        return property_escape();
      default:
        return std::nullopt;
    }
  }

  std::optional<CharacterClass> property_escape() {
    const std::size_t start = at_ - 1;
    const bool negated = peek() == 'P';
    ++at_;
    const std::size_t close = text_.find(U'}', at_);
    if (peek() != '{' || close == std::u32string::npos) {
      fail(start, "\"\\p\" needs the name of a Unicode property, as in \\p{Letter}");
      return std::nullopt;
    }
    const std::u32string inside = text_.substr(at_ + 1, close - at_ - 1);
    at_ = close + 1;
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
      fail(start, "no Unicode property has the name " + quoted(inside));
      return std::nullopt;
    }
    CharacterClass out;
    if (property->name == "Any" || property->name == "ASCII") {
      out.set.add(0, property->name == "Any" ? kLastCodepoint : 0x7F);
      out.set.normalise();
      if (negated) out.set = out.set.complement();
    } else {
      syntax_.is_unusual |= property->kind == Property::Kind::binary;
      out.properties.push_back({*property, negated});
    }
    return out;
  }

  // The rest of \xHH, \uHHHH and so on: `count` hexadecimal digits.
  std::optional<char32_t> hex(std::size_t count) {
    char32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const int digit = has(i) ? hex_value(peek(i)) : -1;
      if (digit < 0) return std::nullopt;
      value = value * 16 + static_cast<char32_t>(digit);
    }
    at_ += count;
    return value;
  }

  // After "\u".
  std::optional<char32_t> unicode_escape(std::size_t start) {
    if (take(U"{")) {
      char32_t value = 0;
      std::size_t count = 0;
      for (; !at_end() && hex_value(peek()) >= 0; ++at_, ++count) {
        value = std::min<char32_t>(value * 16 + static_cast<char32_t>(hex_value(peek())),
                                   kLastCodepoint + 1);
      }
      if (count == 0 || !take(U"}") || value > kLastCodepoint) {
        fail(start, "\"\\u{\" needs a code point up to 10FFFF in hexadecimal digits and \"}\"");
        return std::nullopt;
      }
      return value;
    }
    const std::optional<char32_t> lead = hex(4);
    if (!lead) {
      fail(start, "\"\\u\" needs four hexadecimal digits, or a code point as in \\u{1F600}");
      return std::nullopt;
    }
    if (*lead < 0xD800 || *lead > 0xDBFF || !looking_at(U"\\u")) return lead;
    const std::size_t after_lead = at_;
    at_ += 2;
    const std::optional<char32_t> trail = hex(4);
    if (!trail || *trail < 0xDC00 || *trail > 0xDFFF) {
      at_ = after_lead;
      return lead;
    }
    return 0x10000 + ((*lead - 0xD800) << 10U) + (*trail - 0xDC00);
  }

  // One character written as an escape; the "\" at `start` has been read.
  std::optional<char32_t> character_escape(std::size_t start) {
    const char32_t c = peek();
    ++at_;
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
        if (!is_digit(peek())) return U'\0';
        fail(start, "an octal escape; write \\x and two hexadecimal digits instead");
        return std::nullopt;
      case 'c':
        if (has(0) && is_ascii_letter(peek())) return text_[at_++] & 0x1FU;
        fail(start, "\"\\c\" needs a letter from A to Z after it");
        return std::nullopt;
      case 'x': {
        const std::optional<char32_t> value = hex(2);
        if (!value) fail(start, "\"\\x\" needs two hexadecimal digits after it");
        return value;
      }
      case 'u':
        return unicode_escape(start);
      default:
        break;
    }
    if (kSyntaxCharacters.find(c) != std::u32string_view::npos) return c;
    if (lenient_ && is_punctuation(c)) return c;
    fail(start, quoted(text_.substr(start, 2)) + " is no escape that ECMA-262 knows" +
                    (is_punctuation(c) ? "; write the character without \"\\\"" : ""));
    return std::nullopt;
  }

  // One member of a class: a character, or a set for an escape such as \d.
  struct Member {
    char32_t codepoint = 0;
    std::optional<CharacterClass> members;
  };

  Member class_member() {
    const std::size_t start = at_;
    if (!take(U"\\")) return {text_[at_++], std::nullopt};
    if (at_end()) {
      fail(start, "the pattern ends after \"\\\"");
      return {};
    }
    if (take(U"b")) return {U'\b', std::nullopt};
    if (take(U"-")) return {U'-', std::nullopt};
    if (std::optional<CharacterClass> members = class_escape()) return {0, std::move(members)};
    const std::optional<char32_t> escaped = error_ ? std::nullopt : character_escape(start);
    return {escaped.value_or(0), std::nullopt};
  }

  PatternNode bracketed() {
    const std::size_t start = at_++;
    CharacterClass out;
    const bool negated = take(U"^");
    const auto add = [&out](const Member& member) {
      if (!member.members) return out.set.add(member.codepoint, member.codepoint);
      out.set.add(member.members->set);
      out.properties.insert(out.properties.end(), member.members->properties.begin(),
                            member.members->properties.end());
    };
    while (!error_ && !at_end() && peek() != ']') {
      const std::size_t first_at = at_;
      const Member first = class_member();
      if (error_) return {};
      if (peek() != '-' || !has(1) || peek(1) == ']') {
        add(first);
        continue;
      }
      ++at_;
      const Member last = class_member();
      if (error_) return {};
      if (first.members || last.members) {
        if (!lenient_) {
          fail(first_at,
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
        fail(first_at, "the range " + quoted(text_.substr(first_at, at_ - first_at)) +
                           " is out of order: the smaller character comes first");
        return {};
      }
      out.set.add(first.codepoint, last.codepoint);
    }
    if (error_) return {};
    if (!take(U"]")) {
      fail(start, "the class that opens here is never closed; add \"]\"");
      return {};
    }
    out.set.normalise();
    if (negated && out.properties.empty()) {
      out.set = out.set.complement();
    } else {
      out.negated = negated;
    }
    return class_node(std::move(out));
  }

  std::u32string text_;
  bool lenient_;
  std::size_t at_ = 0;
  Syntax syntax_;
  std::vector<std::pair<std::u32string, std::uint32_t>> names_;
  std::vector<Reference> references_;
  std::optional<std::string> error_;
};

}  // namespace

Result<Syntax> parse_syntax(std::string_view pattern, Strictness strictness) {
  if (pattern.size() > kMaxLength) {
    return Error{"the pattern is longer than " + std::to_string(kMaxLength) + " bytes"};
  }
  std::u32string text;
  text.reserve(pattern.size());
  for (std::size_t at = 0; at < pattern.size();) {
    const utf8::Step step = utf8::decode(pattern.substr(at));
    if (!step.valid) {
      return Error{"the pattern is no UTF-8 text (character " + std::to_string(text.size() + 1) +
                   " of the pattern)"};
    }
    text.push_back(step.codepoint);
    at += step.size;
  }
  return Parser(std::move(text), strictness).parse();
}

}  // namespace proclint
