#include <charconv>
#include <utility>

#include "core/document/path.h"
#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::int64_t kMaxInteger = 9007199254740991;  // 2^53 - 1: RFC 9535, 2.1

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// RFC 9535, 2.5.1.1: name-first, any byte of a character outside ASCII included.
bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

/// Reads a query by the grammar of RFC 9535, appendix A. Each function reads one production at
/// `at_`; after a mistake `error_` is set and nothing more is read.
class PathParser {
 public:
  explicit PathParser(std::string_view query) : query_(query) {}

  std::variant<Path, PathError> parse() {
    if (const std::size_t bad = utf8::find_invalid(query_); bad != std::string_view::npos) {
      return PathError{bad, "these bytes are no text in UTF-8"};
    }
    if (!take('$')) return PathError{0, "a path begins with \"$\""};
    for (;;) {
      const std::size_t before = at_;
      skip_blanks();
      if (at_ == query_.size()) {
        if (before != at_) fail(before, "a path ends without blanks");
        break;
      }
      if (!segment()) break;
    }
    if (error_) return *std::move(error_);
    return std::move(path_);
  }

 private:
  bool at_end() const { return at_ == query_.size(); }
  char peek() const { return at_end() ? '\0' : query_[at_]; }
  bool take(char c) {
    if (at_end() || query_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool take(std::string_view text) {
    if (!query_.substr(at_).starts_with(text)) return false;
    at_ += text.size();
    return true;
  }
  void skip_blanks() {
    while (!at_end() && std::string_view(" \t\n\r").find(query_[at_]) != std::string_view::npos) {
      ++at_;
    }
  }
  bool fail(std::size_t offset, std::string reason) {
    if (!error_) error_ = PathError{offset, std::move(reason)};
    return false;
  }

  bool segment() {
    const std::size_t begin = at_;
    Path::Segment segment;
    if (take("..")) {
      segment.is_descendant = true;
      if (++descendants_ > Path::kMaxDescendants) {
        return fail(begin, "more than " + std::to_string(Path::kMaxDescendants) + " times \"..\"");
      }
      if (!(peek() == '[' ? bracket(segment) : shorthand(segment))) return false;
    } else if (take('.')) {
      if (!shorthand(segment)) return false;
    } else if (peek() == '[') {
      if (!bracket(segment)) return false;
    } else {
      return fail(at_, R"(expected ".", ".." or "[" here)");
    }
    if (path_.segments_.size() == Path::kMaxSegments) {
      return fail(begin, "more than " + std::to_string(Path::kMaxSegments) + " steps");
    }
    path_.segments_.push_back(std::move(segment));
    return true;
  }

  bool shorthand(Path::Segment& segment) {
    if (take('*')) {
      segment.selectors.emplace_back(Path::Wildcard{});
      return true;
    }
    const std::size_t begin = at_;
    if (!starts_name(peek())) {
      return fail(at_, R"(expected a name or "*" behind the point)");
    }
    while (starts_name(peek()) || is_digit(peek())) ++at_;
    if (peek() == '-') {
      return fail(at_, "a name with \"-\" is written in brackets and quotes: ['follow-up']");
    }
    segment.selectors.emplace_back(std::string(query_.substr(begin, at_ - begin)));
    return true;
  }

  bool bracket(Path::Segment& segment) {
    const std::size_t begin = at_++;
    do {
      skip_blanks();
      if (!selector(segment)) return false;
      skip_blanks();
    } while (take(','));
    if (take(']')) return true;
    if (at_end()) return fail(begin, "the bracket is not closed");
    return fail(at_, R"(expected "," or "]" here)");
  }

  bool selector(Path::Segment& segment) {
    const char c = peek();
    if (c == '\'' || c == '"') {
      std::string name;
      if (!quoted(name)) return false;
      segment.selectors.emplace_back(std::move(name));
      return true;
    }
    if (take('*')) {
      segment.selectors.emplace_back(Path::Wildcard{});
      return true;
    }
    if (is_digit(c) || c == '-' || c == ':') return index_or_slice(segment);
    if (c == '?') return fail(at_, "filters (\"?\") are not supported");
    return fail(at_, "expected a name in quotes, a number, a slice or \"*\" in the bracket");
  }

  bool index_or_slice(Path::Segment& segment) {
    Path::Slice slice;
    if (peek() != ':' && !integer(slice.start.emplace())) return false;
    const std::size_t behind = at_;
    skip_blanks();
    if (!take(':')) {
      at_ = behind;
      segment.selectors.emplace_back(*slice.start);
      return true;
    }
    skip_blanks();
    if (starts_integer() && !integer(slice.end.emplace())) return false;
    skip_blanks();
    if (take(':')) {
      skip_blanks();
      if (starts_integer() && !integer(slice.step)) return false;
    }
    segment.selectors.emplace_back(slice);
    return true;
  }

  bool starts_integer() const { return is_digit(peek()) || peek() == '-'; }

  // int = "0" / (["-"] DIGIT1 *DIGIT), at most 2^53 - 1 either way.
  bool integer(std::int64_t& out) {
    const std::size_t begin = at_;
    const bool is_negative = take('-');
    const std::size_t digits = at_;
    while (is_digit(peek())) ++at_;
    if (at_ == digits) return fail(begin, "expected a digit behind \"-\"");
    if (query_[digits] == '0' && (at_ - digits > 1 || is_negative)) {
      return fail(begin, "a number is written without a leading zero, and 0 without a sign");
    }
    const auto [end, problem] = std::from_chars(query_.data() + begin, query_.data() + at_, out);
    if (problem != std::errc() || out > kMaxInteger || out < -kMaxInteger) {
      return fail(begin, "the number is too large");
    }
    return true;
  }

  bool quoted(std::string& out) {
    const std::size_t begin = at_;
    const char quote = query_[at_++];
    while (!at_end()) {
      const char c = query_[at_];
      if (c == quote) {
        ++at_;
        return true;
      }
      if (static_cast<unsigned char>(c) < 0x20) {
        return fail(at_, "a control character in a name is written as an escape");
      }
      if (c == '\\') {
        if (!escape(quote, out)) return false;
        continue;
      }
      out.push_back(c);
      ++at_;
    }
    return fail(begin, "the quote is not closed");
  }

  bool escape(char quote, std::string& out) {
    static constexpr std::string_view kLetters = "bfnrt/\\";
    static constexpr std::string_view kMeanings = "\b\f\n\r\t/\\";
    const std::size_t begin = at_++;
    const char c = peek();
    if (!at_end() && c == quote) {
      out.push_back(quote);
    } else if (const std::size_t i = at_end() ? std::string_view::npos : kLetters.find(c);
               i != std::string_view::npos) {
      out.push_back(kMeanings[i]);
    } else if (c == 'u') {
      ++at_;
      return unicode_escape(begin, out);
    } else {
      return fail(begin, "this is no escape of JSONPath");
    }
    ++at_;
    return true;
  }

  bool unicode_escape(std::size_t begin, std::string& out) {
    char32_t first = 0;
    if (!four_hex_digits(first))
      return fail(begin, "expected four hexadecimal digits behind \"\\u\"");
    if (first >= 0xDC00 && first <= 0xDFFF) {
      return fail(begin, "the second half of a surrogate pair without its first");
    }
    if (first >= 0xD800 && first <= 0xDBFF) {
      char32_t second = 0;
      if (!take("\\u") || !four_hex_digits(second) || second < 0xDC00 || second > 0xDFFF) {
        return fail(begin, "the first half of a surrogate pair without its second");
      }
      first = 0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00);
    }
    utf8::append(out, first);
    return true;
  }

  bool four_hex_digits(char32_t& out) {
    for (int i = 0; i < 4; ++i) {
      const int digit = hex_digit(peek());
      if (digit < 0) return false;
      out = out * 16 + static_cast<char32_t>(digit);
      ++at_;
    }
    return true;
  }

  std::string_view query_;
  std::size_t at_ = 0;
  std::size_t descendants_ = 0;
  Path path_;
  std::optional<PathError> error_;
};

std::variant<Path, PathError> Path::parse(std::string_view query) {
  return PathParser(query).parse();
}

}  // namespace proclint
