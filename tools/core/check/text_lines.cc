#include "core/check/text_lines.h"

#include <algorithm>
#include <array>

namespace proclint {

std::size_t line_end_size(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  return text.substr(0, end).find('\n') == std::string_view::npos ? 0 : end;
}

bool begins_with_number(std::string_view line) {
  const std::size_t end = line.find_first_not_of("0123456789");
  return end != 0 && end != std::string_view::npos && (line[end] == '.' || line[end] == ')');
}

bool begins_with_bullet(std::string_view line) {
  constexpr std::array<std::string_view, 10> kBullets{"\u2022", "\u2023", "\u2043", "\u2219",
                                                      "\u25A0", "\u25AA", "\u25CB", "\u25CF",
                                                      "\u25E6", "\uF0B7"};
  constexpr std::array<std::string_view, 6> kBeforeBlank{"-", "*", "+", "o", "\u2013", "\u00B7"};
  const auto is_begin = [line](std::string_view bullet) { return line.starts_with(bullet); };
  if (std::any_of(kBullets.begin(), kBullets.end(), is_begin)) return true;
  return std::any_of(kBeforeBlank.begin(), kBeforeBlank.end(), [&](std::string_view bullet) {
    if (!is_begin(bullet)) return false;
    const std::string_view rest = line.substr(bullet.size());
    return rest.empty() || rest.find_first_of(" \t\r\n\xC2") == 0;
  });
}

}  // namespace proclint
