#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/document/path.h"

namespace proclint {

/// Reads the words of a JSONPath: strings, numbers, names. Each function reads one production of
/// RFC 9535, appendix A, at `at_`; after a mistake `error_` holds the first one, and what is read
/// then has no meaning.
class PathScanner {
 protected:
  explicit PathScanner(std::string_view query) : query_(query) {}

  bool at_end() const { return at_ == query_.size(); }
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < query_.size() ? query_[at_ + ahead] : '\0';
  }
  bool take(std::string_view text);
  void skip_blanks();

  /// Keeps the first mistake; returns false.
  bool fail(std::size_t begin, std::size_t end, std::string reason);
  /// The same about the character at `at`.
  bool fail(std::size_t at, std::string reason);

  bool starts_integer() const;
  /// int = "0" / (["-"] DIGIT1 *DIGIT), at most 2^53 - 1 either way.
  bool integer(std::int64_t& out);
  /// number = (int / "-0") [ frac ] [ exp ]; `out` is as written.
  bool number(std::string& out);
  bool quoted(std::string& out);
  /// member-name-shorthand.
  bool shorthand_name(std::string& out);
  /// The letters, digits and "_" here; empty if there are none.
  std::string_view word();

  std::string_view query_;
  std::size_t at_ = 0;
  std::optional<PathError> error_;

 private:
  bool escape(char quote, std::string& out);
  bool unicode_escape(std::size_t begin, std::string& out);
  bool four_hex_digits(char32_t& out);
};

}  // namespace proclint
