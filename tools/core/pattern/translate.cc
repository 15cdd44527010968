#include "core/pattern/translate.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/pattern/look_behind.h"

namespace proclint {
namespace {

constexpr std::uint32_t kMaxRe2Repeat = 1000;
constexpr std::uint32_t kMaxPcre2Repeat = 65535;

enum class Dialect : std::uint8_t { re2, pcre2 };

// Writes one dialect. `refusal` says what the dialect does not have.
class Writer {
 public:
  Writer(const Syntax& syntax, Dialect dialect) : syntax_(syntax), dialect_(dialect) {
    captured_.assign(syntax.group_count + 1, 0);
    for (const std::uint32_t group : syntax.references) captured_[group] = 1;
    std::uint32_t next = 0;
    for (std::uint32_t& group : captured_) group = group == 0 ? 0 : ++next;
  }

  void write(const PatternNode& node) {
    switch (node.kind) {
      case PatternNode::Kind::empty:
        out_ += "(?:)";
        break;
      case PatternNode::Kind::character:
        if (node.codepoint >= 0xD800 && node.codepoint <= 0xDFFF) {
          write_set({});
        } else {
          write_codepoint(node.codepoint);
        }
        break;
      case PatternNode::Kind::character_class:
        write_class(syntax_.classes[node.number]);
        break;
      case PatternNode::Kind::begin:
        out_ += "\\A";
        break;
      case PatternNode::Kind::end:
        out_ += "\\z";
        break;
      case PatternNode::Kind::boundary:
        // RE2 tries each byte: its \B also holds between the bytes of one character.
        if (node.negated && dialect_ == Dialect::re2) return refuse("\\B");
        out_ += node.negated ? "\\B" : "\\b";
        break;
      case PatternNode::Kind::sequence:
        for (const PatternNode& child : node.children) {
          child.kind == PatternNode::Kind::either ? write_grouped(child) : write(child);
        }
        break;
      case PatternNode::Kind::either:
        for (const PatternNode& child : node.children) {
          if (&child != &node.children.front()) out_ += '|';
          write(child);
        }
        break;
      case PatternNode::Kind::repeat:
        write_repeat(node);
        break;
      case PatternNode::Kind::group:
        if (dialect_ == Dialect::pcre2 && captured_[node.number] != 0) {
          out_ += '(';
          write(node.children.front());
          out_ += ')';
        } else {
          write_grouped(node.children.front());
        }
        break;
      case PatternNode::Kind::back_reference:
        if (dialect_ == Dialect::re2) return refuse("a back-reference");
        out_ += "\\g{" + std::to_string(captured_[syntax_.references[node.number]]) + '}';
        break;
      case PatternNode::Kind::look:
        if (dialect_ == Dialect::re2) return refuse("look-around");
        out_ += node.behind ? "(?<" : "(?";
        out_ += node.negated ? '!' : '=';
        write_look_inside(node);
        out_ += ')';
        break;
    }
  }

  bool refused() const { return !refusal_.empty(); }
  const std::string& refusal() const { return refusal_; }
  std::string& text() { return out_; }

 private:
  void refuse(std::string_view what) {
    if (refusal_.empty()) refusal_ = "the pattern needs " + std::string(what);
  }

  void write_grouped(const PatternNode& node) {
    out_ += "(?:";
    write(node);
    out_ += ')';
  }

  void write_look_inside(const PatternNode& look) {
    if (!look.behind) return write(look.children.front());
    const Result<PatternNode> inside = split_by_length(look.children.front(), syntax_);
    if (!inside) {
      if (refusal_.empty()) refusal_ = inside.error().message;
      return;
    }
    write(*inside);
  }

