#include "core/read/section_key.h"

#include <cstddef>

#include "core/source/utf8.h"

namespace proclint {

std::string unknown_section_key(std::string_view heading) {
  std::string key = "x";
  bool is_apart = true;
  for (std::size_t at = 0; at < heading.size();) {
    const utf8::Step step = utf8::decode(heading.substr(at));
    const char32_t c = step.codepoint;
    const bool is_ascii_word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    if (c >= 'A' && c <= 'Z') {
      if (is_apart) key += '-';
      key += static_cast<char>(c - 'A' + 'a');
      is_apart = false;
    } else if (is_ascii_word || (step.valid && c >= 0xC0 && (c < 0x2000 || c > 0x206F))) {
      if (is_apart) key += '-';
      key.append(heading, at, step.size);
      is_apart = false;
    } else {
      is_apart = true;
    }
    at += step.size;
  }
  return key.size() > 1 ? key : "x-section";
}

}  // namespace proclint
