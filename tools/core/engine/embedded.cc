#include "core/engine/embedded.h"

#include <algorithm>
#include <cassert>

namespace proclint {

const Embedded& embedded(std::string_view name) {
  const std::span<const Embedded> files = embedded_files();
  const auto file = std::find_if(files.begin(), files.end(),
                                 [name](const Embedded& each) { return each.name == name; });
  assert(file != files.end());
  return *file;
}

}  // namespace proclint
