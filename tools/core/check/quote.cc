#include "core/check/quote.h"

namespace proclint {

std::string quoted(std::string_view text) {
  constexpr std::size_t kMost = 60;
  std::string out = "\"";
  std::size_t size = text.size();
  if (size > kMost) {
    size = kMost;
    // Not inside of a character.
    while (size > kMost - 3 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
  }
  for (const char c : text.substr(0, size)) out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  if (size < text.size()) out += "...";
  return out += '"';
}

}  // namespace proclint
