#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace proclint {

/// Decides which characters of a text must not be printed as they are: controls and escape
/// sequences, which a terminal obeys; bidirectional controls and line separators, which move other
/// text; and characters that are not seen at all. A joiner, variation selector or tag is part of
/// an emoji or of a script where it follows one, so this goes through a text in order.
class Unprintable {
 public:
  bool operator()(char32_t codepoint);

 private:
  char32_t before_ = 0;  ///< the last printable character, 0 behind an unprintable one
  bool in_flag_ = false;
};

/// Whether a character is ever unprintable, whatever stands before it.
bool may_be_unprintable(char32_t codepoint);

/// The written form of an unprintable character: `\n`, `\x1b`, `\u202e`, `\u{e0001}`.
void append_escape(std::string& out, char32_t codepoint);

/// `text` in one line that is safe on any terminal: unprintable characters in their written form,
/// undecodable bytes as U+FFFD.
void append_visible(std::string& out, std::string_view text);
std::string visible(std::string_view text);

}  // namespace proclint
