#include "core/pattern/i_regexp.h"

#include <optional>
#include <string>

#include "core/source/utf8.h"

namespace proclint {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// RFC 9485, section 4: IsCategory.
bool is_category(std::string_view name) {
  struct Category {
    char first;
    std::string_view second;
  };
  static constexpr Category kCategories[] = {{'L', "lmotu"},   {'M', "cen"}, {'N', "dlo"},
                                             {'P', "cdefios"}, {'Z', "lps"}, {'S', "ckmo"},
                                             {'C', "cfno"}};
  if (name.empty() || name.size() > 2) return false;
  for (const Category& each : kCategories) {
    if (each.first != name[0]) continue;
    return name.size() == 1 || each.second.find(name[1]) != std::string_view::npos;
  }
  return false;
}

// Goes through an I-Regexp by the grammar of RFC 9485, section 4, and writes it as ECMA-262 has it.
// Groups are counted, not recursed into; Pattern bounds their depth.
class Translator {
 public:
  explicit Translator(std::string_view text) : text_(text) {}

  Result<std::string> translate() {
    while (!error_ && at_ < text_.size()) step();
    if (!error_ && open_groups_ > 0) fail(at_, "\"(\" is never closed; add \")\"");
    if (error_) return *std::move(error_);
    return std::move(out_);
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  void fail(std::size_t at, const std::string& reason) {
    if (error_) return;
    const std::size_t number = utf8::count_codepoints(text_.substr(0, at)) + 1;
    error_ = Error{reason + " (character " + std::to_string(number) + " of the pattern)"};
  }

  void step() {
    const char c = peek();
    const bool could_repeat = can_repeat_;
    can_repeat_ = true;
    switch (c) {
      case '|':
        can_repeat_ = false;
        return copy(1);
      case '(':
        can_repeat_ = false;
        ++open_groups_;
        ++at_;
        out_ += "(?:";
        return;
      case ')':
        if (open_groups_ == 0) return fail(at_, "\")\" closes no group; write \"\\)\"");
        --open_groups_;
        return copy(1);
      case '*':
      case '+':
      case '?':
      case '{':
        can_repeat_ = false;
        if (!could_repeat) {
          return fail(at_, std::string("nothing to repeat before \"") + c + "\"; write \"\\" + c +
                               "\" for the character itself");
        }
        return c == '{' ? counted() : copy(1);
      case '.':
        ++at_;
        out_ += "[^\\n\\r]";
        return;
      case '[':
        return character_class();
      case '\\':
        return escape(false);
      case ']':
      case '}':
        return fail(at_, std::string("\"") + c + "\" stands alone; write \"\\" + c +
                             "\" for the character itself");
      default:
        return copy(utf8::decode(text_.substr(at_, 4)).size);
    }
  }

  void copy(std::size_t size) {
    out_ += text_.substr(at_, size);
    at_ += size;
  }

  // range-quantifier = "{" QuantExact [ "," [ QuantExact ] ] "}"
  void counted() {
    const std::size_t begin = at_++;
    const auto digits = [this] {
      const std::size_t from = at_;
      while (is_digit(peek())) ++at_;
      return at_ != from;
    };
    bool is_sound = digits();
    if (is_sound && peek() == ',') {
      ++at_;
      digits();
    }
    is_sound = is_sound && peek() == '}';
    if (!is_sound) return fail(begin, R"("{" begins no count such as {2,3}; write "\{")");
    ++at_;
    out_ += text_.substr(begin, at_ - begin);
  }

  // SingleCharEsc / charClassEsc.
  void escape(bool in_class) {
    const char c = peek(1);
    if (c == 'p' || c == 'P') return property();
    static constexpr std::string_view kEscaped = "()*+-.?[\\]^nrt{|}";
    if (c == '\0' || kEscaped.find(c) == std::string_view::npos) {
      return fail(at_, std::string("\"\\") + (c == '\0' ? std::string() : std::string(1, c)) +
                           "\" is no escape of I-Regexp (RFC 9485)");
    }
    if (c == '-' && !in_class) {
      ++at_;
      return copy(1);
    }
    copy(2);
  }

  void property() {
    const std::size_t begin = at_;
    const std::size_t end = text_.find('}', begin);
    if (peek(2) != '{' || end == std::string_view::npos ||
        !is_category(text_.substr(begin + 3, end - begin - 3))) {
      return fail(begin, R"(expected a category of Unicode such as \p{L} or \p{Lu})");
    }
    copy(end + 1 - begin);
  }

  // charClassExpr = "[" [ "^" ] ( "-" / CCE1 ) *CCE1 [ "-" ] "]"
  void character_class() {
    const std::size_t begin = at_;
    copy(peek(1) == '^' ? 2 : 1);
    for (bool is_first = true; !error_; is_first = false) {
      if (at_ >= text_.size()) return fail(begin, R"("[" is never closed; add "]")");
      if (peek() == ']') {
        if (is_first) return fail(begin, "the class names no character");
        return copy(1);
      }
      if (peek() == '-') {
        if (!is_first && peek(1) != ']') {
          return fail(at_, R"("-" inside a class is written "\-")");
        }
        out_ += '\\';
        copy(1);
        continue;
      }
      class_member();
    }
  }

  // CCE1 = ( CCchar [ "-" CCchar ] ) / charClassEsc
  void class_member() {
    const bool is_property = peek() == '\\' && (peek(1) == 'p' || peek(1) == 'P');
    class_character();
    if (is_property || peek() != '-' || peek(1) == ']' || at_ + 1 >= text_.size()) return;
    copy(1);
    if (peek() == '-' || (peek() == '\\' && (peek(1) == 'p' || peek(1) == 'P'))) {
      return fail(at_, "a range ends in a character");
    }
    class_character();
  }

  void class_character() {
    if (error_) return;
    if (peek() == '\\') return escape(true);
    if (peek() == '[') return fail(at_, R"("[" inside a class is written "\[")");
    copy(utf8::decode(text_.substr(at_, 4)).size);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t open_groups_ = 0;
  bool can_repeat_ = false;  // what stands before may have a quantifier
  std::string out_;
  std::optional<Error> error_;
};

}  // namespace

Result<Pattern> parse_i_regexp(std::string_view text, Extent extent) {
  Result<std::string> ecma = Translator(text).translate();
  if (!ecma) return ecma.error();
  const Result<Pattern> inner = Pattern::parse(*ecma);
  if (!inner || extent == Extent::part) return inner;
  return Pattern::parse("^(?:" + *ecma + ")$");
}

}  // namespace proclint
