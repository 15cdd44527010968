#include "core/check/suggest.h"

#include "core/check/schema_nearest.h"

namespace proclint {

std::string did_you_mean(std::string_view word, std::span<const std::string_view> names,
                         std::string otherwise) {
  const std::string_view name = nearest(word, names);
  if (name.empty()) return otherwise;
  return "did you mean \"" + std::string(name) + "\"?";
}

}  // namespace proclint
