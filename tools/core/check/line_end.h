#pragma once

#include <string_view>

namespace proclint {

/// The line end that a text uses first: LF where it has none.
inline std::string_view line_end_of(std::string_view text) {
  const std::size_t feed = text.find('\n');
  const bool is_crlf = feed != std::string_view::npos && feed > 0 && text[feed - 1] == '\r';
  return is_crlf ? "\r\n" : "\n";
}

}  // namespace proclint
