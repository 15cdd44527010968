#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/source/source.h"

namespace proclint {

/// Source::place for many offsets. Source counts from the start of the line at each call, which for
/// a minified document (one line of megabytes with a finding every hundred bytes) would be
/// quadratic; here long lines get waymarks, found as far as they are asked for, so that an offset
/// costs no more than the distance to the waymark before it.
class Places {
 public:
  Places(const Source& source, Columns columns) : source_(&source), columns_(columns) {}

  /// Equal to source.place(offset, columns).
  Place at(std::uint32_t offset);

 private:
  struct Waymark {
    std::uint32_t offset;
    std::uint32_t count;  ///< columns before it
  };

  std::uint32_t count(std::uint32_t begin, std::uint32_t end) const;

  const Source* source_;
  Columns columns_;
  std::size_t line_ = 0;
  std::vector<Waymark> waymarks_;  ///< of line_
};

}  // namespace proclint
