#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "bench/corpus/procedure.h"

namespace proclint::corpus {

/// One mistake that authors make. It is put into the procedure before it is written, or into the
/// written bytes; the other function is null.
struct Defect {
  std::string_view name;
  void (*in_procedure)(Procedure& procedure);
  void (*in_bytes)(std::string& json);
};

std::span<const Defect> defects();

}  // namespace proclint::corpus