  void write_repeat(const PatternNode& node) {
    const std::uint32_t limit = dialect_ == Dialect::re2 ? kMaxRe2Repeat : kMaxPcre2Repeat;
    if (node.min > limit || (node.max != PatternNode::kUnbounded && node.max > limit)) {
      return refuse("a repeat of more than " + std::to_string(limit) + " times");
    }
    const PatternNode& child = node.children.front();
    const bool single = child.kind == PatternNode::Kind::character ||
                        child.kind == PatternNode::Kind::character_class;
    single ? write(child) : write_grouped(child);
    if (node.min == 0 && node.max == 1) {
      out_ += '?';
    } else if (node.min <= 1 && node.max == PatternNode::kUnbounded) {
      out_ += node.min == 0 ? '*' : '+';
    } else {
      out_ += '{' + std::to_string(node.min);
      if (node.max == PatternNode::kUnbounded) {
        out_ += ',';
      } else if (node.max != node.min) {
        out_ += ',' + std::to_string(node.max);
      }
      out_ += '}';
    }
    if (node.lazy) out_ += '?';
  }

  void write_codepoint(char32_t c) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       c == ' ' || c == '_';
    if (plain) {
      out_ += static_cast<char>(c);
    } else if (c > ' ' && c < 0x7F) {
      out_ += '\\';
      out_ += static_cast<char>(c);
    } else {
      constexpr std::string_view kDigits = "0123456789ABCDEF";
      std::string hex;
      for (char32_t rest = c; rest != 0 || hex.empty(); rest >>= 4U) hex += kDigits[rest & 0xFU];
      std::reverse(hex.begin(), hex.end());
      out_ += "\\x{" + hex + '}';
    }
  }

  void write_ranges(const CodepointSet& set) {
    for (const CodepointSet::Range range : set.ranges()) {
      write_codepoint(range.first);
      if (range.last == range.first) continue;
      out_ += '-';
      write_codepoint(range.last);
    }
  }

  void write_set(const CodepointSet& set) {
    if (set.empty()) {
      // Neither engine has an empty class.
      out_ += dialect_ == Dialect::re2 ? "[^\\x{0}-\\x{10FFFF}]" : "(?!)";
      return;
    }
    out_ += '[';
    write_ranges(set);
    out_ += ']';
  }

  void write_class(const CharacterClass& members) {
    if (members.properties.empty()) return write_set(members.set);
    out_ += members.negated ? "[^" : "[";
    write_ranges(members.set);
    for (const ClassProperty& member : members.properties) write_property(member);
    out_ += ']';
  }

  void write_property(const ClassProperty& member) {
    const auto [kind, name] = member.property;
    const bool assigned = kind == Property::Kind::binary && name == "Assigned";
    out_ += member.negated != assigned ? "\\P{" : "\\p{";
    if (dialect_ == Dialect::re2) {
      // RE2's category C leaves out what is not assigned.
      const bool known =
          kind == Property::Kind::script || (kind == Property::Kind::category && name != "C" &&
                                             name != "Cn" && name != "LC" && name != "Cs");
      if (!known) refuse("a Unicode property");
      out_ += name;
    } else if (name == "Changes_When_NFKC_Casefolded") {
      refuse("the Unicode property Changes_When_NFKC_Casefolded, which no engine here knows");
    } else if (assigned) {
      out_ += "Cn";
    } else if (name == "LC") {
      out_ += "L&";
    } else {
      if (kind == Property::Kind::script) out_ += "sc:";
      if (kind == Property::Kind::script_extensions) out_ += "scx:";
      out_ += name;
    }
    out_ += '}';
  }

  const Syntax& syntax_;
  Dialect dialect_;
  std::vector<std::uint32_t> captured_;  // a group's number among those captured, 0 if it is not
  std::string out_;
  std::string refusal_;
};

}  // namespace

std::optional<std::string> to_re2(const Syntax& syntax) {
  Writer writer(syntax, Dialect::re2);
  writer.write(syntax.root);
  if (writer.refused()) return std::nullopt;
  return std::move(writer.text());
}

Result<std::string> to_pcre2(const Syntax& syntax) {
  Writer writer(syntax, Dialect::pcre2);
  writer.write(syntax.root);
  if (writer.refused()) return Error{writer.refusal()};
  return std::move(writer.text());
}

}  // namespace proclint
