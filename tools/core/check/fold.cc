#include "core/check/fold.h"

namespace proclint {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

// Size of the white space at the beginning of `text`; 0 if there is none.
std::size_t blank_size(std::string_view text) {
  if (text.front() == ' ' || (text.front() >= '\t' && text.front() <= '\r')) return 1;
  return text.starts_with(kNoBreakSpace) ? kNoBreakSpace.size() : 0;
}

}  // namespace

void append_folded(std::string& out, std::string_view text) {
  bool is_apart = !out.empty();
  while (!text.empty()) {
    if (const std::size_t blank = blank_size(text); blank > 0) {
      is_apart = !out.empty();
      text.remove_prefix(blank);
      continue;
    }
    if (is_apart) out.push_back(' ');
    is_apart = false;
    out.push_back(text.front());
    text.remove_prefix(1);
  }
}

std::string_view trimmed(std::string_view text) {
  for (std::size_t blank; !text.empty() && (blank = blank_size(text)) > 0;) {
    text.remove_prefix(blank);
  }
  for (;;) {
    if (text.ends_with(kNoBreakSpace)) {
      text.remove_suffix(kNoBreakSpace.size());
    } else if (!text.empty() && blank_size(text.substr(text.size() - 1)) > 0) {
      text.remove_suffix(1);
    } else {
      return text;
    }
  }
}

}  // namespace proclint
