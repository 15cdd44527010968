#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace proclint {

/// How a character that nobody sees deceives.
enum class InvisibleKind : std::uint8_t {
  none,
  blank,        ///< looks like a blank, but is none
  nothing,      ///< cannot be seen at all
  direction,    ///< changes the order in which the text around it is shown
  control,      ///< a control character
  private_use,  ///< means what two parties agreed on
};

struct Invisible {
  InvisibleKind kind = InvisibleKind::none;
  std::string_view name;  ///< as in the Unicode Character Database, in small letters
  char32_t codepoint = 0;
  std::size_t begin = 0;
  std::size_t size = 0;
};

/// The first such character at or after `from`; kind none if there is none. Characters that a
/// script or an emoji needs at their place are left alone: joiners in Persian or Hindi, marks of
/// direction beside Hebrew or Arabic, tags in flags. Tabs and line ends are none; a carriage return
/// without a line feed is, when `is_raw`.
Invisible find_invisible(std::string_view text, std::size_t from, bool is_raw);

/// "U+00A0 no-break space".
std::string full_name(const Invisible& character);

}  // namespace proclint
