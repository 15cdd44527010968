#include "core/pattern/syntax_text.h"

#include "core/source/utf8.h"

namespace proclint {

std::string quoted(std::u32string_view text) {
  std::string out = "\"";
  for (const char32_t c : text) utf8::append(out, c);
  return out + "\"";
}

}  // namespace proclint
