#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace proclint {

/// The text of a pattern while it is parsed: what has been read, and the first error.
struct PatternText {
  std::u32string text;
  bool is_lenient = false;
  std::size_t at = 0;
  std::optional<std::string> error;

  bool at_end() const { return at >= text.size(); }
  bool has(std::size_t ahead) const { return at + ahead < text.size(); }
  char32_t peek(std::size_t ahead = 0) const { return has(ahead) ? text[at + ahead] : U'\0'; }
  bool looking_at(std::u32string_view wanted) const {
    return std::u32string_view(text).substr(at).starts_with(wanted);
  }
  bool take(std::u32string_view wanted) {
    if (!looking_at(wanted)) return false;
    at += wanted.size();
    return true;
  }
  /// Notes an error at a character. The first one wins: what follows it is guesswork.
  void fail(std::size_t where, const std::string& reason) {
    if (!error) error = reason + " (character " + std::to_string(where + 1) + " of the pattern)";
  }
};

constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
/// A part of a pattern in quotes, for an error.
std::string quoted(std::u32string_view text);

}  // namespace proclint
