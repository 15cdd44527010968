#include "core/pattern/syntax.h"

#include <utf8proc.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/pattern/syntax_class.h"
#include "core/pattern/syntax_text.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::size_t kMaxLength = 1U << 16U;  // longer than any written by hand; bounds memory
constexpr int kMaxDepth = 200;                 // keeps recursion safe, ours and the engines'

constexpr std::uint32_t kUsualRepeat = 1000;  // what every engine can do

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

CodepointSet line_terminators() {
  CodepointSet set;
  set.add('\n', '\n');
  set.add('\r', '\r');
  set.add(0x2028, 0x2029);
  return set;
}

class Parser {
 public:
  Parser(std::u32string text, Strictness strictness) {
    in_.text = std::move(text);
    in_.is_lenient = strictness == Strictness::lenient;
  }

  Result<Syntax> parse() {
    syntax_.root = disjunction(0);
    if (!in_.error && !in_.at_end()) {  // only ")" stops a disjunction early
      in_.fail(in_.at,
               "\")\" closes no group; remove it, or write \"\\)\" for the character itself");
    }
    if (!in_.error) resolve_references();
    if (in_.error) return Error{std::move(*in_.error)};
    return std::move(syntax_);
  }

 private:
  struct Reference {
    std::size_t at = 0;
    std::uint32_t group = 0;  // 0: by name
    std::u32string name;
  };

  PatternNode disjunction(int depth) {
    if (depth > kMaxDepth) {
      in_.fail(in_.at, "groups are nested more than " + std::to_string(kMaxDepth) + " deep");
      return {};
    }
    PatternNode first = alternative(depth);
    if (in_.error || in_.peek() != '|' || in_.at_end()) return first;
    PatternNode out;
    out.kind = PatternNode::Kind::either;
    out.children.push_back(std::move(first));
    while (!in_.error && in_.take(U"|")) out.children.push_back(alternative(depth));
    return out;
  }

  PatternNode alternative(int depth) {
    PatternNode out;
    out.kind = PatternNode::Kind::sequence;
    while (!in_.error && !in_.at_end() && in_.peek() != '|' && in_.peek() != ')')
      out.children.push_back(term(depth));
    if (out.children.empty()) return {};
    if (out.children.size() == 1) {
      PatternNode only = std::move(out.children.front());
      return only;
    }
    return out;
  }

  PatternNode term(int depth) {
    const std::size_t start = in_.at;
    PatternNode atom = this->atom(depth);
    if (in_.error) return {};
    switch (atom.kind) {
      case PatternNode::Kind::begin:
      case PatternNode::Kind::end:
      case PatternNode::Kind::boundary:
      case PatternNode::Kind::look:
        if (starts_quantifier()) {
          in_.fail(in_.at, "nothing to repeat: " +
                               quoted(std::u32string_view(in_.text).substr(
                                   start, std::min<std::size_t>(in_.at - start, 12))) +
                               " matches a place, not a character");
        }
        return atom;
      default:
        return quantified(std::move(atom));
    }
  }

  bool starts_quantifier() {
    if (in_.at_end()) return false;
    if (in_.peek() == '*' || in_.peek() == '+' || in_.peek() == '?') return true;
    return in_.peek() == '{' && is_counted_quantifier();
  }

  // Whether the "{" here begins {n}, {n,} or {n,m}.
  bool is_counted_quantifier() const {
    std::size_t i = 1;
    const std::size_t first = i;
    while (is_digit(in_.peek(i))) ++i;
    if (i == first) return false;
    if (in_.peek(i) == ',') {
      ++i;
      while (is_digit(in_.peek(i))) ++i;
    }
    return in_.peek(i) == '}';
  }

  std::uint32_t number() {
    std::uint64_t value = 0;
    for (; !in_.at_end() && is_digit(in_.peek()); ++in_.at) {
      value = std::min<std::uint64_t>(value * 10 + (in_.peek() - '0'), PatternNode::kUnbounded - 1);
    }
    return static_cast<std::uint32_t>(value);
  }

