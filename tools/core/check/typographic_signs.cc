#include "core/check/typographic_signs.h"

#include <cstddef>

namespace proclint {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_hyphens(std::string_view text) {
  for (std::size_t at = 0; (at = text.find('-', at)) != std::string_view::npos; ++at) {
    if (at + 1 == text.size()) return false;
    if (text[at + 1] == '-') return true;
    if (is_digit(text[at + 1]) && at > 0 && is_digit(text[at - 1])) return true;
  }
  return false;
}

bool has_curly_quote(std::string_view text) {
  // “ ” ‘ ’ are E2 80 and 9C, 9D, 98, 99; a bullet begins with the same byte.
  for (std::size_t at = 0; (at = text.find('\xE2', at)) != std::string_view::npos; ++at) {
    if (at + 2 >= text.size()) return false;
    if (text[at + 1] == '\x80' && (static_cast<unsigned char>(text[at + 2]) & 0xFAU) == 0x98U) {
      return true;
    }
  }
  return false;
}

}  // namespace

TypographicSigns find_typographic_signs(std::string_view text) {
  return {has_curly_quote(text), has_hyphens(text)};
}

}  // namespace proclint
