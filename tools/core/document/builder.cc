#include "core/document/builder.h"

namespace proclint {

void Builder::reopen_root(std::uint32_t at) {
  ++depth_;
  document_.nodes[0].span.begin = at;
  open_ = 0;
}

TextPiece Builder::decoded(std::string_view text) {
  const auto begin = static_cast<std::uint32_t>(document_.decoded.size());
  document_.decoded.append(text);
  return {begin, static_cast<std::uint32_t>(text.size()), true};
}

}  // namespace proclint
