#pragma once

#include <string>
#include <string_view>

namespace proclint {

/// Resolves `reference` against `base` (RFC 3986, section 5.2). An empty or relative base gives the
/// best that it can: the reference itself, or a relative result.
std::string resolve_uri(std::string_view base, std::string_view reference);

/// `uri` in two: before the first "#", and behind it ("" if there is none).
struct SplitUri {
  std::string_view uri;
  std::string_view fragment;
};
SplitUri split_fragment(std::string_view uri);

/// Decodes %XX; a "%" without two hexadecimal digits stays.
std::string percent_decoded(std::string_view text);

}  // namespace proclint