  PatternNode quantified(PatternNode atom) {
    const std::size_t start = in_.at;
    std::uint32_t min = 0;
    std::uint32_t max = PatternNode::kUnbounded;
    if (in_.take(U"*")) {
    } else if (in_.take(U"+")) {
      min = 1;
    } else if (in_.take(U"?")) {
      max = 1;
    } else if (in_.peek() == '{' && is_counted_quantifier()) {
      ++in_.at;
      min = max = number();
      if (in_.take(U",")) max = in_.peek() == '}' ? PatternNode::kUnbounded : number();
      ++in_.at;
      if (max < min) {
        in_.fail(start, "the numbers in " + quoted(in_.text.substr(start, in_.at - start)) +
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
    out.lazy = in_.take(U"?");
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
    syntax_.is_unusual |=
        std::any_of(members.properties.begin(), members.properties.end(),
                    [](const auto& each) { return each.property.kind == Property::Kind::binary; });
    syntax_.classes.push_back(std::move(members));
    return out;
  }

  PatternNode atom(int depth) {
    const std::size_t start = in_.at;
    const char32_t c = in_.peek();
    switch (c) {
      case '^':
        ++in_.at;
        return leaf(PatternNode::Kind::begin);
      case '$':
        ++in_.at;
        return leaf(PatternNode::Kind::end);
      case '.':
        ++in_.at;
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
        in_.fail(start, "nothing to repeat before " + quoted(in_.text.substr(start, 1)) +
                            "; write \"\\" + std::string(1, static_cast<char>(c)) +
                            "\" for the character itself");
        return {};
      case '{':
        if (is_counted_quantifier()) {
          in_.fail(start, "nothing to repeat before \"{\"");
          return {};
        }
        [[fallthrough]];
      case '}':
      case ']':
        if (!in_.is_lenient) {
          in_.fail(start, quoted(in_.text.substr(start, 1)) + " stands alone; write \"\\" +
                              std::string(1, static_cast<char>(c)) + "\" for the character itself");
          return {};
        }
        [[fallthrough]];
      default:
        ++in_.at;
        return literal(c);
    }
  }

  PatternNode bracketed() {
    std::optional<CharacterClass> members = read_bracketed_class(in_);
    return members ? class_node(std::move(*members)) : PatternNode{};
  }

  PatternNode group(int depth) {
    const std::size_t start = in_.at++;
    PatternNode out;
    out.kind = PatternNode::Kind::group;
    bool captures = false;
    if (in_.take(U"?:")) {
    } else if (in_.looking_at(U"?=") || in_.looking_at(U"?!") || in_.looking_at(U"?<=") ||
               in_.looking_at(U"?<!")) {
      ++in_.at;
      out.kind = PatternNode::Kind::look;
      out.behind = in_.take(U"<");
      out.negated = in_.peek() == '!';
      ++in_.at;
      syntax_.has_look = true;
      syntax_.is_unusual |= out.behind;
    } else if (in_.take(U"?<")) {
      const std::optional<std::u32string> name = group_name();
      if (!name) return {};
      captures = true;
      out.number = ++syntax_.group_count;
      for (const auto& [other, group] : names_) {
        if (other != *name) continue;
        in_.fail(start, "two groups have the name " + quoted(*name));
        return {};
      }
      names_.emplace_back(*name, out.number);
    } else if (in_.peek() == '?' && !in_.at_end()) {
      in_.fail(start,
               "the group begins with " + quoted(in_.text.substr(start, 3)) +
                   ", which ECMA-262 does not know; it knows (?: (?= (?! (?<= (?<! (?<name>");
      return {};
    } else {
      captures = true;
      out.number = ++syntax_.group_count;
    }
    PatternNode inside = disjunction(depth + 1);
    if (in_.error) return {};
    if (!in_.take(U")")) {
      in_.fail(start, "the group that opens here is never closed; add \")\"");
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
    const std::size_t start = in_.at;
    std::u32string name;
    while (!in_.at_end() && in_.peek() != '>') {
      char32_t c = in_.peek();
      if (c == '\\' && in_.peek(1) == 'u') {
        in_.at += 2;
        const std::optional<char32_t> escaped = read_unicode_escape(in_, in_.at - 2);
        if (!escaped) return std::nullopt;
        c = *escaped;
      } else {
        ++in_.at;
      }
      if (!(name.empty() ? starts_name(c) : continues_name(c))) {
        in_.fail(in_.at - 1, "the name of a group is made of letters, digits, \"_\" and \"$\"");
        return std::nullopt;
      }
      name.push_back(c);
    }
    if (name.empty() || !in_.take(U">")) {
      in_.fail(start, "the name of a group is missing or not closed by \">\"");
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
          return in_.fail(reference.at, "no group has the name " + quoted(reference.name));
        }
        group = named->second;
      } else if (group > syntax_.group_count) {
        return in_.fail(reference.at, "there is no group " + std::to_string(group) +
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
    const std::size_t start = in_.at++;
    if (in_.at_end()) {
      in_.fail(start, "the pattern ends after \"\\\"; write \"\\\\\" for the character itself");
      return {};
    }
    const char32_t c = in_.peek();
    if (c == 'b' || c == 'B') {
      ++in_.at;
      syntax_.has_boundary = true;
      return leaf(PatternNode::Kind::boundary, c == 'B');
    }
    if (c == 'k') {
      ++in_.at;
      if (!in_.take(U"<")) {
        in_.fail(start, "\"\\k\" needs the name of a group, as in \\k<name>");
        return {};
      }
      std::optional<std::u32string> name = group_name();
      if (!name) return {};
      return back_reference({start, 0, std::move(*name)});
    }
    if (c >= '1' && c <= '9') return back_reference({start, number(), {}});
    if (std::optional<CharacterClass> members = read_class_escape(in_))
      return class_node(std::move(*members));
    const std::optional<char32_t> escaped =
        in_.error ? std::nullopt : read_character_escape(in_, start);
    return escaped ? literal(*escaped) : PatternNode{};
  }

  PatternText in_;
  Syntax syntax_;
  std::vector<std::pair<std::u32string, std::uint32_t>> names_;
  std::vector<Reference> references_;
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
