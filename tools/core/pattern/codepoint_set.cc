#include "core/pattern/codepoint_set.h"

#include <algorithm>

namespace proclint {
namespace {

constexpr char32_t kFirstSurrogate = 0xD800;
constexpr char32_t kLastSurrogate = 0xDFFF;

}  // namespace

void CodepointSet::add(const CodepointSet& other) {
  ranges_.insert(ranges_.end(), other.ranges_.begin(), other.ranges_.end());
}

void CodepointSet::normalise() {
  std::sort(ranges_.begin(), ranges_.end(), [](Range a, Range b) { return a.first < b.first; });
  std::vector<Range> joined;
  joined.reserve(ranges_.size() + 1);
  for (const Range range : ranges_) {
    if (!joined.empty() && range.first <= joined.back().last + 1) {
      joined.back().last = std::max(joined.back().last, range.last);
    } else {
      joined.push_back(range);
    }
  }
  ranges_.clear();
  for (const Range range : joined) {
    if (range.last < kFirstSurrogate || range.first > kLastSurrogate) {
      ranges_.push_back(range);
      continue;
    }
    if (range.first < kFirstSurrogate) ranges_.push_back({range.first, kFirstSurrogate - 1});
    if (range.last > kLastSurrogate) ranges_.push_back({kLastSurrogate + 1, range.last});
  }
}

CodepointSet CodepointSet::complement() const {
  CodepointSet out;
  char32_t next = 0;
  for (const Range range : ranges_) {
    if (next < range.first) out.add(next, range.first - 1);
    next = range.last + 1;
  }
  if (next <= kLastCodepoint) out.add(next, kLastCodepoint);
  out.normalise();
  return out;
}

}  // namespace proclint
