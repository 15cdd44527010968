#include "core/document/path_scanner.h"

#include <charconv>
#include <utility>

#include "core/source/utf8.h"

namespace proclint {
namespace {

constexpr std::int64_t kMaxInteger = 9007199254740991;  // 2^53 - 1: RFC 9535, 2.1

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// RFC 9535, 2.5.1.1: name-first, any byte of a character outside ASCII included.
bool starts_name(char c) {
  return is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

bool PathScanner::take(std::string_view text) {
  if (!query_.substr(at_).starts_with(text)) return false;
  at_ += text.size();
  return true;
}

void PathScanner::skip_blanks() {
  while (!at_end() && std::string_view(" \t\n\r").find(query_[at_]) != std::string_view::npos) {
    ++at_;
  }
}

bool PathScanner::fail(std::size_t begin, std::size_t end, std::string reason) {
  if (!error_) {
    error_ = PathError{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                       std::move(reason)};
  }
  return false;
}

bool PathScanner::fail(std::size_t at, std::string reason) {
  return fail(at, at + utf8::decode(query_.substr(at, 4)).size, std::move(reason));
}

bool PathScanner::starts_integer() const { return is_digit(peek()) || peek() == '-'; }

bool PathScanner::integer(std::int64_t& out) {
  const std::size_t begin = at_;
  const bool is_negative = take("-");
  const std::size_t digits = at_;
  while (is_digit(peek())) ++at_;
  if (at_ == digits) return fail(begin, "expected a digit behind \"-\"");
  if (query_[digits] == '0' && (at_ - digits > 1 || is_negative)) {
    return fail(begin, at_, "a number is written without a leading zero, and 0 without a sign");
  }
  const auto [end, problem] = std::from_chars(query_.data() + begin, query_.data() + at_, out);
  if (problem != std::errc() || out > kMaxInteger || out < -kMaxInteger) {
    return fail(begin, at_, "the number is too large; 9007199254740991 is the largest");
  }
  return true;
}

bool PathScanner::number(std::string& out) {
  const std::size_t begin = at_;
  take("-");
  const auto digits = [this] {
    const std::size_t from = at_;
    while (is_digit(peek())) ++at_;
    return at_ - from;
  };
  const std::size_t first = at_;
  const std::size_t whole = digits();
  if (whole == 0) return fail(at_, "expected a digit behind \"-\"");
  if (whole > 1 && query_[first] == '0') {
    return fail(begin, at_, "a number is written without a leading zero");
  }
  if (peek() == '.') {
    ++at_;
    if (digits() == 0) return fail(begin, at_, "a number has a digit behind its point");
  }
  if (peek() == 'e' || peek() == 'E') {
    ++at_;
    if (peek() == '+' || peek() == '-') ++at_;
    if (digits() == 0) return fail(begin, at_, "a number has a digit behind its \"e\"");
  }
  out = query_.substr(begin, at_ - begin);
  return true;
}

bool PathScanner::quoted(std::string& out) {
  const std::size_t begin = at_;
  const char quote = query_[at_++];
  while (!at_end()) {
    const char c = query_[at_];
    if (c == quote) {
      ++at_;
      return true;
    }
    if (static_cast<unsigned char>(c) < 0x20) {
      return fail(at_, "a control character in quotes is written as an escape, such as \\n");
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

bool PathScanner::escape(char quote, std::string& out) {
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
  } else if (c == '\'' || c == '"') {
    return fail(begin, at_ + 1, "only the quote that ends the text is written with \"\\\"");
  } else {
    return fail(begin, at_ + utf8::decode(query_.substr(at_, 4)).size,
                "this is no escape of JSONPath; a backslash itself is written \"\\\\\"");
  }
  ++at_;
  return true;
}

bool PathScanner::unicode_escape(std::size_t begin, std::string& out) {
  char32_t first = 0;
  if (!four_hex_digits(first)) {
    return fail(begin, at_, "expected four hexadecimal digits behind \"\\u\"");
  }
  if (first >= 0xDC00 && first <= 0xDFFF) {
    return fail(begin, at_, "the second half of a surrogate pair without its first");
  }
  if (first >= 0xD800 && first <= 0xDBFF) {
    const std::size_t end = at_;
    char32_t second = 0;
    if (!take("\\u") || !four_hex_digits(second) || second < 0xDC00 || second > 0xDFFF) {
      return fail(begin, end, "the first half of a surrogate pair without its second");
    }
    first = 0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00);
  }
  utf8::append(out, first);
  return true;
}

bool PathScanner::four_hex_digits(char32_t& out) {
  for (int i = 0; i < 4; ++i) {
    const int digit = hex_digit(peek());
    if (digit < 0) return false;
    out = out * 16 + static_cast<char32_t>(digit);
    ++at_;
  }
  return true;
}

bool PathScanner::shorthand_name(std::string& out) {
  const std::size_t begin = at_;
  if (!starts_name(peek())) return fail(at_, R"(expected a name or "*" behind the point)");
  while (starts_name(peek()) || is_digit(peek())) ++at_;
  if (peek() == '-') {
    return fail(at_, "a name with \"-\" is written in brackets and quotes: ['follow-up']");
  }
  out = query_.substr(begin, at_ - begin);
  return true;
}

std::string_view PathScanner::word() {
  const std::size_t begin = at_;
  while (is_letter(peek()) || is_digit(peek()) || peek() == '_') ++at_;
  return query_.substr(begin, at_ - begin);
}

}  // namespace proclint
