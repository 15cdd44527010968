#include "core/engine/mutations.h"

#include <array>

#include "core/document/pointer.h"
#include "core/document/value.h"

namespace proclint {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Mutations {
 public:
  Mutations(const Document& document, std::size_t limit)
      : text_(document.source->text()), limit_(limit) {}

  // Recursion is as deep as the document, which its reader bounds.
  void visit(Value value, const std::string& field, bool is_in_section) {
    if (value.is(Kind::map)) {
      for (const Value member : value.children()) {
        std::string own = field;
        append_pointer_token(own, member.key().text());
        const bool is_block = is_in_section && field != "/sections";
        if (!is_block) drop(member, own);
        visit(member, own, is_in_section || own == "/sections");
      }
      break_code(value, field);
    } else if (value.is(Kind::list)) {
      if (value.size() > 0) add(Damage::emptied, field, {{value.span(), "[]"}});
      swap_steps(value, field);
      for (const Value element : value.children()) visit(element, field + "/*", is_in_section);
    } else if (value.is(Kind::string) && is_in_section) {
      glue(value, field);
    }
  }

  std::vector<Mutation> take() { return std::move(out_); }

 private:
  void add(Damage damage, const std::string& field, std::vector<Edit> edits) {
    if (out_.size() < limit_) out_.push_back({damage, field, std::move(edits)});
  }

  // With the comma behind it, or else before it.
  void drop(Value member, const std::string& field) {
    Span span{member.key().span().begin, member.span().end};
    if (text_[span.end] == ',') {
      ++span.end;
    } else if (text_[span.begin - 1] == ',') {
      --span.begin;
    }
    add(Damage::dropped, field, {{span, ""}});
  }

  // The last letter or digit of a code becomes the next one.
  void break_code(Value map, const std::string& field) {
    const Value code = map.find("value");
    if (!code || !code.is(Kind::string) || !map.find("system") || code.text().empty()) return;
    const std::uint32_t at = code.span().end - 2;
    const char last = text_[at];
    if (!is_digit(last) && !is_lower(last) && !is_upper(last)) return;
    const bool is_end = last == '9' || last == 'z' || last == 'Z';
    const char next =
        is_end ? static_cast<char>(last == '9' ? '0' : last - 25) : static_cast<char>(last + 1);
    add(Damage::broken, field + "/value", {{{at, at + 1}, std::string(1, next)}});
  }

  void swap_steps(Value list, const std::string& field) {
    if (!field.ends_with("/steps") || list.size() < 2) return;
    auto step = list.children().begin();
    const Span first = (*step).span();
    const Span second = (*++step).span();
    add(Damage::swapped, field,
        {{first, std::string(slice(second))}, {second, std::string(slice(first))}});
  }

  // "One. Two" -> "One.Two"
  void glue(Value string, const std::string& field) {
    const std::string_view written = slice(string.span());
    for (std::size_t i = 1; i + 3 < written.size(); ++i) {
      const bool is_end = is_lower(written[i - 1]) && written[i] == '.' && written[i + 1] == ' ';
      if (!is_end || !is_upper(written[i + 2])) continue;
      const std::uint32_t blank = string.span().begin + static_cast<std::uint32_t>(i) + 1;
      return add(Damage::glued, field, {{{blank, blank + 1}, ""}});
    }
  }

  std::string_view slice(Span span) const { return text_.substr(span.begin, span.size()); }

  std::string_view text_;
  std::size_t limit_;
  std::vector<Mutation> out_;
};

}  // namespace

std::string_view name(Damage damage) {
  static constexpr std::array<std::string_view, 5> kNames{"dropped", "emptied", "broken", "swapped",
                                                          "glued"};
  return kNames[static_cast<std::size_t>(damage)];
}

std::vector<Mutation> mutations(const Document& document, std::size_t limit) {
  Mutations out(document, limit);
  const Value root = Value::root(document);
  if (root) out.visit(root, "", false);
  return out.take();
}

std::string damaged(std::string_view text, const Mutation& mutation) {
  std::string out;
  std::size_t done = 0;
  for (const Edit& edit : mutation.edits) {
    out.append(text.substr(done, edit.span.begin - done)).append(edit.text);
    done = edit.span.end;
  }
  return out.append(text.substr(done));
}

}  // namespace proclint
