#include "core/read/no_text.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/read/json_syntax.h"

namespace proclint {
namespace {

// Other formats show themselves at their begin; a text may have a stray NUL anywhere.
constexpr std::size_t kLookedAt = 4096;
// So many control characters, and one of so many bytes: slips and the escape sequences of a
// terminal's log stay below that.
constexpr std::size_t kFewest = 16;
constexpr std::size_t kOneOf = 20;

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
}

Diagnostic refusal(std::uint32_t begin, std::uint32_t end, std::string message) {
  Diagnostic finding;
  finding.rule = "syntax-error";
  finding.span = {begin, end};
  finding.message = std::move(message);
  return finding;
}

}  // namespace

std::optional<Diagnostic> refuse_no_text(const Source& source) {
  const std::string_view text = source.text();
  if (looks_like_utf16(text)) {
    return refusal(0, 2, "the file is written in UTF-16; save it as UTF-8");
  }
  const std::string_view head = text.substr(0, kLookedAt);
  const std::size_t nul = head.find('\0');
  if (nul == std::string_view::npos) return std::nullopt;
  const auto controls =
      static_cast<std::size_t>(std::count_if(head.begin(), head.end(), is_control));
  if (controls < kFewest || controls * kOneOf <= head.size()) return std::nullopt;
  const auto at = static_cast<std::uint32_t>(nul);
  return refusal(at, at + 1,
                 "the file is no text, it holds bytes such as 0x00; if it comes from a word "
                 "processor, save it as plain text in UTF-8");
}

}  // namespace proclint
